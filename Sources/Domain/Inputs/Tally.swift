/// A count of rows and their rupiah: one side of a book.
public struct Tally: Hashable, Sendable {
  /// How many rows.
  public var rows: Int
  /// Their rupiah.
  public var amount: MoneySum

  /// An empty tally.
  public init() { (rows, amount) = (0, MoneySum()) }

  /// Counts one row.
  @inlinable public mutating func add(_ rupiah: Int64) {
    rows += 1
    amount.add(rupiah)
  }

  /// Takes one row back that was counted.
  public mutating func remove(_ rupiah: Int64) {
    rows -= 1
    amount.add(-rupiah)
  }

  /// Counts what another tally counted.
  public mutating func add(_ other: Tally) {
    rows += other.rows
    amount.add(other.amount)
  }
}

/// What became of the rows of one file; each count has its own counter.
public struct FileTally: Sendable {
  /// Rows that Validator was given.
  public var read = Tally()
  /// Rows that became records.
  public var accepted = Tally()
  /// Rows that went to the rejects.
  public var rejected = Tally()
  /// Rows of a file that was given twice.
  public var duplicate = Tally()
  /// Rows left out on purpose, as cancelled payments.
  public var skipped = Tally()
  /// Values that could not be read in columns that may be empty, by column.
  public var unread: [Column: Int] = [:]

  /// No rows.
  public init() {}
}
