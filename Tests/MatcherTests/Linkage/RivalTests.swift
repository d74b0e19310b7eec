import TestSupport
import Testing

@testable import Matcher

/// Probabilities beside rivals, and the best assignment, held against all that is possible.
struct RivalTests {
  private func edges(_ odds: [(left: UInt32, right: UInt32, odds: Double)]) -> LinkEdges {
    var edges = LinkEdges()
    for edge in odds {
      edges.add(
        CandidatePair(left: edge.left, right: edge.right, pattern: 0, blocks: 0, rarity: 0),
        weight: 0, odds: edge.odds)
    }
    return edges
  }

  /// All sets of edges of which no two share a row.
  private func matchings(_ edges: LinkEdges) -> [[Int]] {
    var found: [[Int]] = [[]]
    for edge in 0..<edges.count {
      found += found.filter { set in
        set.allSatisfy {
          edges.pairs[$0].left != edges.pairs[edge].left
            && edges.pairs[$0].right != edges.pairs[edge].right
        }
      }.map { $0 + [edge] }
    }
    return found
  }

  private func exact(_ edges: LinkEdges) -> [Double] {
    var (total, sums) = (0.0, [Double](repeating: 0, count: edges.count))
    for set in matchings(edges) {
      let weight = set.reduce(1) { $0 * edges.odds[$1] }
      total += weight
      for edge in set { sums[edge] += weight }
    }
    return sums.map { $0 / total }
  }

  @Test func `edges without a circle get their probabilities to the letter`() {
    var edges = edges([(0, 0, 20), (0, 1, 5), (1, 1, 3), (2, 1, 0.5), (2, 2, 400), (3, 2, 400)])
    edges.considerRivals(.oneToOne)
    for (found, expected) in zip(edges.probabilities, exact(edges)) {
      #expect(abs(found - expected) < 1e-6)
    }
  }

  @Test func `of many left rows of one right row each counts alone, and of its rivals one`() {
    var edges = edges([(0, 0, 9), (1, 0, 9), (2, 0, 3), (2, 1, 3)])
    edges.considerRivals(.manyToOne)
    #expect(Array(edges.probabilities) == [0.9, 0.9, 3.0 / 7, 3.0 / 7])
    edges.considerRivals(.manyToMany)
    #expect(Array(edges.probabilities) == [0.9, 0.9, 0.75, 0.75])
  }

  @Test func `the assignment has the greatest sum of all`() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      var found: [(UInt32, UInt32, Double)] = []
      for left in 0..<4 as Range<UInt32> {
        for right in 0..<4 as Range<UInt32> where Int.random(in: 0...2, using: &random) > 0 {
          found.append((left, right, Double.random(in: 0.5...200, using: &random)))
        }
      }
      let edges = edges(found)
      let taken = Assignment.best(edges)
      let best = matchings(edges).map { set in set.reduce(1) { $0 * edges.odds[$1] } }.max() ?? 1
      let chosen = taken.indices.filter { taken[$0] }
      #expect(matchings(edges).contains(chosen))
      #expect(abs(chosen.reduce(1) { $0 * edges.odds[$1] } / best - 1) < 1e-9)
    }
  }
}
