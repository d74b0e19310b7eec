/// A pair of rows that share a key of some block.
struct CandidatePair: Sendable {
  let left: UInt32
  let right: UInt32
  /// The levels of its comparisons.
  let pattern: UInt64
  /// The blocks whose key it shares, as bits.
  let blocks: UInt64
  /// What the rarity of what it agrees on is worth in bits: u of those levels, but its own.
  let rarity: Double
}

/// Finds the pairs of a stretch of left rows that share a key with a right row.
struct CandidateSearch {
  let blocks: [Block]
  /// A key that more right rows have says too little.
  let mostRight: Int
  /// The most pairs that all blocks together may give: later blocks are left out.
  let mostPairs: Int

  /// The pairs by left row, then by right row; the levels of each.
  func pairs(_ rows: Range<Int>, _ values: inout LinkValues) -> ContiguousArray<CandidatePair> {
    var hits: ContiguousArray<UInt64> = []
    let shared = SharedKeys.byPart(blocks, rows, values)
    for (place, block) in blocks.enumerated() where hits.count < mostPairs {
      let index = BlockIndex(block, rows, values)
      let parts = block.parts.compactMap { shared[$0] }
      index.add(UInt64(place), mostRight: mostRight, values, parts, to: &hits)
    }
    hits.sort()
    var pairs: ContiguousArray<CandidatePair> = []
    pairs.reserveCapacity(hits.count)
    var i = 0
    while i < hits.count {
      let pair = hits[i] >> 6
      var bits: UInt64 = 0
      while i < hits.count, hits[i] >> 6 == pair {
        bits |= 1 << (hits[i] & 63)
        i += 1
      }
      let (l, r) = (rows.lowerBound + Int(pair >> 32), Int(pair & 0xffff_ffff))
      let pattern = values.pattern(l, r)
      pairs.append(
        CandidatePair(
          left: UInt32(l), right: UInt32(r), pattern: pattern, blocks: bits,
          rarity: values.rarity(pattern, l, r)))
    }
    return pairs
  }
}

/// The keys of a block's left rows, to be met by the right ones.
private struct BlockIndex {
  private let block: Block
  /// Where each slot's key has its rows, plus one; zero where it is empty.
  private var slots: ContiguousArray<UInt32>
  private var groups: ContiguousArray<(hash: UInt64, start: UInt32)> = []
  private var rows: ContiguousArray<UInt32> = []
  private let mask: Int

  init(_ block: Block, _ range: Range<Int>, _ values: LinkValues) {
    self.block = block
    var entries: ContiguousArray<(hash: UInt64, row: UInt32)> = []
    entries.reserveCapacity(min(range.count, 4096) * 8)
    var (keys, part) = (BlockKeys(), BlockKeys())
    for row in range {
      values.keys(block, row: row, isLeft: true, &keys, &part)
      for i in 0..<keys.count { entries.append((keys[i], UInt32(row - range.lowerBound))) }
    }
    entries.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    groups.reserveCapacity(entries.count + 1)
    rows.reserveCapacity(entries.count)
    var size = 64
    while size < entries.count * 2 { size *= 2 }
    (slots, mask) = (ContiguousArray(repeating: 0, count: size), size - 1)
    for (place, entry) in entries.enumerated() {
      if groups.last?.hash != entry.hash { open(entry.hash) }
      if place == 0 || entries[place - 1] != entry { rows.append(entry.row) }
    }
    groups.append((0, UInt32(rows.count)))
  }

  private mutating func open(_ hash: UInt64) {
    groups.append((hash, UInt32(rows.count)))
    var slot = BlockKeys.slot(hash, mask: mask)
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(groups.count)
  }

  private func group(_ hash: UInt64) -> Int? {
    var slot = BlockKeys.slot(hash, mask: mask)
    while slots[slot] != 0 {
      let group = Int(slots[slot]) - 1
      if groups[group].hash == hash { return group }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the pairs of all keys that not too many right rows have.
  ///
  /// What right rows have is in `shared`, a part of the block each, or found where that is empty.
  func add(
    _ place: UInt64, mostRight: Int, _ values: LinkValues, _ shared: [SharedKeys],
    to hits: inout ContiguousArray<UInt64>
  ) {
    var met: ContiguousArray<(group: UInt32, row: UInt32)> = []
    var counts = ContiguousArray<UInt32>(repeating: 0, count: groups.count)
    var (keys, part) = (BlockKeys(), BlockKeys())
    for row in 0..<values.rightCount {
      if shared.isEmpty {
        values.keys(block, row: row, isLeft: false, &keys, &part)
      } else {
        shared[0].fill(&keys, row: row)
        for i in 1..<shared.count where keys.count > 0 {
          shared[i].fill(&part, row: row)
          keys.combine(part)
        }
      }
      for i in 0..<keys.count {
        guard let group = group(keys[i]) else { continue }
        met.append((UInt32(group), UInt32(row)))
        counts[group] += 1
      }
    }
    for (group, right) in met where counts[Int(group)] <= mostRight {
      for i in Int(groups[Int(group)].start)..<Int(groups[Int(group) + 1].start) {
        hits.append((UInt64(rows[i]) << 32 | UInt64(right)) << 6 | place)
      }
    }
  }
}
