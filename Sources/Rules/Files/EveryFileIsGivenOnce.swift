public import Domain

/// Every input file is given once.
///
/// Of files of one kind with the same bytes the first by name counts, and the rows of each further
/// one are left out as duplicates.
///
/// Conflict: the bytes of one file against those of another of its kind.
///
/// No finding: files of the same period, source and totals with other bytes.
public struct EveryFileIsGivenOnce: RepeatedFileRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.dat, 1), "Berkas ganda", holds: "Every input file is given once.",
    severity: .medium, legalBasis: "Kesepakatan format data antara kota dan BPJamsostek",
    confirmed: false, owner: .dinperinaker,
    atRisk: "Tidak ada, karena baris berkas ganda tidak dihitung", needs: [])

  /// A rule without parameters.
  public init() {}

  /// Adds the breach of a file that has the bytes of an earlier one.
  public func check(_ file: FileID, sameAs first: FileID, _ findings: inout Findings) {
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: nil,
        subject: RecordRef(.input, UInt32(file)), other: RecordRef(.input, UInt32(first)),
        expected: .phrase(.fileGivenOnce), found: .phrase(.fileGivenAgain), atRisk: 0))
  }
}
