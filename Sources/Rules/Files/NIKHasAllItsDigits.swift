public import Domain

/// Every NIK of a file has all the digits it was issued with.
///
/// A spreadsheet that takes a NIK for a number keeps fifteen digits: it writes `3,37501E+15`, or
/// puts 0 in the place of the last one. A serial may end in 0 by right, one in ten does, so the
/// second damage shows only in the whole file: of its different NIKs, ten at least, more than half
/// end in 0, or more than half of those in number cells. The digits cannot be had back; such a NIK
/// is used for nothing, and a row without a KPJ beside it is rejected. One finding for a file.
///
/// Conflict: the sixteen digits of a NIK against the fifteen that are left of it.
///
/// No finding: a NIK with spaces, dots or an apostrophe; a few that end in 0; an ill-formed one,
/// which is IDN-01.
public struct NIKHasAllItsDigits: FileRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 4), "Presisi NIK rusak",
    holds: "Every NIK of a file has all the digits it was issued with.", severity: .high,
    legalBasis: "UU 24/2013 tentang Administrasi Kependudukan", confirmed: false, owner: .sender,
    atRisk: "Nominal baris yang tidak dapat dicocokkan", needs: [])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one file.
  public func check(_ file: FileCase, index: UInt32, _ findings: inout Findings) {
    guard file.damagedNIKs > 0 else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: nil,
        subject: RecordRef(.source, index), expected: .phrase(.wholeNIKs),
        found: .count(Int64(file.damagedNIKs)), atRisk: file.damagedAmount))
  }
}
