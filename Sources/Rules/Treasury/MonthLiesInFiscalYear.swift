public import Domain

/// An SP2D pays no month before its fiscal year.
///
/// The year is the register's, else that of the day of issue. A month after it is IUR-11, never
/// both.
///
/// Conflict: the months of an SP2D's list against the start of its fiscal year.
///
/// No finding: an SP2D of which no year is known.
public struct MonthLiesInFiscalYear: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 7), "Salah tahun anggaran",
    holds: "An SP2D pays no month before its fiscal year.",
    severity: .medium, legalBasis: "PP 12/2019", confirmed: false, owner: .bpkad,
    atRisk: "Iuran bulan sebelum tahun anggaran", needs: [.disbursements])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let year = disbursement.bookedYear, let first = disbursement.month, first.year < year,
      disbursement.lastMonth?.year ?? year <= year, let start = CoverageMonth(year: year, month: 1)
    else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: first, person: nil,
        subject: disbursement.ref, expected: .month(start), found: .month(first),
        atRisk: disbursement.amount(of: { $0 < year })))
  }
}
