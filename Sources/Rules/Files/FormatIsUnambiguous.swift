public import Domain

/// A file shows in which order its dates and in which form its amounts are written.
///
/// One date that is valid in one order alone decides for its column. Where there is none, and some
/// date means two days, the file cannot be read for certain and nothing is guessed: its rows stay,
/// and a date that the orders read differently counts as absent. Amounts that stand in both forms
/// are read each by its own marks. The definition may state either, and the finding is gone. One
/// finding for a file, on its first such column.
///
/// Conflict: the two readings of one column.
///
/// No finding: a column that the definition decides; dates that mean the same day in both orders.
public struct FormatIsUnambiguous: FileRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 5), "Format ambigu",
    holds: "A file shows in which order its dates and in which form its amounts are written.",
    severity: .medium, legalBasis: "Kesepakatan format data antara kota dan BPJamsostek",
    confirmed: false, owner: .sender, atRisk: "Nol", needs: [])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one file.
  public func check(_ file: FileCase, index: UInt32, _ findings: inout Findings) {
    guard let column = file.undecided.first else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: nil,
        subject: RecordRef(.source, index),
        expected: .phrase(column == .amount ? .oneAmountForm : .oneDateOrder),
        found: .column(column), atRisk: 0))
  }
}
