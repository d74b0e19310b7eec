public import Domain
import Rules

/// What the program knows of its rules, for `rekon rules`.
public enum RuleCatalogue {
  /// One rule.
  public struct Line: Sendable {
    /// Its entry.
    public let entry: RuleEntry
    /// The kind of record at fault.
    public let subject: String
    /// Where its reasons stand, from the project's root.
    public let file: String
  }

  /// Every rule, by code.
  public static var lines: [Line] {
    RuleBook.types.map { type in
      Line(
        entry: type.entry, subject: subject(of: type.entry.code), file: RuleBook.file(of: type))
    }.sorted { $0.entry.code < $1.entry.code }
  }

  /// The kind of record at fault (contract: section 2).
  private static func subject(of code: RuleCode) -> String {
    switch (code.family, code.number) {
    case (.iur, 4): "membership"
    case (.iur, 6), (.iur, 7), (.iur, 8), (.iur, 11), (.keu, _): "disbursement"
    case (.iur, _): "contribution"
    case (.prs, 4): "finding"
    case (.klm, _), (.prs, _), (.sil, 1), (.sil, 3): "claim"
    case (.sil, _): "roster"
    case (.kps, _), (.idn, _): "membership"
    case (.dat, _): "file"
    }
  }
}
