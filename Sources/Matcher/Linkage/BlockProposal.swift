/// Proposes blocks from the values alone: what few pairs share, alone or with one or two others.
struct BlockProposal {
  /// How many blocks there can be: a pair's blocks are bits.
  private static let most = 60
  /// How many rows of each side are looked at.
  private static let looked = 20_000

  private struct Candidate {
    var part: BlockPart
    /// The share of all pairs that agree.
    var rate: Double
    /// What it is of: parts of the same things are not combined.
    var group: Int
  }

  private let values: LinkValues
  /// The most pairs of one block.
  private let pairs: Double

  init(_ values: LinkValues, pairs: Double) { (self.values, self.pairs) = (values, pairs) }

  /// The blocks, the most selective first.
  func blocks() -> [Block] {
    let candidates = self.candidates()
    let all = Double(values.leftCount) * Double(values.rightCount)
    var accepted: [[Int]] = []
    var blocks: [(block: Block, rate: Double)] = []
    for size in 1...3 {
      var found: [(places: [Int], rate: Double)] = []
      for places in Self.combinations(of: candidates, size) {
        if accepted.contains(where: { $0.allSatisfy(places.contains) }) { continue }
        let rate = places.reduce(1) { $0 * candidates[$1].rate }
        if rate * all <= pairs { found.append((places, rate)) }
      }
      if size == 1 { accepted += dropWhole(candidates, &found) }
      found.sort { $0.rate < $1.rate }
      for (places, rate) in found where blocks.count < Self.most {
        accepted.append(places)
        blocks.append((Block(parts: places.map { candidates[$0].part }), rate))
      }
    }
    return blocks.map(\.block)
  }

  /// Drops the whole of an id that stands under itself without each digit as well; says which.
  private func dropWhole(
    _ candidates: [Candidate], _ found: inout [(places: [Int], rate: Double)]
  ) -> [[Int]] {
    let edits = found.map { candidates[$0.places[0]] }.filter { $0.part.part == .oneEdit }
    let isDropped = { (places: [Int]) in
      let candidate = candidates[places[0]]
      return candidate.part.part == .whole && values.comparisons[candidate.group].kind == .id
        && edits.contains { $0.group == candidate.group }
    }
    let dropped = found.map(\.places).filter(isDropped)
    found.removeAll { isDropped($0.places) }
    return dropped
  }

  private static func combinations(of candidates: [Candidate], _ size: Int) -> [[Int]] {
    if size == 1 { return candidates.indices.map { [$0] } }
    return combinations(of: candidates, size - 1).flatMap { places in
      candidates.indices.compactMap { next in
        guard next > places[places.count - 1],
          !places.contains(where: { candidates[$0].group == candidates[next].group })
        else { return nil }
        return places + [next]
      }
    }
  }

  private func candidates() -> [Candidate] {
    let names = values.comparisons.indices.filter { values.comparisons[$0].kind == .name }
    var found: [Candidate] = []
    if !names.isEmpty {
      for part in [BlockPart.Part.wordPair, .word, .sound, .start] {
        add(BlockPart(comparisons: names, part: part), names[0], to: &found)
      }
    }
    for (place, comparison) in values.comparisons.enumerated() {
      for part in parts(comparison, place) {
        add(BlockPart(comparisons: [place], part: part), place, to: &found)
      }
    }
    return found
  }

  private func parts(_ comparison: Comparison, _ place: Int) -> [BlockPart.Part] {
    switch comparison.kind {
    case .name: []
    case .text: [.whole, .startPair, .word, .wordStart, .longStart, .start, .oneEdit]
    case .id: [.whole, .oneEdit]
    case .category: [.whole]
    case .amount: [.whole, .neighbourhood]
    case .date where comparison.window != nil: [.whole, .neighbourhood]
    case .date: [.whole, .yearMonth, .yearDay, .monthDay, .year]
    }
  }

  private func add(_ part: BlockPart, _ group: Int, to found: inout [Candidate]) {
    let rate = rate(part)
    if rate > 0, rate < 0.5 { found.append(Candidate(part: part, rate: rate, group: group)) }
  }

  /// The share of pairs that agree on a part, by the rows looked at.
  private func rate(_ part: BlockPart) -> Double {
    let block = Block(parts: [part])
    var (keys, other) = (BlockKeys(), BlockKeys())
    let (left, right) = (Self.rows(values.leftCount), Self.rows(values.rightCount))
    var hashes: ContiguousArray<UInt64> = []
    for row in left {
      values.keys(block, row: row, isLeft: true, &keys, &other)
      for i in 0..<keys.count { hashes.append(keys[i]) }
    }
    var counts = KeyCounts(room: hashes.count)
    for hash in hashes { counts.addLeft(hash) }
    for row in right {
      values.keys(block, row: row, isLeft: false, &keys, &other)
      for i in 0..<keys.count { counts.addRight(keys[i]) }
    }
    let looked = Double(max(1, left.count)) * Double(max(1, right.count))
    return max(counts.pairs, 0.1) / looked
  }

  private static func rows(_ count: Int) -> [Int] {
    guard count > looked else { return Array(0..<count) }
    return (0..<looked).map { $0 * count / looked }
  }
}
