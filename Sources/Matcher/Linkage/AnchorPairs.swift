internal import Domain

/// Pairs that are most likely right before anything is learnt: both rows alone have some key.
///
/// They show what lies between the two tables: fees, and how many days.
struct AnchorPairs {
  /// How many rows of each table are looked at.
  private static let looked = 100_000
  /// A fee stands between at least so many pairs, and so large a share of them.
  private static let leastFees = (5, 0.01)
  private static let mostFees = 12

  private(set) var pairs: [(left: Int, right: Int)] = []

  private struct Rows {
    var left = -1
    var right = -1
    var isShared = false
  }

  /// The pairs that alone have a text, a name, a number or a part of it.
  init(_ values: LinkValues, besides place: Int) {
    for (other, comparison) in values.comparisons.enumerated() where other != place {
      for part in Self.parts(comparison.kind) {
        add(BlockPart(comparisons: [other], part: part), values)
      }
    }
    pairs.sort { $0 < $1 }
    pairs = pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }.map { pairs[$0] }
  }

  private static func parts(_ kind: Comparison.Kind) -> [BlockPart.Part] {
    switch kind {
    case .text: [.whole, .word, .startPair]
    case .id, .amount: [.whole]
    case .name: [.whole, .wordPair]
    case .date, .category: []
    }
  }

  private mutating func add(_ part: BlockPart, _ values: LinkValues) {
    var found: [UInt64: Rows] = [:]
    var (keys, spare) = (BlockKeys(), BlockKeys())
    let block = Block(parts: [part])
    for row in 0..<min(Self.looked, values.leftCount) {
      values.keys(block, row: row, isLeft: true, &keys, &spare)
      for i in 0..<keys.count {
        var rows = found[keys[i], default: Rows()]
        rows.isShared = rows.isShared || rows.left >= 0 && rows.left != row
        rows.left = row
        found[keys[i]] = rows
      }
    }
    for row in 0..<min(Self.looked, values.rightCount) {
      values.keys(block, row: row, isLeft: false, &keys, &spare)
      for i in 0..<keys.count {
        guard var rows = found[keys[i]] else { continue }
        rows.isShared = rows.isShared || rows.right >= 0 && rows.right != row
        rows.right = row
        found[keys[i]] = rows
      }
    }
    for rows in found.values where !rows.isShared && rows.right >= 0 {
      pairs.append((rows.left, rows.right))
    }
  }

  /// The differences of a comparison, in ascending order.
  func differences(_ values: LinkValues, _ place: Int) -> [Int] {
    pairs.compactMap { values.difference(place, $0.left, $0.right) }.sorted()
  }

  /// The differences of amounts that come again and again.
  static func fees(_ values: LinkValues, _ place: Int) -> Set<Int> {
    let differences = AnchorPairs(values, besides: place).differences(values, place)
    var counts: [Int: Int] = [:]
    for difference in differences where difference != 0 { counts[difference, default: 0] += 1 }
    let least = max(leastFees.0, Int(leastFees.1 * Double(differences.count)))
    let usual = counts.filter { $0.value >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Set(usual.prefix(mostFees).map(\.key))
  }
}

extension Linker {
  /// The days from left to right dates, of pairs that are most likely right, in ascending order.
  public func likelyDays(_ place: Int) -> [Int] {
    AnchorPairs(values, besides: place).differences(values, place)
  }
}
