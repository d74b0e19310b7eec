/// How two tables are linked: what is compared, and what a link excludes.
public struct LinkPlan: Sendable {
  /// What a link excludes.
  public enum Cardinality: String, CaseIterable, Sendable {
    case oneToOne = "one-to-one"
    case manyToOne = "many-to-one"
    case manyToMany = "many-to-many"
  }

  /// The comparisons, each of the columns in its own place on both sides.
  public var comparisons: [Comparison]
  /// What a link excludes.
  public var cardinality: Cardinality
  /// The blocks as lists of comparisons by place; empty where they are to be proposed.
  public var blocks: [[Int]]

  /// The most comparisons a plan can have: a pair's levels are one number.
  public static let mostComparisons = 16

  /// A plan.
  public init(
    comparisons: [Comparison], cardinality: Cardinality = .oneToOne, blocks: [[Int]] = []
  ) {
    precondition(comparisons.count <= Self.mostComparisons, "the caller checks the count")
    (self.comparisons, self.cardinality, self.blocks) = (comparisons, cardinality, blocks)
  }
}

/// One comparison of a column on either side, by named levels.
public struct Comparison: Sendable {
  /// What a column's values are, and so how they are read and compared.
  public enum Kind: String, CaseIterable, Sendable { case name, text, id, date, amount, category }

  /// What the comparison is called in outputs.
  public var name: String
  /// What the values are.
  public var kind: Kind
  /// Its levels from the surest to the one that is left; the first that holds counts.
  public var levels: [ComparisonLevel]
  /// The share by which amounts may differ, where it is stated.
  public let tolerance: Double?
  /// The days by which the right date may differ from the left one, where they are stated.
  public let window: ClosedRange<Int>?
  /// Whether what is paid on one side is negative on the other: the right amounts are turned.
  public private(set) var isMirrored = false

  /// A comparison with the levels of its kind.
  public init(name: String, kind: Kind, _ tuning: ComparisonLevel.Tuning = .init()) {
    (self.name, self.kind, self.tolerance, self.window) =
      (name, kind, tuning.tolerance, tuning.window)
    levels = ComparisonLevel.levels(of: kind, tuning)
  }

  /// The same comparison of amounts that have the other sign on the right: equal ones are called
  /// opposite and opposite ones exact.
  func mirrored() -> Comparison {
    var comparison = self
    comparison.isMirrored = true
    let (exact, opposite) = (levels[0], levels[1])
    comparison.levels[0] = ComparisonLevel(opposite.name, exact.test, countsRarity: true)
    comparison.levels[1] = ComparisonLevel(exact.name, opposite.test)
    return comparison
  }
}
