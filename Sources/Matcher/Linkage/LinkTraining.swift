internal import Domain

/// Learns a model from the pairs that blocks give.
struct LinkTraining {
  private let pairs: ContiguousArray<CandidatePair>
  private let chances: LevelEstimation.Shares
  private let sampled: Int
  private let values: (left: Int, right: Int)
  private(set) var model: LinkModel

  init(
    _ pairs: ContiguousArray<CandidatePair>, _ values: LinkValues,
    chances: LevelEstimation.Shares, sampled: Int
  ) {
    (self.pairs, self.chances, self.sampled) = (pairs, chances, sampled)
    self.values = (values.leftCount, values.rightCount)
    let guess = LevelEstimation.firstGuess(values.comparisons)
    model = LinkModel(
      levels: Self.joined(guess, chances),
      expectedMatches: 0.5 * Double(min(values.leftCount, values.rightCount)))
    model.pairs = pairs.count
  }

  private static func joined(
    _ match: LevelEstimation.Shares, _ chances: LevelEstimation.Shares
  ) -> [[LinkModel.Shares]] {
    zip(match, chances).map { zip($0, $1).map { LinkModel.Shares(match: $0, chance: $1) } }
  }

  /// Lets each block's pairs say what they can, and weighs them by the matches they see.
  mutating func learnFromBlocks(_ blocks: [Block]) {
    let start = model.levels.map { $0.map(\.match) }
    var sums = start.map { $0.map { _ in 0.0 } }
    var weights = start.map { _ in 0.0 }
    for (place, block) in blocks.enumerated() {
      let patterns = self.patterns(of: place)
      let total = patterns.reduce(0) { $0 + $1.count }
      guard total >= 20 else { continue }
      let (match, matches) = LevelEstimation.session(
        patterns, fixed: block.fixed, chances: chances, start: start)
      // A block in which matches drown among others cannot tell what they look like.
      guard matches / total > 0.001, matches > 5 else { continue }
      for comparison in start.indices where block.fixed >> UInt64(comparison) & 1 == 0 {
        weights[comparison] += matches
        for level in match[comparison].indices {
          sums[comparison][level] += matches * match[comparison][level]
        }
      }
    }
    for comparison in start.indices where weights[comparison] > 0 {
      for level in start[comparison].indices {
        model.levels[comparison][level].match = sums[comparison][level] / weights[comparison]
      }
    }
  }

  /// How often each pattern stands among a block's pairs.
  private func patterns(of block: Int) -> [(pattern: UInt64, count: Double)] {
    var counts: [UInt64: Double] = [:]
    counts.reserveCapacity(1024)
    for pair in pairs where pair.blocks >> UInt64(block) & 1 == 1 {
      counts[pair.pattern, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Learns from all pairs at once, each weighed by its probability beside its rivals.
  mutating func refine(_ cardinality: LinkPlan.Cardinality, _ values: LinkValues) {
    for _ in 0..<12 {
      var edges = LinkEdges()
      let scorer = PairScorer(model, values, cardinality)
      for pair in pairs {
        let weight = scorer.weight(pair)
        let odds = scorer.odds(weight)
        if odds >= Linker.leastOdds { edges.add(pair, weight: weight, odds: odds) }
      }
      edges.considerRivals(cardinality)
      let before = model
      learn(from: edges)
      model.iterations += 1
      if Self.change(before, model) < 0.002 { return }
    }
  }

  private mutating func learn(from edges: LinkEdges) {
    var counts = model.levels.map { $0.map { _ in 0.0 } }
    var matches = 0.0
    for (edge, pair) in edges.pairs.enumerated() {
      let probability = edges.probabilities[edge]
      matches += probability
      for place in counts.indices {
        if let level = PairScorer.level(pair.pattern, place) { counts[place][level] += probability }
      }
    }
    let start = LevelEstimation.firstGuess(sizes: counts.map(\.count))
    let match = zip(counts, start).map(LevelEstimation.smoothed)
    let scale = Double(values.left) / Double(max(1, sampled))
    model.expectedMatches = max(1, matches * scale)
    model.levels = Self.joined(match, withoutMatches(match))
    for place in model.levels.indices {
      for level in model.levels[place].indices {
        model.levels[place][level].drawn = chances[place][level]
      }
    }
  }

  /// The shares among random pairs, less the matches that are among these.
  private func withoutMatches(_ match: LevelEstimation.Shares) -> LevelEstimation.Shares {
    let share = model.expectedMatches / max(1, Double(values.left) * Double(values.right))
    return zip(chances, match).map { chances, match in
      zip(chances, match).enumerated().map { level, shares in
        // Equal values were counted inside each table, where nothing matches.
        let (chance, match) = shares
        if level == 0 { return chance }
        return max(chance - share * match, chance * 0.02, 1e-9)
      }
    }
  }

  private static func change(_ a: LinkModel, _ b: LinkModel) -> Double {
    zip(a.levels.joined(), b.levels.joined()).reduce(
      abs(a.expectedMatches - b.expectedMatches) / max(1, a.expectedMatches)
    ) { max($0, abs($1.0.match - $1.1.match)) }
  }
}
