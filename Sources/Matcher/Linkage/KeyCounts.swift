/// How many rows of each side stand under a key, of the keys that left rows have.
///
/// A table of its own: the standard dictionary allocates each time a count in it grows.
struct KeyCounts {
  private var hashes: ContiguousArray<UInt64>
  private var lefts: ContiguousArray<UInt32>
  private var rights: ContiguousArray<UInt32>
  private let mask: Int

  /// Room for so many different keys.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    hashes = ContiguousArray(repeating: 0, count: size)
    (lefts, rights) = (
      ContiguousArray(repeating: 0, count: size), ContiguousArray(repeating: 0, count: size)
    )
    mask = size - 1
  }

  /// Where a key stands, or the empty place where it would.
  private func place(_ hash: UInt64) -> Int {
    var place = BlockKeys.slot(hash, mask: mask)
    while lefts[place] > 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  mutating func addLeft(_ hash: UInt64) {
    let place = place(hash)
    hashes[place] = hash
    lefts[place] += 1
  }

  mutating func addRight(_ hash: UInt64) {
    let place = place(hash)
    if lefts[place] > 0 { rights[place] += 1 }
  }

  /// How many pairs share a key.
  var pairs: Double {
    zip(lefts, rights).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
  }
}
