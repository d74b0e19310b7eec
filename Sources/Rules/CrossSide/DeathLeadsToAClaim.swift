public import Domain

/// A participant's death leads to a claim within 30 days.
///
/// The family has a right and may not know it. Where the date is known the rule waits 30 days;
/// where it is not, it speaks at once. The city's row is at fault where both sides tell of it.
///
/// Conflict: a death in the city's list or in BPJamsostek's against the claims.
///
/// No finding: a claim for the death, or a scholarship that follows from it; a death before all
/// cover, or more than three months after its end; a member of another group whom the city does not
/// list.
public struct DeathLeadsToAClaim: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.sil, 2), "Peserta kota meninggal, tidak ada klaim",
    holds: "A participant's death leads to a claim within 30 days.", severity: .critical,
    legalBasis: "PP 44/2015 jo. PP 82/2019", confirmed: false, owner: .dinperinaker,
    atRisk: "Manfaat kematian yang belum dibayar kepada ahli waris", needs: [.claims])

  private let benefits: BenefitSchedule
  private let wadahSG: SymbolTable.Symbol?
  private let asOf: CalendarDate
  private let days: Int

  /// A rule that waits some days, seen from the day of a run.
  public init(
    benefits: BenefitSchedule, wadahSG: SymbolTable.Symbol?, asOf: CalendarDate, days: Int
  ) {
    (self.benefits, self.wadahSG, self.asOf, self.days) = (benefits, wadahSG, asOf, days)
  }

  /// Adds the breach of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let death = person.death, person.given.contains(.claims), isParticipant(person),
      let subject = teller(of: death, in: person), !person.claims.contains(where: isForDeath),
      isCovered(person, at: death.date)
    else { return }
    let limit = death.date?.adding(days: days)
    let day = death.date ?? asOf
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: nil, person: person.person, subject: subject,
      other: subject == death.source ? .none : death.source, expected: .phrase(.deathClaim),
      found: death.date.map(Fact.date) ?? .phrase(.noDeathClaim),
      atRisk: benefits.atRisk(ofDeathOn: day, of: person))
    finding.law = benefits.grant(on: day)?.law ?? .none
    if death.isSuggested {
      finding.status = .pending
    } else if let limit, asOf < limit {
      (finding.status, finding.pendingUntil) = (.pending, DateCell(limit))
    }
    findings.add(finding)
  }

  /// Whether the city lists the person, or BPJamsostek does under the city's group.
  private func isParticipant(_ person: PersonCase) -> Bool {
    person.isOnCityList
      || person.memberships.contains { $0.wadah == 0 || $0.wadah == wadahSG }
  }

  /// The record that tells of the death: the city's where both do.
  private func teller(of death: DeathFact, in person: PersonCase) -> RecordRef? {
    if let listed = person.roster.first, listed.saysDead { return person.rosterRef }
    let place = person.memberships.indices.first {
      person.memberships[$0].saysDead || person.memberships[$0].nameSaysDead
    }
    if let place { return person.membershipRef(place) }
    // A cancelled claim told it: the person's own record stands for it.
    if !person.roster.isEmpty { return person.rosterRef }
    return person.memberships.isEmpty ? nil : person.membershipRef(0)
  }

  /// Whether a claim is for a death: stated, or concluded from a scholarship or the benefit paid.
  private func isForDeath(_ claim: ClaimCase) -> Bool {
    claim.isDeath || !claim.scholarships.isEmpty
      || claim.deathBenefit == benefits.deathBenefit(claim.programme, on: claim.incidentOn)
  }

  /// Whether some cover had begun and had not ended long before the death.
  private func isCovered(_ person: PersonCase, at day: CalendarDate?) -> Bool {
    guard let day, !person.memberships.isEmpty else { return true }
    return person.memberships.contains { membership in
      guard let from = membership.from.value, from <= day else { return false }
      // Counted from the day after, as KLM-05 does: what ends in February ends before a month does.
      return membership.ends.map { day < $0.adding(days: 1).adding(months: 3) } ?? true
    }
  }
}
