public import Domain

/// A death's components add up to the benefit of the law.
///
/// Lump sum, periodic part and funeral are added over all rows of the claim. Right as well are the
/// funeral alone where there are no heirs, and a sum above the benefit by exactly the premiums
/// paid for months after the death, which are returned with it. A component paid twice is KLM-02,
/// and the amounts of the three-month rule on its wrong side are KLM-06.
///
/// Conflict: the sum of a death's rows against the benefit on the day of the event.
///
/// No finding: component rows, which count together; cancelled rows; a funeral without heirs;
/// refunded premiums.
public struct ClaimEqualsBenefit: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 1), "Nominal klaim tidak sama dengan manfaat peraturan",
    holds: "A death's components add up to the benefit of the law.", severity: .high,
    legalBasis: "PP 44/2015 jo. PP 82/2019; Permenaker 5/2021 jo. 1/2025", confirmed: true,
    owner: .bpjamsostek, atRisk: "|dibayar - manfaat|", needs: [.claims])

  private let benefits: BenefitSchedule

  /// A rule for a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.isDeath, claim.benefitRows > 0, claim.repeated == nil,
      let due = benefit(for: claim, of: person)
    else { return }
    let refund = person.paid(after: person.monthOfDeath ?? claim.incidentOn.month)
    let paid = claim.deathBenefit
    if paid == due.amount || paid == due.amount + refund { return }
    if let other = due.alternative, paid == other || paid == other + refund { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .money(due.amount), found: .money(paid),
      atRisk: distance(paid, due.amount))
    (finding.law, finding.programme) = (due.law, claim.programme)
    findings.add(finding)
  }

  /// What a claim is worth, and the other amount that the three-month rule leaves to KLM-06.
  private func benefit(
    for claim: ClaimCase, of person: PersonCase
  ) -> (amount: Int64, alternative: Int64?, law: LawRef)? {
    guard let grant = benefits.grant(on: claim.incidentOn),
      let full = benefits.deathBenefit(claim.programme, on: claim.incidentOn)
    else { return nil }
    if claim.isFuneralWithoutHeirs { return (grant.funeral, nil, grant.law) }
    guard claim.programme == .death, let rule = benefits.shortTenure(on: claim.incidentOn) else {
      return (full, nil, grant.law)
    }
    var start: CalendarDate?
    for membership in person.memberships {
      guard let from = membership.from.value, from <= claim.incidentOn else { continue }
      start = max(start ?? from, from)
    }
    let isShort = start.map { rule.isShort(since: $0, at: claim.incidentOn) } ?? false
    return isShort ? (rule.amount, full, rule.law) : (full, rule.amount, grant.law)
  }
}
