internal import Domain

/// Sorts things that are large to move by a number and a text: places first, texts by their head.
enum TextOrder {
  private struct Entry {
    /// The text's first sixteen bytes as one number, the first byte highest.
    let head: UInt128
    /// What comes before the text.
    let rank: UInt64
    let place: UInt32
  }

  /// Sorts by rank, text, then what decides between equal ones.
  static func sort<Row>(
    _ rows: inout ContiguousArray<Row>, in arena: TextArena, rank: (Row) -> UInt64 = { _ in 0 },
    text: (Row) -> Text, tie: (Row) -> UInt64 = { _ in 0 }
  ) {
    var entries: ContiguousArray<Entry> = []
    entries.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      let head = head(of: text(row), arena)
      entries.append(Entry(head: head, rank: rank(row), place: UInt32(place)))
    }
    entries.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.head != b.head { return a.head < b.head }
      let (left, right) = (rows[Int(a.place)], rows[Int(b.place)])
      if arena.equal(text(left), text(right)) {
        return (tie(left), a.place) < (tie(right), b.place)
      }
      return arena.precedes(text(left), text(right))
    }
    rows.move(from: { Int(entries[$0].place) })
  }

  private static func head(of text: Text, _ arena: TextArena) -> UInt128 {
    var head: UInt128 = 0
    arena.with(text) { bytes in
      for i in 0..<min(16, bytes.count) { head |= UInt128(bytes[i]) << UInt128(120 - i * 8) }
    }
    return head
  }
}
