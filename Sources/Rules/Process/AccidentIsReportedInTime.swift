public import Domain

/// A work accident is reported within two days.
///
/// The law says twice 24 hours; the files state days, so that the second day after counts in full.
///
/// Conflict: the day of the accident against the day on which it was reported.
///
/// No finding: a report on the second day; a claim without a day of report; a death under JKM.
public struct AccidentIsReportedInTime: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.prs, 3), "Laporan kecelakaan lebih dari 2x24 jam",
    holds: "A work accident is reported within two days.", severity: .low,
    legalBasis: "Permenaker 5/2021 jo. 1/2025", confirmed: false, owner: .dinperinaker,
    atRisk: "Tidak ada", needs: [.claims])

  private let limits: TimeLimits

  /// A rule for limits of time.
  public init(limits: TimeLimits) { self.limits = limits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .workAccident, let reported = claim.dates.reportedOn,
      let limit = limits.limit(.accidentReport, on: claim.incidentOn),
      case let last = claim.incidentOn.adding(days: limit.count), reported > last
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .date(last), found: .date(reported), atRisk: 0)
    (finding.law, finding.programme) = (limit.law, claim.programme)
    finding.status = claim.statusByLink
    findings.add(finding)
  }
}
