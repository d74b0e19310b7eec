import Domain
import Foundation
import Rules
import Testing

/// What `Sources/Rules/INDEX.md` should be: made of the rules' entries and doc comments.
enum RuleIndex {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The lines of the doc comment above a rule's type.
  static func comment(of type: any Rule.Type) throws -> [String] {
    let source = try String(
      contentsOf: root.appending(path: RuleBook.file(of: type)), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let declaration = try #require(lines.firstIndex { $0.hasPrefix("public struct \(type): ") })
    return lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
      .map { String($0.dropFirst(4)) }
  }

  /// The whole file.
  static func text() throws -> String {
    let types = RuleBook.types.sorted { $0.entry.code < $1.entry.code }
    let sections = try types.map { type in
      try ["", "## \(type.entry.code.text) \(type)", ""] + comment(of: type)
    }
    return (head + types.map(row) + sections.joined()).joined(separator: "\n") + "\n"
  }

  private static let head = [
    "# Rules", "",
    "Made of the rules' entries and doc comments by `Scripts/index-rules`, and built into the",
    "program for `rekon rules`. To change a text, change the rule's file and run the script.", "",
    "| code | what holds | at fault | severity | legal basis | file |", "|---|---|---|---|---|---|",
  ]

  private static func row(_ type: any Rule.Type) -> String {
    let entry = type.entry
    let name = RuleBook.file(of: type).replacing("Sources/Rules/", with: "")
    let cells = [
      entry.code.text, "\(entry.holds)", "\(RuleBook.subject(of: entry.code))",
      "\(entry.severity.name)",
      "\(entry.legalBasis)\(entry.confirmed ? "" : " (not confirmed)")", "[\(type)](\(name))",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
