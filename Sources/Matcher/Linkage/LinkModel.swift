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
    /// The share among random pairs, those that match among them.
    public var drawn: Double

    /// The two shares; the drawn one is that of pairs that do not match where it is not known.
    public init(match: Double, chance: Double, drawn: Double? = nil) {
      (self.match, self.chance, self.drawn) = (match, chance, drawn ?? chance)
    }

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

  /// The odds in bits that two rows match that are not linked otherwise, before they are compared.
  ///
  /// Where each row has one partner at most, the odds are against the rows that are still free:
  /// as many pairs form as fall apart, N = odds * (left - N) * (right - N).
  func priorWeight(_ values: LinkValues, _ cardinality: LinkPlan.Cardinality) -> Double {
    let (left, right) = (Double(values.leftCount), Double(values.rightCount))
    // Some rows count as free in any case, so that nothing is linked for want of another partner.
    let free = (
      max(left - expectedMatches, left * 0.05), max(right - expectedMatches, right * 0.05)
    )
    let pairs =
      switch cardinality {
      case .oneToOne: free.0 * free.1
      case .manyToOne: free.0 * right
      case .manyToMany: max(left * right - expectedMatches, left * right * 0.05)
      }
    return log2(expectedMatches / max(1, pairs))
  }
}

/// Weighs pairs by a model: the weights of their levels, more for agreement on what is rare.
struct PairScorer {
  private let model: LinkModel
  private let prior: Double
  /// The weight of each level at its place in a pattern, sixteen to a comparison; of a level that
  /// counts rarity only what m says, since the pair itself has its u.
  private let table: ContiguousArray<Double>

  init(_ model: LinkModel, _ values: LinkValues, _ cardinality: LinkPlan.Cardinality) {
    (self.model, prior) = (model, model.priorWeight(values, cardinality))
    var table = ContiguousArray<Double>(repeating: 0, count: 16 * model.levels.count)
    for (place, shares) in model.levels.enumerated() {
      for (level, share) in shares.enumerated() {
        let isOwn = values.comparisons[place].levels[level].countsRarity
        table[16 * place + level + 1] = isOwn ? log2(share.match) : share.weight
      }
    }
    self.table = table
  }

  /// The level a pattern holds of a comparison; nil where a value is absent.
  static func level(_ pattern: UInt64, _ place: Int) -> Int? {
    let bits = Int(pattern >> UInt64(4 * place) & 15)
    return bits == 0 ? nil : bits - 1
  }

  /// The pair's weight in bits, without the prior.
  func weight(_ pair: CandidatePair) -> Double {
    var (sum, pattern) = (pair.rarity, pair.pattern)
    var place = 0
    while pattern != 0 {
      sum += table[place + Int(pattern & 15)]
      (pattern, place) = (pattern >> 4, place + 16)
    }
    return sum
  }

  /// The odds that a pair matches, for what the levels and the prior say.
  func odds(_ weight: Double) -> Double { exp2(min(60, weight + prior)) }

  /// What one comparison adds to a pair's weight.
  func weight(_ pair: CandidatePair, _ place: Int, _ values: LinkValues) -> Double {
    guard let level = Self.level(pair.pattern, place) else { return 0 }
    let base = table[16 * place + level + 1]
    guard values.comparisons[place].levels[level].countsRarity else { return base }
    return base + values.rarity(place, level: level, Int(pair.left), Int(pair.right))
  }
}
