/// Sorts the places of records by their person, in five bytes a record at most.
///
/// People are a dense range: eight of them share a bucket, so that what counts them is small, and
/// the few places of a bucket are then sorted as they are.
enum PlacesByPerson {
  private static let bits: UInt32 = 3

  /// The places of as many records in order; `precedes` decides between those of one person.
  static func sorted(
    _ count: Int, people: Int, person: (Int) -> UInt32, _ precedes: (Int, Int) -> Bool
  ) -> ContiguousArray<UInt32> {
    var ends = ContiguousArray<Int32>(repeating: 0, count: people >> Int(bits) + 2)
    for place in 0..<count { ends[Int(person(place) >> bits) + 1] += 1 }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    var places = ContiguousArray<UInt32>(repeating: 0, count: count)
    for place in 0..<count {
      let bucket = Int(person(place) >> bits)
      places[Int(ends[bucket])] = UInt32(place)
      ends[bucket] += 1
    }
    places.withUnsafeMutableBufferPointer { places in
      var start = 0
      for end in ends where Int(end) > start {
        places[start..<Int(end)].sort { a, b in
          let (left, right) = (person(Int(a)), person(Int(b)))
          return left == right ? precedes(Int(a), Int(b)) : left < right
        }
        start = Int(end)
      }
    }
    return places
  }
}
