public import Domain

/// A file's control total is what its rows add up to.
///
/// The sender states with the total what the file should hold: a difference means that rows were
/// lost, changed or added on the way, and nobody can say which. So no row of the file is used, and
/// what its months would show is not checked until the file was sent again. Amounts are compared,
/// and the head count where the total states one; a total may be of all rows above it or of those
/// since the last one, a bank account's of what came in, what went out, both or the balance.
///
/// Conflict: the amount or count of a totals row against the rows above it.
///
/// No finding: a subtotal; a total without a readable amount or count; one below a row whose own
/// amount cannot be read, which is DAT-03.
public struct ControlTotalEqualsRows: FileRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 2), "Total kontrol berkas tidak cocok",
    holds: "A file's control total is what its rows add up to.", severity: .high,
    legalBasis: "Kesepakatan format data antara kota dan BPJamsostek", confirmed: false,
    owner: .sender, atRisk: "|selisih|", needs: [])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one file.
  public func check(_ file: FileCase, index: UInt32, _ findings: inout Findings) {
    guard let total = file.total else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: nil,
        subject: RecordRef(.source, index), expected: total.stated, found: total.counted,
        atRisk: total.difference))
  }
}
