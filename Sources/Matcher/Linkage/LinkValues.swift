internal import Domain
internal import Glibc

/// Both tables as numbers of values, ready to be compared pair by pair.
struct LinkValues: Sendable {
  let comparisons: [Comparison]
  /// Which of `stores` holds the values of a comparison; all names are in one.
  let store: [Int]
  /// The number of each row's value, for each comparison.
  private(set) var left: [ContiguousArray<UInt32>] = []
  private(set) var right: [ContiguousArray<UInt32>] = []
  /// The same, all numbers of a row side by side.
  private var leftRows: ContiguousArray<UInt32> = []
  private var rightRows: ContiguousArray<UInt32> = []
  /// In how many rows of both tables a value stands, for each comparison.
  private(set) var rows: [ContiguousArray<UInt32>] = []
  private var stores: [any ComparedValues] = []
  /// For each comparison the place of its level of exchanged names, where it has rivals for it.
  private var exchanged: [Int?] = []

  /// The share of each level among random pairs, once it is known.
  var chances: LevelEstimation.Shares = []
  /// The levels of each comparison that count rarity, as bits.
  private let countsRarity: [UInt64]
  /// What agrees together more often than by chance, once it is known.
  var together: [AgreeingTogether] = []
  let leftCount: Int
  let rightCount: Int

  /// Reads all cells of two tables.
  init(_ comparisons: [Comparison], left: LinkTable, right: LinkTable) {
    self.comparisons = comparisons
    countsRarity = comparisons.map { comparison in
      comparison.levels.indices.reduce(0) {
        comparison.levels[$1].countsRarity ? $0 | 1 << UInt64($1) : $0
      }
    }
    (leftCount, rightCount) = (left.count, right.count)
    var store: [Int] = []
    for (place, comparison) in comparisons.enumerated() {
      let known = comparisons[..<place].firstIndex {
        comparison.kind == .name && $0.kind == .name
      }
      store.append(known.map { store[$0] } ?? stores.count)
      if known == nil { stores.append(Self.values(comparison)) }
    }
    self.store = store
    for (place, comparison) in comparisons.enumerated() {
      var form = (
        ColumnForm(left.columns[place], kind: comparison.kind),
        ColumnForm(right.columns[place], kind: comparison.kind)
      )
      form.1.isMirrored = comparison.isMirrored
      self.left.append(read(left.columns[place], form.0, into: store[place]))
      self.right.append(read(right.columns[place], form.1, into: store[place]))
    }
    for place in stores.indices { stores[place].finish() }
    count()
    leftRows = Self.byRow(self.left, left.count)
    rightRows = Self.byRow(self.right, right.count)
    let names = comparisons.count { $0.kind == .name }
    exchanged = comparisons.map { comparison in
      names > 1 ? comparison.levels.firstIndex { $0.test == .exchanged } : nil
    }
  }

  private static func values(_ comparison: Comparison) -> any ComparedValues {
    switch comparison.kind {
    case .name: NameValues()
    case .text: TextValues()
    case .id, .category: CodeValues()
    case .date: DateValues(window: comparison.window)
    case .amount: AmountValues(tolerance: comparison.tolerance)
    }
  }

  private mutating func read(
    _ column: TextColumn, _ form: ColumnForm, into store: Int
  ) -> ContiguousArray<UInt32> {
    var ids: ContiguousArray<UInt32> = []
    ids.reserveCapacity(column.count)
    var values = stores[store]
    for row in 0..<column.count { ids.append(column.with(row) { values.add($0, form) }) }
    stores[store] = values
    return ids
  }

  private static func byRow(
    _ columns: [ContiguousArray<UInt32>], _ count: Int
  ) -> ContiguousArray<UInt32> {
    var rows: ContiguousArray<UInt32> = []
    rows.reserveCapacity(count * columns.count)
    for row in 0..<count { for column in columns { rows.append(column[row]) } }
    return rows
  }

  private mutating func count() {
    for place in comparisons.indices {
      var rows = ContiguousArray<UInt32>(repeating: 0, count: stores[store[place]].count)
      for id in left[place] where id != Vocabulary.absent { rows[Int(id)] += 1 }
      for id in right[place] where id != Vocabulary.absent { rows[Int(id)] += 1 }
      self.rows.append(rows)
    }
  }

  /// By how much the right row's value is more; nil where one is absent or that means nothing.
  func difference(_ place: Int, _ l: Int, _ r: Int) -> Int? {
    let (a, b) = (left[place][l], right[place][r])
    guard a != Vocabulary.absent, b != Vocabulary.absent else { return nil }
    return stores[store[place]].difference(a, b)
  }

