public import Domain

/// A death's components add up to the benefit of the law.
///
/// Lump sum, periodic part and funeral are added over all rows of the claim. Right as well are the
/// funeral alone where there are no heirs, and a sum above the benefit by exactly the premiums
/// paid for months after the death, which are returned with it. A component paid twice is KLM-02,
/// and exactly the amounts of the three-month rule on its wrong side are KLM-06.
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
    guard claim.isDeath, claim.benefitRows > 0, !benefits.isPaidTwice(claim),
      let due = benefits.due(for: claim, of: person)
    else { return }
    let refund = person.paid(after: person.monthOfDeath ?? claim.incidentOn.month)
    let paid = claim.deathBenefit
    if paid == due.amount || paid == due.amount + refund || paid == due.otherSide { return }
    if due.isOpen, let other = due.otherSide, paid == other + refund { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .money(due.amount), found: .money(paid),
      atRisk: distance(paid, due.amount))
    (finding.law, finding.programme) = (due.law, claim.programme)
    finding.status =
      due.standing == nil ? claim.statusByLink : person.statusByCover(of: claim)
    findings.add(finding)
  }
}
