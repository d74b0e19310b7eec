internal import Domain

/// Estimates how often each level holds: u from random pairs, m by expectation-maximisation.
struct LevelEstimation {
  /// How many random pairs are compared.
  private static let randomPairs = 200_000
  /// What one pair in the world is worth where none was seen.
  private static let smoothing = 0.5

  /// A table of a share for each level of each comparison.
  typealias Shares = [[Double]]

  /// The shares among random pairs, those of equal values counted and not drawn.
  static func chances(_ values: inout LinkValues, seed: UInt64) -> Shares {
    var counts = values.comparisons.map { [Double](repeating: 0, count: $0.levels.count) }
    let few = max(20_000, 100 * (values.leftCount + values.rightCount))
    let drawn = min(randomPairs, few, values.leftCount * values.rightCount)
    var random = PairRandom(state: seed)
    for i in 0..<drawn {
      // The larger table's rows in turn, which its values' memory thanks.
      let pattern =
        values.leftCount > values.rightCount
        ? values.pattern(i * values.leftCount / drawn, random.next(below: values.rightCount))
        : values.pattern(random.next(below: values.leftCount), i * values.rightCount / drawn)
      for place in counts.indices {
        if let level = PairScorer.level(pattern, place) { counts[place][level] += 1 }
      }
    }
    return counts.indices.map { place in
      shares(counts[place], equal: equalShare(place, values))
    }
  }

  private static func shares(_ counts: [Double], equal: Double) -> [Double] {
    let rest = counts.dropFirst().reduce(0, +) + smoothing * Double(counts.count - 1)
    let others = counts.dropFirst().map { (1 - equal) * ($0 + smoothing) / rest }
    return [max(equal, 1e-9)] + others
  }

  /// The share of pairs whose values are equal by chance, of those that have both.
  ///
  /// Rows of one table are no matches: how often two of them are equal tells chance alone. Where
  /// the two tables hold other values, fewer are equal between them.
  private static func equalShare(_ place: Int, _ values: LinkValues) -> Double {
    let left = counts(values.left[place], values.rows[place].count)
    let right = counts(values.right[place], values.rows[place].count)
    let (n, m) = (Double(left.reduce(0, +)), Double(right.reduce(0, +)))
    var (within, between) = (0.0, 0.0)
    for id in left.indices {
      let (a, b) = (Double(left[id]), Double(right[id]))
      within += a * max(0, a - 1) + b * max(0, b - 1)
      between += a * b
    }
    let pairs = (n * max(0, n - 1) + m * max(0, m - 1), n * m)
    return min(
      max(within, smoothing) / max(1, pairs.0), max(between, smoothing) / max(1, pairs.1))
  }

  private static func counts(
    _ ids: ContiguousArray<UInt32>, _ count: Int
  ) -> ContiguousArray<Int> {
    var counts = ContiguousArray(repeating: 0, count: count)
    for id in ids where id != Vocabulary.absent { counts[Int(id)] += 1 }
    return counts
  }

  /// What levels matches have before anything is known: mostly the surest.
  static func firstGuess(_ comparisons: [Comparison]) -> Shares {
    firstGuess(sizes: comparisons.map(\.levels.count))
  }

  /// The same for comparisons of so many levels.
  static func firstGuess(sizes: [Int]) -> Shares {
    sizes.map { count in
      [0.8] + (1..<max(2, count)).map { _ in 0.2 / Double(count - 1) }
    }
  }

  /// What one block's pairs say, those comparisons left out that the block itself settles.
  static func session(
    _ patterns: [(pattern: UInt64, count: Double)], fixed: UInt64, chances: Shares, start: Shares
  ) -> (match: Shares, matches: Double) {
    var match = start
    let total = patterns.reduce(0) { $0 + $1.count }
    var share = 0.2
    var matches = 0.0
    var counts = match
    for _ in 0..<100 {
      let before = share
      for place in counts.indices {
        for level in counts[place].indices { counts[place][level] = 0 }
      }
      matches = 0
      for (pattern, count) in patterns {
        var odds = share / (1 - share)
        for place in match.indices where fixed >> UInt64(place) & 1 == 0 {
          if let level = PairScorer.level(pattern, place) {
            odds *= match[place][level] / chances[place][level]
          }
        }
        let expected = count * odds / (1 + odds)
        matches += expected
        for place in match.indices {
          if let level = PairScorer.level(pattern, place) { counts[place][level] += expected }
        }
      }
      share = min(0.999, max(1e-9, matches / max(1, total)))
      for place in match.indices { smooth(counts[place], start[place], into: &match[place]) }
      if abs(share - before) < 1e-7 * share { break }
    }
    return (match, matches)
  }

  /// Shares of counts, with the weight of some pairs on what was thought before.
  ///
  /// A handful of pairs must not teach that matches differ in all but what they were found by.
  static func smoothed(_ counts: [Double], _ before: [Double]) -> [Double] {
    var shares = before
    smooth(counts, before, into: &shares)
    return shares
  }

  private static func smooth(_ counts: [Double], _ before: [Double], into shares: inout [Double]) {
    let weight = 10.0
    let total = counts.reduce(0, +) + weight
    for level in shares.indices {
      shares[level] = (counts[level] + weight * max(before[level], 1e-4)) / total
    }
  }
}

/// A sequence of random numbers that a seed settles.
private struct PairRandom {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31).multipliedFullWidth(by: UInt64(bound)).high)
  }
}
