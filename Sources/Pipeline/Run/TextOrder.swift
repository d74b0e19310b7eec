internal import Domain

/// Sorts things that are large to move by a number and a text: places first, texts by their head.
enum TextOrder {
  private struct Entry {
    /// The text's first sixteen bytes as two numbers, the first byte highest.
    let head: UInt64
    let rest: UInt64
    /// What comes before the text.
    let rank: UInt32
    let place: UInt32
  }

  /// Sorts by rank, text, then what decides between equal ones.
  static func sort<Row>(
    _ rows: inout ContiguousArray<Row>, in arena: TextArena, rank: (Row) -> UInt32 = { _ in 0 },
    text: (Row) -> Text, tie: (Row) -> UInt64 = { _ in 0 }
  ) {
    var entries: ContiguousArray<Entry> = []
    entries.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      let (head, rest) = head(of: text(row), arena)
      entries.append(Entry(head: head, rest: rest, rank: rank(row), place: UInt32(place)))
    }
    entries.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.head != b.head { return a.head < b.head }
      if a.rest != b.rest { return a.rest < b.rest }
      let (left, right) = (rows[Int(a.place)], rows[Int(b.place)])
      if arena.equal(text(left), text(right)) {
        return (tie(left), a.place) < (tie(right), b.place)
      }
      return arena.precedes(text(left), text(right))
    }
    rows.move(from: { Int(entries[$0].place) })
  }

  private static func head(of text: Text, _ arena: TextArena) -> (UInt64, UInt64) {
    var head: (UInt64, UInt64) = (0, 0)
    arena.with(text) { bytes in
      for i in 0..<min(8, bytes.count) { head.0 |= UInt64(bytes[i]) << UInt64(56 - i * 8) }
      for i in 8..<max(8, min(16, bytes.count)) {
        head.1 |= UInt64(bytes[i]) << UInt64(120 - i * 8)
      }
    }
    return head
  }
}
