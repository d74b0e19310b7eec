internal import Domain

/// One of the two tables that are linked: a key for each row, and the columns that are compared.
public struct LinkTable: Sendable {
  /// What each row is called.
  public var keys: TextColumn
  /// The columns, as the plan's comparisons name them.
  public var columns: [TextColumn]
  /// Where each row stood before the table was ordered; empty until then.
  private(set) var places: ContiguousArray<Int> = []

  /// A table.
  public init(keys: TextColumn, columns: [TextColumn]) {
    (self.keys, self.columns) = (keys, columns)
  }

  /// How many rows there are.
  public var count: Int { keys.count }

  /// The rows in the order of their keys, so that no result depends on the order they came in.
  func ordered() -> LinkTable {
    var order = ContiguousArray(0..<count)
    let isOrdered = order.dropFirst().allSatisfy { keys.precedes($0 - 1, $0) == true }
    var table = self
    if !isOrdered {
      order.sort(by: precedes)
      table = LinkTable(keys: keys.ordered(order), columns: columns.map { $0.ordered(order) })
    }
    table.places = order
    return table
  }

  private func precedes(_ row: Int, _ other: Int) -> Bool {
    if let isFirst = keys.precedes(row, other) { return isFirst }
    for column in columns {
      if let isFirst = column.precedes(row, other) { return isFirst }
    }
    return false
  }

  /// A hash of all texts: the seed of the random pairs.
  var contentHash: UInt64 {
    var hash: UInt64 = 0
    for row in 0..<count {
      hash = hash &* 31 &+ keys.with(row) { Bytes.hash(of: $0) }
      for column in columns { hash = hash &* 31 &+ column.with(row) { Bytes.hash(of: $0) } }
    }
    return hash
  }
}
