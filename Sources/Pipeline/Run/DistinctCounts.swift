/// Counts the different values of each cell: all pairs stand in one array and are sorted once.
struct DistinctCounts<Cell: Hashable> {
  private var numbers: [Cell: UInt32] = [:]
  /// The number of a cell, then a value.
  private var pairs: ContiguousArray<UInt64> = []

  /// No values, with room for as many.
  init(room: Int) { pairs.reserveCapacity(room) }

  /// Adds a value to those of a cell.
  mutating func add(_ value: UInt32, to cell: Cell) {
    let number = numbers[cell] ?? UInt32(numbers.count)
    numbers[cell] = number
    pairs.append(UInt64(number) << 32 | UInt64(value))
  }

  /// How many different values each cell has.
  mutating func counted() -> [Cell: Int64] {
    pairs.sort()
    var counts = ContiguousArray<Int64>(repeating: 0, count: numbers.count)
    for place in pairs.indices where place == 0 || pairs[place] != pairs[place - 1] {
      counts[Int(pairs[place] >> 32)] += 1
    }
    return numbers.mapValues { counts[Int($0)] }
  }
}
