/// Where a cell's text stands in a batch's bytes.
public struct FieldRange: Sendable {
  /// The first byte.
  public var start: UInt32
  /// The byte behind the last.
  public var end: UInt32

  /// A stretch of bytes.
  @inlinable public init(start: UInt32, end: UInt32) { (self.start, self.end) = (start, end) }
}

/// Some rows of one file as Reader hands them on: texts unquoted, places known, nothing typed.
public struct RecordBatch: Sendable {
  /// One row: its cells are `fields[first ..< first + count]`.
  public struct Row: Sendable {
    /// The first cell's place in `fields`.
    public var first: UInt32
    /// How many cells the row has.
    public var count: UInt32
    /// The physical line the row starts on, from 1.
    public var line: UInt32
    /// The row's first byte, from the start of `bytes`.
    public var byte: UInt32

    /// A row of a batch.
    @inlinable public init(first: UInt32, count: UInt32, line: UInt32, byte: UInt32) {
      (self.first, self.count, self.line, self.byte) = (first, count, line, byte)
    }
  }

  /// The bytes the cells stand in.
  public var bytes: ContiguousArray<UInt8> = []
  /// All cells of all rows.
  public var fields: ContiguousArray<FieldRange> = []
  /// The rows that could be split into cells.
  public var rows: ContiguousArray<Row> = []
  /// The rows that could not.
  public var faults: ContiguousArray<RowFault> = []
  /// What each of `fields` is; empty where all are text, as in every text file.
  public var kinds: ContiguousArray<CellKind> = []
  /// The sheet the rows stand in, by its place among the reader's sheets; zero where there is one.
  public var sheet = 0
  /// How many cells a row counts as that has fewer, the rest being empty; zero where none does.
  public var width = 0
  /// The rows that were left out on purpose.
  public var skipped: ContiguousArray<SkippedRow> = []
  /// What to add to a byte's place in `bytes` to have its place in the file.
  public var fileOffset = 0
  /// Whether `bytes` holds copies of the cells' texts, which have no place in the file.
  public var holdsCopies = false

  /// An empty batch.
  public init() {}

  /// Where a cell's text stands; empty where the row or the file has no such cell.
  @inlinable @inline(__always) public func field(_ row: Row, _ cell: Int) -> FieldRange {
    guard cell >= 0, cell < Int(row.count) else { return FieldRange(start: 0, end: 0) }
    return fields[Int(row.first) + cell]
  }

  /// The same as a range of places.
  @inlinable @inline(__always) public func range(_ row: Row, _ cell: Int) -> Range<Int> {
    let field = field(row, cell)
    return Int(field.start)..<Int(field.end)
  }

  /// What a cell is; text in every text file, and where the row has no such cell.
  @inlinable @inline(__always) public func kind(_ row: Row, _ cell: Int) -> CellKind {
    guard !kinds.isEmpty, cell >= 0, cell < Int(row.count) else { return .text }
    return kinds[Int(row.first) + cell]
  }

  /// Where a cell's text stands without white space around it.
  @inlinable public func trimmed(_ row: Row, _ cell: Int) -> Range<Int> {
    let range = range(row, cell)
    let inner = Bytes.trimmed(bytes.span.extracting(range))
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }

  /// Forgets all rows and keeps the room.
  public mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    skipped.removeAll(keepingCapacity: true)
    width = 0
  }
}

/// A row that could not be split into cells, and why.
public struct RowFault: Sendable {
  /// What is wrong with the row's form.
  public let reason: Reject.Reason
  /// The physical line the row or its quote starts on, from 1.
  public let line: UInt32
  /// The cell, from 1.
  public let column: UInt32
  /// The byte in the file, from 0.
  public let byte: Int

  /// A fault at a place.
  public init(_ reason: Reject.Reason, line: UInt32, column: UInt32, byte: Int) {
    (self.reason, self.line, self.column, self.byte) = (reason, line, column, byte)
  }
}
