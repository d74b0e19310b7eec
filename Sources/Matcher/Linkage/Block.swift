internal import Domain

/// A rule for which pairs are looked at at all: those that share a key.
struct Block: Sendable {
  /// What must be shared, all of it.
  var parts: [BlockPart]

  /// The comparisons that say little among the block's pairs, as bits.
  var fixed: UInt64 {
    var bits: UInt64 = 0
    for place in parts.flatMap(\.comparisons) { bits |= 1 << UInt64(place) }
    return bits
  }

  /// All pairs.
  static let everything = Block(parts: [BlockPart(comparisons: [], part: .everything)])

  /// The name of the block, of its comparisons' names.
  func name(_ comparisons: [Comparison]) -> String {
    parts.map { part in
      part.comparisons.map { comparisons[$0].name }.joined(separator: "|") + ":\(part.part)"
    }.joined(separator: " + ")
  }
}

/// A part of a block's key: something of one comparison, or of all names together.
struct BlockPart: Hashable, Sendable {
  /// What of the value is shared.
  enum Part: Sendable {
    /// The whole folded value.
    case whole
    /// One of its words, two of them, the starts of two or of one, their sound, first letters.
    case word, wordPair, startPair, wordStart, sound, start, longStart
    /// The value, but for one letter or digit.
    case oneEdit
    /// Parts of a date, day and month taken in either order.
    case year, yearMonth, yearDay, monthDay
    /// About the same date or amount.
    case neighbourhood
    /// Nothing: all pairs.
    case everything
  }

  /// Of which comparisons.
  var comparisons: [Int]
  /// What of them.
  var part: Part
}

/// The hashes under which one row stands in a block, in room that is used again.
struct BlockKeys {
  /// The most keys a row can have: further ones are left out.
  private static let most = 64

  private var room = ContiguousArray<UInt64>(repeating: 0, count: most)
  private var kept = ContiguousArray<UInt64>(repeating: 0, count: most)
  private(set) var count = 0

  /// A hash, by place.
  subscript(_ place: Int) -> UInt64 { room[place] }

  mutating func clear() { count = 0 }

  mutating func add(_ hash: UInt64) {
    guard count < Self.most else { return }
    room[count] = hash
    count += 1
  }

  /// Replaces the hashes by those of all their pairs.
  mutating func pairUp() {
    let before = count
    swap(&kept, &room)
    count = 0
    for i in 0..<before {
      for j in i + 1..<max(i + 1, before) {
        let (low, high) = (min(kept[i], kept[j]), max(kept[i], kept[j]))
        if low != high { add(Self.mixed(low, high)) }
      }
    }
  }

  /// Keeps the hashes, each made one with each of another part's.
  mutating func combine(_ other: BlockKeys) {
    let before = count
    swap(&kept, &room)
    count = 0
    for i in 0..<before {
      for j in 0..<other.count { add(Self.mixed(kept[i], other.room[j])) }
    }
  }

  /// Where a hash stands in a table whose size is a power of two, one more than the mask.
  static func slot(_ hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 24) & mask
  }

  static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var mixed = a &* 0x9e37_79b9_7f4a_7c15 ^ (b &+ 0x7f4a_7c15 &* (a >> 31))
    mixed = (mixed ^ mixed >> 29) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ mixed >> 32
  }
}

extension LinkValues {
  /// The hashes under which a row stands in a block, none twice.
  func keys(
    _ block: Block, row: Int, isLeft: Bool, _ keys: inout BlockKeys, _ part: inout BlockKeys
  ) {
    keys.clear()
    addKeys(block.parts[0], row: row, isLeft: isLeft, to: &keys)
    for further in block.parts.dropFirst() where keys.count > 0 {
      part.clear()
      addKeys(further, row: row, isLeft: isLeft, to: &part)
      keys.combine(part)
    }
  }
}
