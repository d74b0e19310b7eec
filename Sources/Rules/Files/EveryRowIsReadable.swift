public import Domain

/// Every row can be read and has its required values.
///
/// A row whose required value is missing or unreadable, or that names nobody, never becomes a
/// record: all other rules would be silent about its money. It is sent back to be corrected.
///
/// Conflict: a required cell against the form that its column must have.
///
/// No finding: titles, totals and repeated headers, which are no data rows; an optional value that
/// cannot be read, which is counted and left out.
public struct EveryRowIsReadable: RejectRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 3), "Baris ditolak", holds: "Every row can be read and has its required values.",
    severity: .medium, legalBasis: "Kesepakatan format data antara kota dan BPJamsostek",
    confirmed: false, owner: .sender, atRisk: "Nominal baris, bila terbaca", needs: [])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one rejected row.
  public func check(_ reject: Reject, index: UInt32, _ findings: inout Findings) {
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: nil,
        subject: RecordRef(.file, index), expected: .phrase(.readableRow),
        found: .reason(reject.reason), atRisk: reject.amount))
  }
}
