import Foundation
import Testing

@testable import Matcher

/// The labelled people: how many are found, and how many wrongly (`Scripts/quality` has the table).
struct PeopleTests {
  private func rows(_ name: String) throws -> [[String]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("People")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(arguments: [(6, 0.985, 570), (4, 0.955, 500)])
  func `few are missed and none is linked wrongly without a doubt`(
    columns: Int, least: Double, sure: Int
  ) throws {
    let all: [(column: Int, kind: Comparison.Kind)] = [
      (1, .name), (3, .date), (4, .category), (5, .category), (6, .id), (2, .id),
    ]
    let kinds = all.prefix(columns)
    let tables = try ["claims.csv", "register.csv"].map { name in
      let rows = try rows(name)
      return LinkTable.of(
        rows.map { row in kinds.map { row[$0.column] } }, keys: rows.map { $0[0] })
    }
    var linker = Linker(
      LinkPlan(
        comparisons: kinds.map { Comparison(name: "\($0.column)", kind: $0.kind) },
        cardinality: .manyToOne),
      left: tables[0], right: tables[1])
    let model = linker.learn()
    let decisions = linker.link(by: model).decisions
    let truth = Dictionary(uniqueKeysWithValues: try rows("links.csv").map { ($0[0], $0[1]) })
    let links = decisions.filter(\.isLink).map { decision in
      let right = decision.best.map { linker.right.keys.string($0.right) } ?? ""
      return (isRight: truth[linker.left.keys.string(decision.left)] == right, decision.tier)
    }
    let right = Double(links.count { $0.isRight })
    #expect(2 * right / Double(links.count + truth.values.count { !$0.isEmpty }) > least)
    #expect(links.allSatisfy { $0.isRight || $0.1 != .auto })
    #expect(links.count { $0.1 == .auto } > sure)
  }
}
