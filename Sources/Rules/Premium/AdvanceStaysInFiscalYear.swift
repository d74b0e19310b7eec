public import Domain

/// Premiums paid in advance stay inside the fiscal year.
///
/// The year is the register's, else that of the day of issue. A month before it is KEU-07, never
/// both.
///
/// Conflict: the months of an SP2D's list against the end of its fiscal year.
///
/// No finding: months in advance inside the year; an SP2D of which no year is known.
public struct AdvanceStaysInFiscalYear: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 11), "Bayar di muka melewati tahun anggaran",
    holds: "Premiums paid in advance stay inside the fiscal year.",
    severity: .medium, legalBasis: "PP 12/2019; PKS", confirmed: false, owner: .bpkad,
    atRisk: "Iuran bulan sesudah tahun anggaran", needs: [.disbursements])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let year = disbursement.bookedYear, let last = disbursement.lastMonth, last.year > year,
      let end = CoverageMonth(year: year, month: 12)
    else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, expected: .month(end), found: .month(last),
        atRisk: disbursement.amount(of: { $0 > year })))
  }
}
