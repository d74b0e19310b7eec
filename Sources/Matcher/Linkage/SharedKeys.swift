internal import Domain

/// Under which hashes each right row stands in a part of a block, of those a left row has as well.
///
/// Most blocks are made of the same few parts: what a part says of a row is found once.
struct SharedKeys {
  /// Beyond so many right rows the room is worth more than the time.
  private static let mostRows = 250_000

  private var ends: ContiguousArray<UInt32> = []
  private var hashes: ContiguousArray<UInt64> = []

  private init(_ part: BlockPart, _ rows: Range<Int>, _ values: LinkValues) {
    let block = Block(parts: [part])
    var (keys, spare) = (BlockKeys(), BlockKeys())
    var seen = HashFilter(room: rows.count * 4)
    for row in rows {
      values.keys(block, row: row, isLeft: true, &keys, &spare)
      for i in 0..<keys.count { seen.add(keys[i]) }
    }
    ends.reserveCapacity(values.rightCount)
    for row in 0..<values.rightCount {
      values.keys(block, row: row, isLeft: false, &keys, &spare)
      for i in 0..<keys.count where seen.mayHave(keys[i]) { hashes.append(keys[i]) }
      ends.append(UInt32(hashes.count))
    }
  }

  /// Those of all parts of blocks that have several; none where there are too many rows.
  static func byPart(
    _ blocks: [Block], _ rows: Range<Int>, _ values: LinkValues
  ) -> [BlockPart: SharedKeys] {
    guard values.rightCount <= mostRows else { return [:] }
    let parts = Set(blocks.filter { $0.parts.count > 1 }.flatMap(\.parts))
    return Dictionary(uniqueKeysWithValues: parts.map { ($0, SharedKeys($0, rows, values)) })
  }

  /// Replaces keys by those of a row.
  func fill(_ keys: inout BlockKeys, row: Int) {
    keys.clear()
    for i in Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row]) { keys.add(hashes[i]) }
  }
}

/// Whether a hash may be among some: never says no to one that is.
private struct HashFilter {
  private var bits: ContiguousArray<UInt64>
  private let mask: Int

  init(room: Int) {
    var words = 64
    while words * 64 < room * 16 { words *= 2 }
    (bits, mask) = (ContiguousArray(repeating: 0, count: words), words * 64 - 1)
  }

  mutating func add(_ hash: UInt64) {
    let place = BlockKeys.slot(hash, mask: mask)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  func mayHave(_ hash: UInt64) -> Bool {
    let place = BlockKeys.slot(hash, mask: mask)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }
}
