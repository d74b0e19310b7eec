public import Domain

/// A death is paid under one programme: by a work accident or not.
///
/// JKM and JKK exclude each other. A work accident that was only treated before a death by illness
/// is no benefit for that death.
///
/// Conflict: a JKK claim that pays a death against a JKM claim of the same person.
///
/// No finding: a JKK claim without a day of death, or that pays treatment alone; a claim whose rows
/// are all cancelled.
public struct DeathHasOneProgramme: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 3), "JKM dan JKK untuk satu kematian",
    holds: "A death is paid under one programme: by a work accident or not.", severity: .critical,
    legalBasis: "PP 44/2015 jo. PP 82/2019", confirmed: false, owner: .bpjamsostek,
    atRisk: "Yang lebih kecil dari kedua klaim", needs: [.claims])

  private let benefits: BenefitSchedule

  /// A rule that names the row of a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .workAccident, claim.isDeath, claim.benefitRows > 0,
      let other = person.claims.first(where: { $0.programme == .death && $0.benefitRows > 0 })
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, other: other.ref, expected: .phrase(.oneProgramme),
      found: .phrase(.bothProgrammes), atRisk: min(claim.paid, other.paid))
    (finding.programme, finding.law) = (claim.programme, benefits.law(of: claim))
    let isSure = claim.link.tier != .suggested && other.link.tier != .suggested
    finding.status = isSure ? .new : .pending
    findings.add(finding)
  }
}
