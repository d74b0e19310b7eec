/// What was decided for each left row, and among which candidates.
public struct LinkResult: Sendable {
  /// How sure a link is.
  public enum Tier: String, Sendable { case auto, suggested, ambiguous, none }

  /// A pair that may match.
  public struct Candidate: Sendable {
    /// The left row, in the order of keys.
    public let left: Int
    /// The right row, in the order of keys.
    public let right: Int
    /// The weight of all levels in bits, without the prior.
    public let weight: Double
    /// The probability that it matches, its rivals considered.
    public let probability: Double
    let pair: CandidatePair

    /// The level of a comparison, by place; nil where a value is absent.
    public func level(_ place: Int) -> Int? { PairScorer.level(pair.pattern, place) }
  }

  /// What was decided for a left row.
  public struct Decision: Sendable {
    /// The left row, in the order of keys.
    public let left: Int
    /// The right row that is linked, or the best candidate where none is.
    public let best: Candidate?
    /// The best of the others.
    public let runnerUp: Candidate?
    /// How sure it is; only `auto` and `suggested` are links.
    public fileprivate(set) var tier: Tier

    /// Whether it is a link.
    public var isLink: Bool { tier == .auto || tier == .suggested }
  }

  /// The probability from which a link needs nobody to look at it.
  static let auto = 0.99
  /// The probability from which a link is suggested.
  static let suggested = 0.5
  /// How many times as probable as its runner-up a link must be.
  static let margin = 1.5

  /// The decisions by left row; under many-to-many one for each link.
  public private(set) var decisions: [Decision] = []
  /// All candidates by left row, then by right row.
  public let candidates: [Candidate]

  init(_ edges: LinkEdges, _ cardinality: LinkPlan.Cardinality, leftCount: Int) {
    candidates = edges.pairs.indices.map { edge in
      Candidate(
        left: Int(edges.pairs[edge].left), right: Int(edges.pairs[edge].right),
        weight: edges.weights[edge], probability: edges.probabilities[edge],
        pair: edges.pairs[edge])
    }
    let taken = cardinality == .oneToOne ? Assignment.best(edges) : []
    var edge = 0
    for row in 0..<leftCount {
      let start = edge
      while edge < edges.count, candidates[edge].left == row { edge += 1 }
      if cardinality == .manyToMany {
        decideAll(row, start..<edge)
      } else {
        let chosen = cardinality == .oneToOne ? (start..<edge).first { taken[$0] } : nil
        decisions.append(decide(row, start..<edge, chosen, cardinality))
      }
    }
  }

  /// Has somebody look at those sure links of which something holds.
  mutating func doubt(_ isDoubtful: (Candidate) -> Bool) {
    for place in decisions.indices where decisions[place].tier == .auto {
      if let best = decisions[place].best, isDoubtful(best) { decisions[place].tier = .suggested }
    }
  }

  private func ranked(_ run: Range<Int>) -> [Int] { run.sorted(by: isLikelier) }

  private func isLikelier(_ edge: Int, than other: Int) -> Bool {
    let (a, b) = (candidates[edge], candidates[other])
    if a.probability != b.probability { return a.probability > b.probability }
    return (b.weight, a.right) < (a.weight, b.right)
  }

  private func decide(
    _ row: Int, _ run: Range<Int>, _ chosen: Int?, _ cardinality: LinkPlan.Cardinality
  ) -> Decision {
    let isFree = cardinality == .manyToOne
    guard let best = chosen ?? likeliest(run, but: nil) else {
      return Decision(left: row, best: nil, runnerUp: nil, tier: .none)
    }
    let second = likeliest(run, but: best).map { candidates[$0] }
    return Decision(
      left: row, best: candidates[best], runnerUp: second,
      tier: tier(candidates[best], second, mayLink: isFree || chosen != nil))
  }

  private func likeliest(_ run: Range<Int>, but other: Int?) -> Int? {
    var found: Int?
    for edge in run where edge != other && found.map({ isLikelier(edge, than: $0) }) ?? true {
      found = edge
    }
    return found
  }

  private func tier(_ best: Candidate, _ second: Candidate?, mayLink: Bool) -> Tier {
    let rival = second?.probability ?? 0
    let both = best.probability + rival
    guard mayLink, both >= Self.suggested else { return .none }
    guard best.probability >= Self.suggested, best.probability >= Self.margin * rival else {
      return rival > 0.1 || best.probability >= Self.suggested ? .ambiguous : .none
    }
    return best.probability >= Self.auto ? .auto : .suggested
  }

  private mutating func decideAll(_ row: Int, _ run: Range<Int>) {
    let ranked = ranked(run)
    let links = ranked.filter { candidates[$0].probability >= Self.suggested }
    if links.isEmpty {
      decisions.append(
        Decision(
          left: row, best: ranked.first.map { candidates[$0] }, runnerUp: nil, tier: .none))
    }
    for edge in links {
      let isAuto = candidates[edge].probability >= Self.auto
      decisions.append(
        Decision(
          left: row, best: candidates[edge], runnerUp: nil, tier: isAuto ? .auto : .suggested))
    }
  }
}
