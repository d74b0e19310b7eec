/// Sorts the places of records that are large to move, by a number of each.
///
/// An entry has twelve bytes: there are as many as records, and while they are sorted half as many
/// again.
public struct PlacesByNumber {
  @usableFromInline struct Entry {
    @usableFromInline let high: UInt32
    @usableFromInline let low: UInt32
    @usableFromInline let place: UInt32

    @usableFromInline init(_ number: UInt64, place: UInt32) {
      (high, low) = (UInt32(number >> 32), UInt32(truncatingIfNeeded: number))
      self.place = place
    }

    @inlinable var number: UInt64 { UInt64(high) << 32 | UInt64(low) }
  }

  @usableFromInline var entries: ContiguousArray<Entry> = []

  /// No places yet, with room for as many.
  @inlinable public init(room: Int) { entries.reserveCapacity(room) }

  /// Adds the next place, from 0.
  @inlinable public mutating func add(_ number: UInt64) {
    entries.append(Entry(number, place: UInt32(entries.count)))
  }

  /// Takes the places in order; `precedes` decides between those of an equal number.
  @inlinable public mutating func takeSorted(
    _ precedes: (Int, Int) -> Bool
  ) -> ContiguousArray<UInt32> {
    entries.sort { a, b in
      a.number == b.number ? precedes(Int(a.place), Int(b.place)) : a.number < b.number
    }
    var places: ContiguousArray<UInt32> = []
    places.reserveCapacity(entries.count)
    for entry in entries { places.append(entry.place) }
    entries = []
    return places
  }
}
