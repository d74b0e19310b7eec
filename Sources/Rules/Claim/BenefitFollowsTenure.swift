public import Domain

/// A death in the first three months of cover is worth the funeral alone, a later one all.
///
/// The rule holds for events from 24 February 2025. Cover is counted from its last start to the
/// event. Whether three months or 90 days decide was not seen in the regulation's words: what is
/// right in one reading and wrong in the other waits. Any other wrong sum is KLM-01.
///
/// Conflict: the sum of a death's rows, one of the two amounts, against the length of cover.
///
/// No finding: the funeral where there are no heirs; an event before the rule; a death by a work
/// accident; a member without a known start of cover.
public struct BenefitFollowsTenure: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 6), "Aturan tiga bulan kepesertaan",
    holds: """
      A death in the first three months of cover is worth the funeral alone, a later one all.
      """,
    severity: .high, legalBasis: "Permenaker 1/2025", confirmed: false, owner: .bpjamsostek,
    atRisk: "Manfaat penuh - manfaat masa singkat", needs: [.claims, .memberships])

  private let benefits: BenefitSchedule

  /// A rule for a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.benefitRows > 0, !benefits.isPaidTwice(claim),
      let due = benefits.due(for: claim, of: person), let other = due.otherSide,
      let standing = due.standing
    else { return }
    let paid = claim.deathBenefit
    // Which is right is not known, and what was returned with it changes nothing of that.
    let refund =
      standing == .between ? person.paid(after: person.monthOfDeath ?? claim.incidentOn.month) : 0
    let isOpen = standing == .between && [due.amount, due.amount + refund].contains(paid)
    guard paid == other || paid == other + refund || isOpen else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .money(isOpen ? other : due.amount), found: .money(paid),
      atRisk: distance(due.amount, other))
    finding.support = person.lastStartRef(at: claim.incidentOn)
    finding.law = benefits.shortTenure(on: claim.incidentOn)?.law ?? .none
    finding.programme = claim.programme
    finding.status = standing == .between ? .pending : person.statusByCover(of: claim)
    findings.add(finding)
  }
}
