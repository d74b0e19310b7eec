public import Domain

/// A work accident is claimed within five years.
///
/// The right lapses five years after the accident, two before PP 82/2019. Whether a death under JKM
/// lapses at all was not seen: it is not judged.
///
/// Conflict: the day of the accident against the day on which the claim was filed.
///
/// No finding: a claim filed on the last day of its term; a claim without a day of filing; a yearly
/// scholarship; a claim under JKM.
public struct AccidentIsClaimedInTime: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 8), "Klaim kedaluwarsa", holds: "A work accident is claimed within five years.",
    severity: .medium, legalBasis: "PP 44/2015 jo. PP 82/2019 Pasal 26", confirmed: true,
    owner: .bpjamsostek, atRisk: "Manfaat kematian, atau jumlah klaim", needs: [.claims])

  private let limits: TimeLimits
  private let benefits: BenefitSchedule

  /// A rule for limits of time that values deaths by a schedule of benefits.
  public init(limits: TimeLimits, benefits: BenefitSchedule) {
    (self.limits, self.benefits) = (limits, benefits)
  }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .workAccident, !claim.paysScholarshipsAlone,
      let filed = claim.dates.filedOn,
      let limit = limits.limit(.accidentClaim, on: claim.incidentOn)
    else { return }
    let last = claim.incidentOn.adding(months: limit.count * 12)
    guard filed > last else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .date(last), found: .date(filed),
      atRisk: benefits.atRisk(of: claim, of: person))
    (finding.law, finding.programme) = (limit.law, claim.programme)
    finding.status = claim.statusByLink
    findings.add(finding)
  }
}
