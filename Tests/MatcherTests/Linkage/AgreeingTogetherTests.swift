import Testing

@testable import Matcher

/// Comparisons that agree together.
struct AgreeingTogetherTests {
  private let comparisons = [
    Comparison(name: "first", kind: .name), Comparison(name: "surname", kind: .name),
    Comparison(name: "street", kind: .text),
  ]

  /// Households of four: one surname and one street each, or streets dealt out to anybody.
  private func rows(together: Bool) -> [[String]] {
    (0..<400).map { i in
      let house = i / 4
      let street = together ? house : (i * 37 + i / 11) % 100
      return ["F\(letters(i * 7 % 97))", "S\(letters(house))", "Jalan \(letters(street))"]
    }
  }

  private func letters(_ number: Int) -> String {
    String(
      "\(number)".map {
        "abcdefghij"[String.Index(utf16Offset: $0.wholeNumberValue ?? 0, in: "abcdefghij")]
      })
  }

  private func find(
    _ left: [[String]], _ right: [[String]], _ cardinality: LinkPlan.Cardinality
  ) -> [AgreeingTogether] {
    AgreeingTogether.find(
      LinkValues(comparisons, left: .of(left), right: .of(right)), cardinality)
  }

  @Test func `surname and street of a household agree together`() {
    let houses = rows(together: true)
    let found = find(houses, houses, .oneToOne)
    #expect(found.map { [$0.first, $0.second] } == [[1, 2]])
    #expect((found.first?.bits ?? 0) > 6)
  }

  @Test func `nothing is concluded where they do not, on either side or where rows repeat`() {
    let (houses, others) = (rows(together: true), rows(together: false))
    #expect(find(others, others, .manyToOne).isEmpty)
    #expect(find(others, houses, .oneToOne).isEmpty)
    #expect(find(houses, others, .manyToOne).isEmpty)
    #expect(find(houses, houses, .manyToMany).isEmpty)
  }

  @Test func `the second agreement counts for as much less, and never below nothing`() {
    let houses = rows(together: true)
    var linker = LinkValues(comparisons, left: .of(houses), right: .of(houses))
    linker.chances = LevelEstimation.chances(&linker, seed: 1)
    let pattern = linker.pattern(0, 1)
    let alone = linker.rarity(pattern, 0, 1)
    linker.together = AgreeingTogether.find(linker, .oneToOne)
    let less = linker.excess(pattern, 0, 1)
    #expect(less > 4 && less < alone)
    #expect(abs(linker.rarity(pattern, 0, 1) - (alone - less)) < 1e-9)
  }
}
