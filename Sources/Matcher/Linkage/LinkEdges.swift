/// The pairs that may match, as edges between left and right rows.
struct LinkEdges {
  /// The pairs by left row, then by right row.
  var pairs: ContiguousArray<CandidatePair> = []
  /// The weight of each in bits, without the prior.
  var weights: ContiguousArray<Double> = []
  /// The odds of each that it matches, its rivals not yet considered.
  var odds: ContiguousArray<Double> = []
  /// The probability of each that it matches, its rivals considered.
  var probabilities: ContiguousArray<Double> = []

  var count: Int { pairs.count }

  mutating func add(_ pair: CandidatePair, weight: Double, odds: Double) {
    pairs.append(pair)
    weights.append(weight)
    self.odds.append(odds)
  }

  /// The stretches of edges that share a left row.
  func leftRuns() -> ContiguousArray<Range<Int>> {
    var runs: ContiguousArray<Range<Int>> = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, pairs[end].left == pairs[start].left { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// The edges of each right row, one row after the other.
  func byRight() -> (edges: ContiguousArray<Int>, runs: ContiguousArray<Range<Int>>) {
    let edges = ContiguousArray(
      pairs.indices.sorted { (pairs[$0].right, $0) < (pairs[$1].right, $1) })
    var runs: ContiguousArray<Range<Int>> = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, pairs[edges[end]].right == pairs[edges[start]].right { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return (edges, runs)
  }

  /// Works out the probabilities that follow from the odds and from what a link excludes.
  mutating func considerRivals(_ cardinality: LinkPlan.Cardinality) {
    switch cardinality {
    case .manyToMany: probabilities = ContiguousArray(odds.map { $0 / (1 + $0) })
    case .manyToOne:
      probabilities = ContiguousArray(repeating: 0, count: count)
      for run in leftRuns() {
        let sum = run.reduce(1) { $0 + odds[$1] }
        for edge in run { probabilities[edge] = odds[edge] / sum }
      }
    case .oneToOne:
      var rivalry = Rivalry(self)
      probabilities = rivalry.probabilities()
    }
  }
}

/// The probabilities of edges of which no two that share a row can hold, by belief propagation.
///
/// Each edge asks both its rows how free they are of their other edges, and these ask in turn;
/// exact where the edges make no circle, and with one fixed point in any case (Bayati et al.,
/// "Simple deterministic approximation algorithms for counting matchings", 2007).
private struct Rivalry {
  private let odds: ContiguousArray<Double>
  private let leftRuns: ContiguousArray<Range<Int>>
  private let byRight: (edges: ContiguousArray<Int>, runs: ContiguousArray<Range<Int>>)
  /// How free each edge's left and right row are of their other edges.
  private var freeLeft: ContiguousArray<Double>
  private var freeRight: ContiguousArray<Double>

  init(_ edges: LinkEdges) {
    odds = edges.odds
    (leftRuns, byRight) = (edges.leftRuns(), edges.byRight())
    freeLeft = ContiguousArray(repeating: 1, count: odds.count)
    freeRight = freeLeft
  }

  mutating func probabilities() -> ContiguousArray<Double> {
    var behind: ContiguousArray<Double> = []
    for _ in 0..<60 {
      let before = freeLeft
      for run in leftRuns {
        Self.ask(run.count, at: { run.lowerBound + $0 }, odds, freeRight, &freeLeft, &behind)
      }
      for run in byRight.runs {
        let edges = byRight.edges
        Self.ask(
          run.count, at: { edges[run.lowerBound + $0] }, odds, freeLeft, &freeRight, &behind)
      }
      if zip(before, freeLeft).allSatisfy({ abs($0 - $1) < 1e-9 }) { break }
    }
    return ContiguousArray(
      odds.indices.map { edge in
        let both = odds[edge] * freeLeft[edge] * freeRight[edge]
        return both / (1 + both)
      })
  }

  /// How free a row is of its edges but one, for each of them.
  private static func ask(
    _ count: Int, at edge: (Int) -> Int, _ odds: ContiguousArray<Double>,
    _ free: ContiguousArray<Double>, _ answers: inout ContiguousArray<Double>,
    _ behind: inout ContiguousArray<Double>
  ) {
    if count == 1 { return }
    behind.removeAll(keepingCapacity: true)
    var sum = 0.0
    for i in stride(from: count - 1, through: 0, by: -1) {
      behind.append(sum)
      sum += odds[edge(i)] * free[edge(i)]
    }
    var before = 0.0
    for i in 0..<count {
      answers[edge(i)] = 1 / (1 + before + behind[count - 1 - i])
      before += odds[edge(i)] * free[edge(i)]
    }
  }
}