  /// Takes differences of a comparison that are usual as fees.
  mutating func takeFees(_ fees: Set<Int>, _ place: Int) { stores[store[place]].takeFees(fees) }

  /// The levels of a pair, four bits a comparison: 0 where a value is absent, else place + 1.
  mutating func pattern(_ l: Int, _ r: Int) -> UInt64 {
    var pattern: UInt64 = 0
    let (here, there) = (l * comparisons.count, r * comparisons.count)
    for place in 0..<comparisons.count {
      let (a, b) = (leftRows[here + place], rightRows[there + place])
      guard a != Vocabulary.absent, b != Vocabulary.absent else { continue }
      var level = a == b ? 0 : stores[store[place]].level(of: comparisons[place].levels, a, b)
      if let exchanged = exchanged[place], level > exchanged, isExchanged(place, a, r) {
        level = exchanged
      }
      pattern |= UInt64(level + 1) << UInt64(4 * place)
    }
    return pattern
  }

  /// Whether the left row's name is another name of the right row.
  private mutating func isExchanged(_ place: Int, _ a: UInt32, _ r: Int) -> Bool {
    let levels = comparisons[place].levels
    for other in comparisons.indices where other != place && comparisons[other].kind == .name {
      let b = right[other][r]
      guard b != Vocabulary.absent else { continue }
      let level = a == b ? 0 : stores[store[place]].level(of: levels, a, b)
      switch levels[level].test {
      case .equal, .sameWords, .jaroWinkler(0.92): return true
      default: continue
      }
    }
    return false
  }

  /// What the rarity of all that a pair agrees on is worth in bits.
  func rarity(_ pattern: UInt64, _ l: Int, _ r: Int) -> Double {
    var sum = 0.0
    for place in 0..<comparisons.count {
      if let level = PairScorer.level(pattern, place), countsRarity[place] >> UInt64(level) & 1 == 1
      {
        sum += rarity(place, level: level, l, r)
      }
    }
    return sum - excess(pattern, l, r)
  }

  /// The bits that agreements are worth less because they come together.
  func excess(_ pattern: UInt64, _ l: Int, _ r: Int) -> Double {
    together.reduce(0) { $0 + excess(pattern, $1, l, r) }
  }

  /// The same for two comparisons.
  func excess(_ pattern: UInt64, _ both: AgreeingTogether, _ l: Int, _ r: Int) -> Double {
    let agreed = (surprise(pattern, both.first, l, r), surprise(pattern, both.second, l, r))
    return max(0, min(agreed.0, agreed.1, both.bits))
  }

  /// How surprising by chance is what a pair agrees on, in bits; 0 where it does not agree.
  private func surprise(_ pattern: UInt64, _ place: Int, _ l: Int, _ r: Int) -> Double {
    guard let level = PairScorer.level(pattern, place), level < comparisons[place].levels.count - 1
    else { return 0 }
    let isOwn = countsRarity[place] >> UInt64(level) & 1 == 1
    return isOwn ? rarity(place, level: level, l, r) : -log2(chances[place][level])
  }

  /// The bits by which what a pair agrees on is rarer than one pair in one.
  func rarity(_ place: Int, level: Int, _ l: Int, _ r: Int) -> Double {
    let chance = chances[place][level]
    guard let rows = agreeingRows(place, level: level, l, r) else { return -log2(chance) }
    // The two rows of the pair itself are no sign that the value is frequent.
    let others = max(0, Double(rows) - 2) + 1
    return -log2(others / (Double(leftCount + rightCount) + 1 / chance))
  }

  /// In how many rows of both tables stands what a pair agrees on; nil where that is not counted.
  func agreeingRows(_ place: Int, level: Int, _ l: Int, _ r: Int) -> UInt32? {
    let (a, b) = (left[place][l], right[place][r])
    if level == 0 { return max(rows[place][Int(a)], rows[place][Int(b)]) }
    return stores[store[place]].rowsSharing(a, b, at: comparisons[place].levels[level].test)
  }

  /// Adds the hashes under which a row stands in a part of a block.
  func addKeys(_ part: BlockPart, row: Int, isLeft: Bool, to keys: inout BlockKeys) {
    for place in part.comparisons {
      let id = isLeft ? left[place][row] : right[place][row]
      guard id != Vocabulary.absent else { continue }
      stores[store[place]].addKeys(part.part, id, isLeft: isLeft, to: &keys)
    }
    if part.part == .everything { keys.add(0) }
    if part.part == .wordPair || part.part == .startPair { keys.pairUp() }
  }
}
