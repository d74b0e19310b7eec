import ArgumentParser
import Domain
import Pipeline

/// `rekon rules diff`: which findings flip between two definitions.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which findings flip on the same inputs between two definitions.",
    discussion: """
      Both definitions are run; nothing is published. Findings are paired by their id. Those of A
      or B alone are listed, and those of both whose severity, status or rupiah at risk differ;
      before them what differs under rules, period and law, and the counts by code.

        rekon rules diff kota.yaml kota-2026.yaml --inputs SampleData/batik-berlian
      """)

  @Argument(help: "The first definition.")
  var a: String

  @Argument(help: "The second definition.")
  var b: String

  @Option(help: "The folder of both sides' input files. (default: each definition's own)")
  var inputs: String?

  @Option(
    help: "The day the runs are of, as 2024-07-10. (default: today in Jakarta)",
    transform: RunCommand.date)
  var asOf: CalendarDate?

  @Option(help: "How to show it.")
  var format = RulesListCommand.Format.text

  func run() throws {
    let diff = try RulesDiff.between(a, b, inputs: inputs, asOf: asOf)
    if format == .json {
      try Console.result(Self.json(diff))
    } else {
      try Self.told(diff).forEach(Console.result)
    }
  }

  private static func told(_ diff: RulesDiff) -> [String] {
    var lines = ["A: \(diff.a.definition)  \(diff.a.findings) findings"]
    lines.append("B: \(diff.b.definition)  \(diff.b.findings) findings")
    if !diff.otherInputs.isEmpty {
      lines.append("not the same inputs: \(diff.otherInputs.joined(separator: ", "))")
    }
    lines += section("changed under rules, period, law:", diff.changes.map(told))
    if diff.counts.isEmpty { return lines + ["no finding flips"] }
    lines += section(
      "flips by code:",
      diff.counts.map {
        "\($0.code.text)  only A: \($0.onlyA)  only B: \($0.onlyB)  changed: \($0.changed)"
      })
    lines += section("only in A:", diff.onlyA.map(told))
    lines += section("only in B:", diff.onlyB.map(told))
    return lines + section("changed:", diff.changed.map { told($0.a, $0.b) })
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.map { "  \($0)" }
  }

  private static func told(_ change: DefinitionChange) -> String {
    "\(change.key): \(change.a ?? "(not stated)") -> \(change.b ?? "(not stated)")"
  }

  private static func told(_ line: RulesDiff.Line) -> String {
    "\(name(line))  \(worth(line))\(law(line))  \(line.message)"
  }

  private static func told(_ a: RulesDiff.Line, _ b: RulesDiff.Line) -> String {
    "\(name(a))  \(worth(a))\(law(a)) -> \(worth(b))\(law(b))  \(b.message)"
  }

  private static func name(_ line: RulesDiff.Line) -> String {
    let month = line.month.isEmpty ? "" : "  \(line.month)"
    return "\(line.code)  \(line.id)  \(line.subjectKind) \(line.subjectKey)\(month)"
  }

  private static func worth(_ line: RulesDiff.Line) -> String {
    "\(line.severity) \(line.status) Rp\(line.atRisk)"
  }

  private static func law(_ line: RulesDiff.Line) -> String {
    line.law.isEmpty ? "" : " \(line.law)"
  }
}

extension RulesDiffCommand {
  private static func json(_ diff: RulesDiff) -> String {
    let members = [
      ("a", side(diff.a)), ("b", side(diff.b)),
      ("other_inputs", list(diff.otherInputs.map(JSONText.quoted))),
      (
        "changes",
        list(diff.changes.map { object([("key", $0.key), ("a", $0.a), ("b", $0.b)]) })
      ),
      ("counts", "{" + diff.counts.map(json).joined(separator: ",\n ") + "}"),
      ("only_a", list(diff.onlyA.map(json))), ("only_b", list(diff.onlyB.map(json))),
      (
        "changed",
        list(diff.changed.map { "{\"a\":\(json($0.a)),\"b\":\(json($0.b))}" })
      ),
    ]
    return "{" + members.map { "\(JSONText.quoted($0.0)):\($0.1)" }.joined(separator: ",\n") + "}"
  }

  private static func side(_ side: RulesDiff.Side) -> String {
    "{\"definition\":\(JSONText.quoted(side.definition)),\"findings\":\(side.findings)}"
  }

  private static func json(_ count: RulesDiff.Count) -> String {
    "\(JSONText.quoted(count.code.text)):{\"only_a\":\(count.onlyA),\"only_b\":\(count.onlyB),"
      + "\"changed\":\(count.changed)}"
  }

  private static func json(_ line: RulesDiff.Line) -> String {
    let texts = object([
      ("id", line.id), ("code", line.code), ("severity", line.severity), ("status", line.status),
      ("month", line.month), ("subject_kind", line.subjectKind),
      ("subject_key", line.subjectKey), ("law", line.law), ("message", line.message),
    ])
    return texts.dropLast() + ",\"amount_at_risk\":\(line.atRisk)}"
  }

  private static func object(_ members: [(String, String?)]) -> String {
    let pairs = members.map { name, text in
      "\(JSONText.quoted(name)):\(text.map(JSONText.quoted) ?? "null")"
    }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  private static func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",\n ") + "]"
  }
}
