internal import Domain
internal import Glibc

/// Two comparisons that agree together more often than chance has it, as surname and address do
/// in a household.
public struct AgreeingTogether: Sendable {
  /// The comparisons, by place.
  public let first, second: Int
  /// How much less the second agreement says once there is the first one, in bits.
  public let bits: Double

  /// From how many pairs for each row on that is a habit of the data, not a few doubles.
  private static let leastPairs = 0.05
  private static let leastBits = 4.0
  /// How many rows of a table are looked at.
  private static let looked = 20_000

  /// What the rows of each table show among themselves, where no two are the same.
  static func find(_ values: LinkValues, _ cardinality: LinkPlan.Cardinality) -> [Self] {
    guard cardinality != .manyToMany else { return [] }
    let right = Self.excess(values.right)
    let both = cardinality == .oneToOne ? zip(right, Self.excess(values.left)).map(min) : right
    var (found, place): ([Self], Int) = ([], 0)
    for first in values.comparisons.indices {
      for second in values.comparisons.indices.dropFirst(first + 1) {
        if both[place] >= leastBits {
          found.append(Self(first: first, second: second, bits: both[place]))
        }
        place += 1
      }
    }
    return tree(found, values.comparisons.count)
  }

  /// The strongest of them that make no circle (Chow and Liu, 1968).
  private static func tree(_ found: [Self], _ count: Int) -> [Self] {
    var roots = Array(0..<count)
    let ranked = found.sorted { ($1.bits, $0.first, $0.second) < ($0.bits, $1.first, $1.second) }
    return ranked.filter { both in
      let (a, b) = (roots[both.first], roots[both.second])
      if a != b { roots = roots.map { $0 == b ? a : $0 } }
      return a != b
    }
  }

  /// For each two columns how much more often they agree together, in bits.
  private static func excess(_ columns: [ContiguousArray<UInt32>]) -> [Double] {
    let count = columns.first?.count ?? 0
    let rows = (0..<count).filter {
      count <= looked || BlockKeys.mixed(UInt64($0), 1) % UInt64(count) < UInt64(looked)
    }
    let single = columns.map { column in
      agreeing(rows.compactMap { column[$0] == Vocabulary.absent ? nil : UInt64(column[$0]) })
    }
    let pairs = max(1, Double(rows.count) * Double(rows.count - 1) / 2)
    return columns.indices.flatMap { first in
      columns.indices.dropFirst(first + 1).map { second in
        let together = agreeing(
          rows.compactMap { row in
            let (a, b) = (columns[first][row], columns[second][row])
            guard a != Vocabulary.absent, b != Vocabulary.absent else { return nil }
            return UInt64(a) << 32 | UInt64(b)
          })
        guard together > leastPairs * Double(rows.count) else { return 0 }
        return log2(together * pairs / max(1, single[first] * single[second]))
      }
    }
  }

  /// How many pairs of some values are equal.
  private static func agreeing(_ values: [UInt64]) -> Double {
    var counts: [UInt64: Double] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }
}
