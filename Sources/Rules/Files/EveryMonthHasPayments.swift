public import Domain

/// Every month between the first and the last given has payment rows.
///
/// A month without any row is a list that was not sent: nobody is accused of not having paid in it.
///
/// Conflict: a month without a contribution row against months with rows before and after it.
///
/// No finding: months before the first list or after the last.
public struct EveryMonthHasPayments: CalendarRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 6), "Bulan tanpa berkas iuran",
    holds: "Every month between the first and the last given has payment rows.",
    severity: .medium, legalBasis: "Kesepakatan format data antara kota dan BPJamsostek",
    confirmed: false, owner: .dinperinaker, atRisk: "Jumlah bulan itu tidak diketahui",
    needs: [.contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of a run's months.
  public func check(_ calendar: CaseCalendar, _ findings: inout Findings) {
    guard let first = calendar.firstGiven, let last = calendar.lastGiven else { return }
    var month = first
    while month < last {
      month = month.adding(months: 1)
      if calendar.isGiven(month) { continue }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: month, person: nil,
        subject: RecordRef(.inputKind, UInt32(InputKind.contributions.rawValue)),
        expected: .phrase(.monthWithList), found: .phrase(.monthWithoutList), atRisk: 0)
      finding.monthInKey = true
      findings.add(finding)
    }
  }
}
