public import Domain

/// What checking a whole file came to.
public struct CheckedFile: Sendable {
  /// What the file rules judge.
  public let facts: FileCase
  /// How the file is to be read: again, where it was read otherwise.
  public let verdict: FileVerdict
  /// The months of rows that are not used.
  public let unusedMonths: Set<CoverageMonth>
}
