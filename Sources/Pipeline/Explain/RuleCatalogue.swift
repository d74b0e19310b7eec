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
    /// Where its doc comment stands, from the project's root.
    public let file: String
    /// The lines of its doc comment.
    public let reasons: [String]
    /// A breach of it as it may stand in the files.
    public let example: String
  }

  /// Every rule, by code.
  public static var lines: [Line] {
    RuleBook.types.map { type in
      let code = type.entry.code
      return Line(
        entry: type.entry, subject: "\(RuleBook.subject(of: code))",
        file: RuleBook.file(of: type), reasons: RuleBook.reasons(of: code),
        example: "\(RuleBook.example(of: code))")
    }.sorted { $0.entry.code < $1.entry.code }
  }

  /// The code that a misspelt one was most likely meant to be.
  public static func nearest(to code: String) -> String? {
    NearestWord.find(code, among: lines.map(\.entry.code.text))
  }
}
