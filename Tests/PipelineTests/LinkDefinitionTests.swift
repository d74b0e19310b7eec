import Testing

@testable import Pipeline

/// What `link.yaml` may say, and what it may not.
struct LinkDefinitionTests {
  private func definition(_ compare: String, _ rest: String = "") throws -> LinkDefinition {
    try LinkDefinition.decode(
      "left: {file: a.csv}\nright: {file: b.csv, key: no}\ncompare:\n  - \(compare)\n\(rest)",
      file: "link.yaml")
  }

  @Test func `columns, kinds and tunings are read`() throws {
    let date = try definition(
      "{left: [day, time], right: when, as: date, direction: right-not-before-left, window: 20d}",
      "cardinality: many-to-one\nblock: [[when]]")
    #expect(date.comparisons[0].left == ["day", "time"] && date.comparisons[0].name == "day_time")
    #expect(date.comparisons[0].dateWindow == 0...20)
    #expect(date.yaml.contains("cardinality: many-to-one") && date.blocks == [["when"]])
    #expect(date.left.key == nil && date.right.key == "no")
    let amount = try definition("{column: amount, as: amount, tolerance: 3%}")
    #expect(amount.comparisons[0].tolerance == 0.03)
    let before = try definition("{column: d, as: date, direction: left-not-before-right}")
    #expect(before.comparisons[0].dateWindow == -30...0)
    #expect(try definition("{column: d, as: date}").comparisons[0].dateWindow == nil)
  }

  @Test(arguments: [
    ("{column: a}", ""), ("{as: name}", ""), ("{left: a, as: name}", ""),
    ("{column: a, as: nam}", ""), ("{column: a, as: amount, tolerance: 300%}", ""),
    ("{column: a, as: date, window: soon}", ""), ("{column: a, as: name}", "block: [[b]]"),
    ("{column: a, as: name, weight: 3}", ""), ("{column: a, as: name}", "cardinality: some"),
  ])
  func `what cannot be followed is an error with its place`(compare: String, rest: String) {
    let error = #expect(throws: DefinitionError.self) { try definition(compare, rest) }
    #expect(error?.file == "link.yaml" && (error?.line ?? 0) >= 4)
  }

  @Test func `a definition says itself again`() throws {
    let first = try definition("{left: ['a b', c], right: \"d: e\", as: amount, tolerance: 0.05}")
    let again = try LinkDefinition.decode(first.yaml, file: "link.yaml")
    #expect(again.comparisons[0].left == ["a b", "c"] && again.comparisons[0].right == ["d: e"])
    #expect(again.comparisons[0].tolerance == 0.05 && again.right.key == "no")
  }
}
