public import Domain

/// A member who died is taken off the list because of the death.
///
/// A removal for another reason hides the claim that the family has a right to. The known day of
/// death must not be after the day of removal.
///
/// Conflict: the reason for taking a member off against a known death.
///
/// No finding: a removal before the death; one without a reason; a death of which no day is
/// known.
public struct DeathIsNoOtherRemoval: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 8), "Dikeluarkan dengan sebab bukan meninggal, tetapi meninggal",
    holds: "A member who died is taken off the list because of the death.",
    severity: .critical, legalBasis: "PP 44/2015; pedoman SIPP (data_tk_na tidak untuk kematian)",
    confirmed: false, owner: .dinperinaker,
    atRisk: "Manfaat JKM yang belum diklaim keluarga", needs: [.memberships],
    columns: [.removalCause])

  private let benefits: BenefitSchedule

  /// A rule that values a death by the benefit.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let death = person.death, let died = death.date else { return }
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard membership.removedAlive, let removed = membership.removedOn.value, died <= removed
      else { continue }
      let isClaimed = person.claims.contains(where: \.isDeath)
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.membershipRef(place), other: death.source, expected: .phrase(.causeDeath),
        found: .phrase(.otherCause),
        atRisk: isClaimed ? 0 : benefits.atRisk(ofDeathOn: died, of: person))
      finding.law = benefits.grant(on: died)?.law ?? .none
      let isSure = person.statusByLink(ofMembership: place) == .new && !person.deathIsSuggested
      finding.status = isSure ? .new : .pending
      findings.add(finding)
    }
  }
}
