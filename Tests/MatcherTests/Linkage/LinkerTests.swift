import TestSupport
import Testing

@testable import Matcher

/// Two tables linked as a whole.
struct LinkerTests {
  private let comparisons = [
    Comparison(name: "name", kind: .name), Comparison(name: "id", kind: .id),
    Comparison(name: "born", kind: .date), Comparison(name: "village", kind: .category),
  ]

  /// People with a name, a number, a birth date and a village.
  private func people(_ count: Int, seed: UInt64) -> [[String]] {
    var random = SeededGenerator(seed: seed)
    let names = [
      "Slamet", "Wahyu", "Siti", "Aminah", "Joko", "Agus", "Rina", "Dewi", "Imam", "Umi",
    ]
    let last = ["Hidayat", "Lestari", "Santoso", "Wibowo", "Rahayu", "Nugroho", "Utami", "Hakim"]
    return (0..<count).map { i in
      let day = Int.random(in: 1...28, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let date = "\(1950 + i % 50)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      return [
        "\(names[Int.random(in: 0..<10, using: &random)]) \(last[Int.random(in: 0..<8, using: &random)])",
        "\(Int.random(in: 1_000_000...9_999_999, using: &random))", date,
        "V\(Int.random(in: 0..<9, using: &random))",
      ]
    }
  }

  private func decisions(
    _ left: LinkTable, _ right: LinkTable, _ cardinality: LinkPlan.Cardinality = .oneToOne
  ) -> [String] {
    var linker = Linker(
      LinkPlan(comparisons: comparisons, cardinality: cardinality), left: left, right: right)
    let model = linker.learn()
    return linker.link(by: model).decisions.map { decision in
      let right = decision.best.map { linker.right.keys.string($0.right) } ?? "-"
      let odds = decision.best.map { "\($0.probability)" } ?? "-"
      return "\(linker.left.keys.string(decision.left)) \(decision.isLink ? right : "") "
        + "\(decision.tier) \(odds)"
    }
  }

  /// Left rows 0..<300 are the right rows of the same number with one field wrong; 40 are nobody.
  private var tables: (left: LinkTable, right: LinkTable) {
    let right = people(1000, seed: 3)
    var left = Array(right.prefix(300))
    for i in left.indices {
      switch i % 4 {
      case 0: left[i][1] = ""
      case 1: left[i][1] = String(left[i][1].dropLast()) + "0"
      case 2: left[i][2] = ""
      default: left[i][0] = String(left[i][0].prefix(4))
      }
    }
    left += people(40, seed: 99)
    return (.of(left), .of(right))
  }

  @Test func `one wrong field does not part a person from themselves`() {
    let found = decisions(tables.left, tables.right)
    let links = found.filter { $0.contains("auto") || $0.contains("suggested") }
    let right = links.filter {
      let words = $0.split(separator: " ")
      return words[0] == words[1]
    }
    #expect(right.count >= 297 && links.count == right.count)
    #expect(found.count == 340)
  }

  @Test func `the order of the rows changes nothing`() {
    let (left, right) = tables
    var random = SeededGenerator(seed: 5)
    let mixed = [left, right].map { table in
      let order = ContiguousArray((0..<table.count).shuffled(using: &random))
      return LinkTable(
        keys: table.keys.ordered(order), columns: table.columns.map { $0.ordered(order) })
    }
    #expect(decisions(left, right) == decisions(mixed[0], mixed[1]))
  }

  @Test func `of two people whom nothing tells apart neither is linked`() {
    var (left, right) = (people(200, seed: 8), people(400, seed: 8))
    right[250] = right[0]
    right[250][1] = "1111111"
    left[0][1] = ""
    let found = decisions(.of(left), .of(right), .manyToOne)
    #expect(found.first { $0.hasPrefix("0 ") }?.contains("ambiguous") == true)
    #expect(found.count { $0.contains("auto") } > 190)
  }

  @Test func `two left rows of one right row are both linked where many may be`() {
    var left = people(200, seed: 8)
    left.append(left[7])
    let right = people(400, seed: 8)
    let many = decisions(.of(left), .of(right), .manyToOne)
    #expect(many.count { $0.contains(" 7 auto") } == 2)
    let one = decisions(.of(left), .of(right))
    #expect(one.count { $0.contains(" 7 auto") || $0.contains(" 7 suggested") } <= 1)
  }

  @Test func `tables that share nobody give no link`() {
    let found = decisions(.of(people(150, seed: 1)), .of(people(300, seed: 2)))
    #expect(found.allSatisfy { !$0.contains("auto") })
  }

  @Test func `empty tables and empty columns give no link`() {
    let nobody = [["", "", "", ""], ["", "", "", ""]]
    #expect(decisions(.of(nobody), .of(people(5, seed: 1))).allSatisfy { $0.hasSuffix("none -") })
    let none = LinkTable(keys: TextColumn(), columns: comparisons.map { _ in TextColumn() })
    #expect(decisions(none, .of(people(5, seed: 1))).isEmpty)
    #expect(decisions(.of(nobody), none).count == 2)
  }
}
