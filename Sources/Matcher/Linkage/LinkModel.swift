internal import Domain
internal import Glibc

/// What a linkage knows of its comparisons: how often each level holds for matches and for others.
public struct LinkModel: Equatable, Sendable {
  /// The two shares of a level.
  public struct Shares: Equatable, Sendable {
    /// The share among pairs that match (m).
    public var match: Double
    /// The share among pairs that do not (u).
    public var chance: Double

    /// The two shares.
    public init(match: Double, chance: Double) { (self.match, self.chance) = (match, chance) }

    /// The weight of the level in bits.
    public var weight: Double { log2(match / chance) }
  }

  /// For each comparison the shares of its levels.
  public var levels: [[Shares]]
  /// How many matches are expected.
  public var expectedMatches: Double
  /// How often the shares were estimated again.
  public var iterations = 0
  /// How many pairs they were estimated from.
  public var pairs = 0

  /// A model.
  public init(levels: [[Shares]], expectedMatches: Double) {
    (self.levels, self.expectedMatches) = (levels, expectedMatches)
  }

  /// The odds that two random rows match, in bits.
  func priorWeight(_ values: LinkValues) -> Double {
    let all = Double(values.leftCount) * Double(values.rightCount)
    return log2(expectedMatches / max(1, all - expectedMatches))
  }

  /// The weight of each level at its place in a pattern, sixteen to a comparison.
  var table: ContiguousArray<Double> {
    var table = ContiguousArray<Double>(repeating: 0, count: 16 * levels.count)
    for (place, shares) in levels.enumerated() {
      for (level, share) in shares.enumerated() { table[16 * place + level + 1] = share.weight }
    }
    return table
  }
}

/// Weighs pairs by a model: the weights of their levels, more for agreement on what is rare.
struct PairScorer {
  private let model: LinkModel
  private let table: ContiguousArray<Double>
  private let prior: Double

  init(_ model: LinkModel, _ values: LinkValues) {
    (self.model, table, prior) = (model, model.table, model.priorWeight(values))
  }

  /// The level a pattern holds of a comparison; nil where a value is absent.
  static func level(_ pattern: UInt64, _ place: Int) -> Int? {
    let bits = Int(pattern >> UInt64(4 * place) & 15)
    return bits == 0 ? nil : bits - 1
  }

  /// The pair's weight in bits, without the prior.
  func weight(_ pair: CandidatePair, _ values: LinkValues) -> Double {
    var sum = 0.0
    for place in model.levels.indices { sum += weight(pair, place, values) }
    return sum
  }

  /// The odds that a pair matches, for what the levels and the prior say.
  func odds(_ weight: Double) -> Double { exp2(min(60, weight + prior)) }

  /// What one comparison adds to a pair's weight.
  func weight(_ pair: CandidatePair, _ place: Int, _ values: LinkValues) -> Double {
    let bits = Int(pair.pattern >> UInt64(4 * place) & 15)
    guard bits > 0 else { return 0 }
    let base = table[16 * place + bits]
    guard values.comparisons[place].levels[bits - 1].countsRarity,
      let rows = values.agreeingRows(place, level: bits - 1, Int(pair.left), Int(pair.right))
    else { return base }
    // The two rows of the pair itself are no sign that the value is frequent.
    let chance = model.levels[place][bits - 1].chance
    let share = (max(0, Double(rows) - 2) + 1) / (Double(values.leftCount + values.rightCount) + 1 / chance)
    return base + log2(chance / share)
  }
}
