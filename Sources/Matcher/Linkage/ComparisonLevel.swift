/// A named degree of agreement of two values.
public struct ComparisonLevel: Sendable {
  /// What must hold for a level.
  public enum Test: Hashable, Sendable {
    /// The same once folded.
    case equal
    /// The same words in another order, or written as one.
    case sameWords
    /// The other person's other name: given name and surname exchanged.
    case exchanged
    /// The same words, some as initials, cut off or left out.
    case abbreviated
    /// One begins with the other.
    case prefix
    /// One stands in the other, from the start of a word.
    case contained
    /// The end of one, from the start of a word, is the start of the other.
    case cutOff
    /// The same first letters, at least so many.
    case sameStart(Int)
    /// Shared words of at least this share of the rarer text's weight.
    case sharedWords(Double)
    /// Jaro-Winkler similarity of at least this much.
    case jaroWinkler(Double)
    /// Damerau distance of at most this much, of values at least so long.
    case damerau(Int, from: Int)
    /// Day and month exchanged.
    case dayMonthExchanged
    /// The days before or after.
    case daysApart(ClosedRange<Int>)
    /// The same day of a neighbouring month or of another year, at most so many months apart.
    case monthsApart(Int)
    /// Two of day, month and year agree.
    case twoParts
    /// The same amount with the other sign.
    case opposite
    /// A difference that is usual between the two tables.
    case fee
    /// A difference of at most this share of the greater amount.
    case share(Double)
    /// Whatever is left.
    case otherwise
  }

  /// What the level is called in outputs.
  public let name: String
  /// What must hold.
  public let test: Test
  /// Whether agreement on a rare value counts more than on a frequent one.
  public let countsRarity: Bool

  init(_ name: String, _ test: Test, countsRarity: Bool = false) {
    (self.name, self.test, self.countsRarity) = (name, test, countsRarity)
  }

  /// What a comparison states beyond its kind.
  public struct Tuning: Sendable {
    /// The share by which amounts may differ.
    public var tolerance: Double?
    /// The days by which the right date may differ from the left one.
    public var window: ClosedRange<Int>?

    /// Nothing stated.
    public init() {}
  }

  /// The levels of a kind.
  public static func levels(of kind: Comparison.Kind, _ tuning: Tuning) -> [ComparisonLevel] {
    switch kind {
    case .name: name
    case .text: text
    case .id: id
    case .date: tuning.window.map(date(window:)) ?? date
    case .amount: amount(tolerance: tuning.tolerance)
    case .category: category
    }
  }

  private static let name = [
    ComparisonLevel("exact", .equal, countsRarity: true),
    ComparisonLevel("words", .sameWords),
    ComparisonLevel("exchanged", .exchanged),
    ComparisonLevel("abbreviated", .abbreviated),
    ComparisonLevel("near", .jaroWinkler(0.92)),
    ComparisonLevel("close", .jaroWinkler(0.85)),
    ComparisonLevel("else", .otherwise),
  ]

  private static let text = [
    ComparisonLevel("exact", .equal, countsRarity: true),
    ComparisonLevel("prefix", .prefix, countsRarity: true),
    ComparisonLevel("contained", .contained, countsRarity: true),
    ComparisonLevel("words", .sharedWords(0.8), countsRarity: true),
    ComparisonLevel("cut-off", .cutOff),
    ComparisonLevel("start", .sameStart(6), countsRarity: true),
    ComparisonLevel("near", .jaroWinkler(0.92)),
    ComparisonLevel("some-words", .sharedWords(0.4), countsRarity: true),
    ComparisonLevel("close", .jaroWinkler(0.85)),
    ComparisonLevel("else", .otherwise),
  ]

  private static let id = [
    ComparisonLevel("exact", .equal, countsRarity: true),
    ComparisonLevel("one-edit", .damerau(1, from: 2)),
    ComparisonLevel("two-edits", .damerau(2, from: 6)),
    ComparisonLevel("else", .otherwise),
  ]

  private static let date = [
    ComparisonLevel("exact", .equal, countsRarity: true),
    ComparisonLevel("day-month", .dayMonthExchanged),
    ComparisonLevel("one-digit", .damerau(1, from: 8)),
    ComparisonLevel("one-day", .daysApart(-1...1)),
    ComparisonLevel("one-year", .monthsApart(12)),
    ComparisonLevel("two-parts", .twoParts),
    ComparisonLevel("two-digits", .damerau(2, from: 8)),
    ComparisonLevel("else", .otherwise),
  ]

  private static let category = [
    ComparisonLevel("exact", .equal, countsRarity: true),
    ComparisonLevel("else", .otherwise),
  ]

  /// Dates of payments: the nearer inside the window the better.
  private static func date(window: ClosedRange<Int>) -> [ComparisonLevel] {
    let steps = [1, 3, 7, 14, 30, 60].filter { $0 < max(window.upperBound, -window.lowerBound) }
    let inner = steps.map { days in
      ComparisonLevel(
        "\(days)-day", .daysApart(max(-days, window.lowerBound)...min(days, window.upperBound)))
    }
    return [ComparisonLevel("exact", .equal)] + inner + [
      ComparisonLevel("window", .daysApart(window)), ComparisonLevel("else", .otherwise),
    ]
  }

  private static func amount(tolerance: Double?) -> [ComparisonLevel] {
    let widest = 0.3
    let first = [
      ComparisonLevel("exact", .equal, countsRarity: true), ComparisonLevel("opposite", .opposite),
      ComparisonLevel("fee", .fee),
    ]
    let last = [
      ComparisonLevel("third", .share(widest)), ComparisonLevel("else", .otherwise),
    ]
    guard let tolerance, tolerance > 0 else {
      return first + [
        ComparisonLevel("near", .share(0.001)), ComparisonLevel("one-digit", .damerau(1, from: 4)),
        ComparisonLevel("percent", .share(0.01)), ComparisonLevel("tenth", .share(0.1)),
      ] + last
    }
    return first + [
      ComparisonLevel("near", .share(tolerance / 10)),
      ComparisonLevel("tolerance", .share(tolerance)),
    ] + (tolerance * 3 < widest ? [ComparisonLevel("beyond", .share(tolerance * 3))] : [])
      + (tolerance < widest ? last : [last[1]])
  }
}
