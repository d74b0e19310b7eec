import Foundation
import TestSupport
import Testing

/// `rekon rules diff` of the built program.
struct RulesDiffCommandTests {
  private struct Diff: Decodable {
    struct Side: Decodable { let findings: Int }
    struct Change: Decodable { let key: String, a, b: String? }
    struct Count: Decodable { let only_a, only_b, changed: Int }
    struct Line: Decodable { let id, code, severity, subject_key: String, amount_at_risk: Int }
    struct Pair: Decodable { let a, b: Line }
    let a, b: Side
    let other_inputs: [String]
    let changes: [Change]
    let counts: [String: Count]
    let only_a, only_b: [Line]
    let changed: [Pair]
  }

  private func city() throws -> CityFolder {
    let other = SmallCity.definition + "rules: {off: [IUR-02]}\n"
    return try CityFolder(SmallCity.repeated.merging(["other.yaml": other]) { $1 })
  }

  @Test func `tells the counts first, then each finding; flips or not, the exit is 0`() throws {
    let city = try city()
    let definitions = ["\(city.path)/d.yaml", "\(city.path)/other.yaml"]
    let answer = try Program.rekon(["rules", "diff"] + definitions + ["--as-of", "2024-07-15"])
    #expect(answer.status == 0 && answer.errors.isEmpty && !city.isPublished)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.contains("  rules.off: (not stated) -> IUR-02"))
    let counts = try #require(lines.firstIndex(of: "  IUR-02  only A: 1  only B: 0  changed: 0"))
    let finding = try #require(lines.firstIndex { $0.contains(" contribution B3 ") })
    #expect(counts < finding && lines[finding].contains(" high new Rp16800 "))
    let same = try Program.rekon(["rules", "diff", definitions[0], definitions[0]])
    #expect(same.status == 0 && same.output.hasSuffix("no finding flips\n"))
  }

  @Test func `JSON has the same`() throws {
    let city = try city()
    let answer = try Program.rekon(
      [
        "rules", "diff", "d.yaml", "other.yaml", "--format", "json", "--as-of", "2024-07-15",
      ].map { $0.hasSuffix(".yaml") ? "\(city.path)/\($0)" : $0 })
    let diff = try JSONDecoder().decode(Diff.self, from: Data(answer.output.utf8))
    #expect(diff.a.findings == 1 && diff.b.findings == 0 && diff.other_inputs.isEmpty)
    #expect(diff.changes.map(\.key) == ["rules.off"] && diff.changes.first?.a == nil)
    #expect(diff.counts["IUR-02"]?.only_a == 1 && diff.counts["IUR-02"]?.only_b == 0)
    #expect(diff.only_a.map(\.subject_key) == ["B3"] && diff.only_a.first?.amount_at_risk == 16_800)
    #expect(diff.only_b.isEmpty && diff.changed.isEmpty)
  }

  @Test func `a definition that is not there is 66`() throws {
    let answer = try Program.rekon(["rules", "diff", "/nowhere/a.yaml", "/nowhere/b.yaml"])
    #expect(answer.status == 66 && answer.output.isEmpty)
  }
}
