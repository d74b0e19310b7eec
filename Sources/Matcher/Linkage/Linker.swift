internal import Domain

/// Links two tables: proposes blocks, learns the levels' shares, decides row by row.
///
/// Nothing it gives depends on the order of the rows.
public struct Linker {
  /// Odds below this are no edge.
  static let leastOdds = 1e-4

  /// The tables' plan.
  public let plan: LinkPlan
  /// The left table, by key.
  public let left: LinkTable
  /// The right table, by key.
  public let right: LinkTable
  /// The blocks, stated or proposed.
  private(set) var blocks: [Block] = []
  private(set) var values: LinkValues
  private let seed: UInt64
  private let limits: LinkLimits
  /// The pairs that were learnt from, where they are those of all left rows.
  private var learnt: ContiguousArray<CandidatePair>?

  /// Reads two tables, whose columns are those of the plan's comparisons.
  public init(_ plan: LinkPlan, left: LinkTable, right: LinkTable, limits: LinkLimits = .init()) {
    self.limits = limits
    self.plan = plan.mirrored(left, right)
    (self.left, self.right) = (left.ordered(), right.ordered())
    seed = self.left.contentHash &+ 31 &* self.right.contentHash
    values = LinkValues(self.plan.comparisons, left: self.left, right: self.right)
    for (place, comparison) in self.plan.comparisons.enumerated() where comparison.kind == .amount {
      values.takeFees(AnchorPairs.fees(values, place), place)
    }
    if limits.weighsTogether { values.together = AgreeingTogether.find(values, plan.cardinality) }
    blocks =
      plan.blocks.isEmpty
      ? BlockProposal(values, pairs: Double(limits.blockPairs(values))).blocks()
      : plan.blocks.map { places in
        Block(parts: places.map { BlockPart(comparisons: [$0], part: .whole) })
      }
    let isSmall = left.count * right.count <= limits.blockPairs(values)
    if limits.weighsTogether, plan.blocks.isEmpty, isSmall { blocks.append(.everything) }
  }

  /// The names of the blocks.
  public var blockNames: [String] { blocks.map { $0.name(plan.comparisons) } }

  private var search: CandidateSearch {
    CandidateSearch(
      blocks: blocks, mostRight: plan.blocks.isEmpty ? limits.mostRight(values) : .max,
      mostPairs: plan.blocks.isEmpty ? limits.pairs(values) : .max)
  }

  /// How many different values a comparison has, and in how many rows the most frequent stands.
  public func frequency(_ place: Int) -> (different: Int, most: Int) {
    let rows = values.rows[place].filter { $0 > 0 }
    return (rows.count, Int(rows.max() ?? 0))
  }

  /// What each comparison adds to a candidate's weight, in bits.
  public func weights(_ candidate: LinkResult.Candidate, _ model: LinkModel) -> [Double] {
    let scorer = PairScorer(model, values, plan.cardinality)
    return plan.comparisons.indices.map { scorer.weight(candidate.pair, $0, values) }
  }

  /// What agreements of a candidate that come together are worth less, each two by place, in bits.
  public func together(
    _ candidate: LinkResult.Candidate
  ) -> [(both: AgreeingTogether, bits: Double)] {
    values.together.compactMap { both in
      let bits = values.excess(candidate.pair.pattern, both, candidate.left, candidate.right)
      return bits > 0 ? (both, bits) : nil
    }
  }

  /// The comparisons that agree together more often than chance has it.
  public var together: [AgreeingTogether] { values.together }

  /// What is added before anything is compared, in bits.
  public func priorWeight(_ model: LinkModel) -> Double {
    model.priorWeight(values, plan.cardinality)
  }

  /// Learns the shares of the levels from the tables alone.
  public mutating func learn() -> LinkModel {
    values.chances = LevelEstimation.chances(&values, seed: seed)
    let sample = limits.sample(values)
    let pairs = search.pairs(sample, &values)
    learnt = sample.count == left.count ? pairs : nil
    var training = LinkTraining(pairs, values, chances: values.chances, sampled: sample.count)
    training.learnFromBlocks(blocks)
    training.refine(plan.cardinality, values)
    return training.model
  }

  /// Decides for each left row.
  public mutating func link(by model: LinkModel) -> LinkResult {
    if values.chances.isEmpty { values.chances = model.levels.map { $0.map(\.drawn) } }
    let scorer = PairScorer(model, values, plan.cardinality)
    var edges = LinkEdges()
    var start = 0
    while start < left.count {
      let end = min(left.count, start + limits.slice(values))
      let pairs = learnt ?? search.pairs(start..<end, &values)
      for pair in pairs {
        let weight = scorer.weight(pair)
        let odds = scorer.odds(weight)
        if odds >= Self.leastOdds { edges.add(pair, weight: weight, odds: odds) }
      }
      start = learnt == nil ? end : left.count
    }
    edges.considerRivals(plan.cardinality)
    var result = LinkResult(edges, plan.cardinality, leftCount: left.count)
    if limits.weighsTogether { result.doubt { self.restsOnOne($0, scorer) } }
    return result
  }

  /// Whether a link hangs on one comparison alone, and another speaks against it.
  private func restsOnOne(_ candidate: LinkResult.Candidate, _ scorer: PairScorer) -> Bool {
    let weights = plan.comparisons.indices.map { scorer.weight(candidate.pair, $0, values) }
    let isContradicted = weights.indices.contains { place in
      candidate.level(place) == plan.comparisons[place].levels.count - 1 && weights[place] < -1
    }
    return isContradicted && scorer.odds(candidate.weight - (weights.max() ?? 0)) < 1
  }
}

/// How much work and memory a linkage may take.
public struct LinkLimits: Sendable {
  /// The bytes for pairs.
  public var memory = 256 << 20
  /// How many pairs of one proposed block there may be for each row of the shorter table.
  public var pairsPerRow = 40

  /// Whether agreements that come together are weighed as such.
  public var weighsTogether = false

  /// The default limits.
  public init() {}

  private static let fewPairs = 4_000_000

  /// The most pairs of all blocks together.
  func pairs(_ values: LinkValues) -> Int {
    max(Self.fewPairs, pairsPerRow * max(values.leftCount, values.rightCount))
  }

  /// The most pairs of one proposed block.
  func blockPairs(_ values: LinkValues) -> Int {
    max(50_000, pairsPerRow * min(values.leftCount, values.rightCount))
  }

  /// The most right rows of one key.
  func mostRight(_ values: LinkValues) -> Int {
    min(2000, max(100, Self.fewPairs / max(1, values.leftCount)))
  }

  /// How many left rows are searched at a time.
  func slice(_ values: LinkValues) -> Int {
    let pairsPerRow = max(1, pairs(values) / max(1, values.leftCount))
    return max(1000, memory / 48 / pairsPerRow)
  }

  /// The left rows from which the shares are learnt.
  func sample(_ values: LinkValues) -> Range<Int> {
    0..<min(values.leftCount, 20_000, slice(values))
  }
}
