internal import Domain

/// Sorts things that are large to move by a number and a text: places first, texts by their head.
struct TextOrder {
  private struct Entry {
    /// What comes before the text.
    let rank: UInt64
    /// The text's first sixteen bytes as one number, the first byte highest.
    let head: UInt128
    /// What comes behind the text.
    let tie: UInt64
    let place: UInt32
  }

  private var entries: ContiguousArray<Entry> = []
  private var texts: ContiguousArray<Text> = []
  private let arena: TextArena

  /// An order of texts of an arena.
  init(_ arena: TextArena, room: Int) {
    self.arena = arena
    entries.reserveCapacity(room)
    texts.reserveCapacity(room)
  }

  /// Adds the next thing's rank, text and what decides between equal ones.
  mutating func add(rank: UInt64 = 0, _ text: Text, tie: UInt64 = 0) {
    var head: UInt128 = 0
    arena.with(text) { bytes in
      for i in 0..<min(16, bytes.count) { head |= UInt128(bytes[i]) << UInt128(120 - i * 8) }
    }
    entries.append(Entry(rank: rank, head: head, tie: tie, place: UInt32(entries.count)))
    texts.append(text)
  }

  /// The places in ascending order; those that are equal in all as they were added.
  func places() -> [Int] {
    let sorted = entries.sorted { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.head != b.head { return a.head < b.head }
      let (left, right) = (texts[Int(a.place)], texts[Int(b.place)])
      if arena.equal(left, right) { return (a.tie, a.place) < (b.tie, b.place) }
      return arena.precedes(left, right)
    }
    return sorted.map { Int($0.place) }
  }
}
