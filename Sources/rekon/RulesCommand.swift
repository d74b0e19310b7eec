import ArgumentParser
import Domain
import Pipeline

/// `rekon rules`: the catalogue, and what another definition would find.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, tell one with an example, or compare two definitions.",
    usage: """
      rekon rules [CODE] [--format text|json]
      rekon rules diff A B [--inputs DIR] [--as-of DATE]
      """,
    discussion: """
      CODE is a rule's code, as IUR-05: what should hold, why, who acts, an
      example. Without one all rules are listed, a line each; with --format json
      each is an object of a list.

        rekon rules
        rekon rules IUR-05
        rekon rules --format json
        rekon rules diff A.yaml B.yaml
      """,
    subcommands: [RulesListCommand.self, RulesDiffCommand.self],
    defaultSubcommand: RulesListCommand.self)
}

/// `rekon rules list`, which `rekon rules` is without a subcommand.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules, or tell one: what should hold, why, who acts, an example.",
    discussion: """
        rekon rules
        rekon rules IUR-05
        rekon rules --format json
      """)

  @Argument(help: "A rule's code, as IUR-05; without one all are listed.")
  var code: String?

  @Option(help: "How to list them.")
  var format = Format.text

  /// The values of `--format`.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  func run() throws {
    let lines = try wanted()
    if format == .json {
      try Console.result("[" + lines.map(Self.json).joined(separator: ",\n ") + "]")
    } else if code == nil {
      for line in lines {
        let entry = line.entry
        try Console.result("\(entry.code.text)  \(entry.severity.name)  \(entry.title)")
      }
    } else {
      try lines.flatMap(Self.told).forEach(Console.result)
    }
  }

  private func wanted() throws -> [RuleCatalogue.Line] {
    guard let code else { return RuleCatalogue.lines }
    let lines = RuleCatalogue.lines.filter { $0.entry.code == RuleCode(code) }
    if lines.isEmpty {
      let near = RuleCatalogue.nearest(to: code).map { "Did you mean \($0)? " } ?? ""
      throw ValidationError(
        "expected the code of a rule, as IUR-05; found \(code). \(near)"
          + "`rekon rules` lists them.")
    }
    return lines
  }

  private static func told(_ line: RuleCatalogue.Line) -> [String] {
    let entry = line.entry
    return ["\(entry.code.text)  \(entry.title)", ""]
      + line.reasons.map { $0.isEmpty ? "" : "  \($0)" }
      + [
        "", "  Example: \(line.example)", "",
        "  Legal basis:  \(entry.legalBasis) (\(entry.confirmed ? "confirmed" : "not confirmed"))",
        "  Severity:     \(entry.severity.name), due after \(entry.severity.dueDays) days",
        "  At risk:      \(entry.atRisk)",
        "  Who acts:     \(entry.owner.name)",
        "  At fault:     \(line.subject)",
        "  Needs:        \(entry.needs.isEmpty ? "-" : Self.names(entry.needs))",
        "  File:         \(line.file)",
      ]
  }

  private static func names(_ kinds: [InputKind]) -> String {
    kinds.map(\.name).joined(separator: ", ")
  }

  private static func json(_ line: RuleCatalogue.Line) -> String {
    let entry = line.entry
    let texts = [
      ("code", entry.code.text), ("title", "\(entry.title)"), ("title_en", "\(entry.holds)"),
      ("subject", line.subject), ("severity", "\(entry.severity.name)"),
      ("legal_basis", "\(entry.legalBasis)"), ("owner", "\(entry.owner.name)"),
      ("at_risk", "\(entry.atRisk)"), ("file", line.file),
    ]
    let pairs = texts.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
    let confirmed = "\"confirmed\":\(entry.confirmed)"
    let reasons = "\"reasons\":\(JSONText.quoted(line.reasons.joined(separator: "\n")))"
    let example = "\"example\":\(JSONText.quoted(line.example))"
    return "{" + (pairs + [confirmed, reasons, example]).joined(separator: ",") + "}"
  }
}
