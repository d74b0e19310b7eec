internal import Domain

/// The rows of a sheet as they are put together, a cell at a time, for the next batch.
///
/// Rows without any text are left out, unless their cells were asked for by `widen`.
struct RowBuffer {
  /// Whether a row with a fault is given as it stands, to be corrected.
  var keepsFaulty = false
  /// What is wrong with a row: the first fault counts.
  private var fault: (reason: Reject.Reason, column: Int)?
  /// The text of the row at hand.
  var text: ContiguousArray<UInt8> = []
  private var cells: ContiguousArray<FieldRange> = []
  private var cellKinds: ContiguousArray<CellKind> = []
  private var width = 0

  private var bytes: ContiguousArray<UInt8> = []
  private var fields: ContiguousArray<FieldRange> = []
  private var kinds: ContiguousArray<CellKind> = []
  private(set) var rows: ContiguousArray<RecordBatch.Row> = []
  private(set) var faults: ContiguousArray<RowFault> = []
  private var firstByte = 0
  /// Which of the rows begin a table, or go on behind one that stood in a cell.
  private var tableStarts: ContiguousArray<Int> = []
  private var isTableNew = false

  /// How many cells all rows so far have, empty ones in front of a text too.
  private(set) var cellsGiven = 0

  /// How many bytes of text the finished rows have.
  var size: Int { bytes.count }

  /// Whether nothing was found since the last batch.
  var isEmpty: Bool { rows.isEmpty && faults.isEmpty }

  /// Hands the finished rows on for the room of an empty batch; the row at hand stays.
  mutating func give(to batch: inout RecordBatch) {
    batch.bytes.removeAll(keepingCapacity: true)
    (batch.fileOffset, batch.holdsCopies) = (firstByte, true)
    swap(&batch.bytes, &bytes)
    swap(&batch.fields, &fields)
    swap(&batch.kinds, &kinds)
    swap(&batch.rows, &rows)
    swap(&batch.faults, &faults)
  }

  /// The next row is of another table.
  mutating func startTable() { isTableNew = true }

  /// Hands on the finished rows, but for those of a table that has just begun, whose header may
  /// still come; returns which of them begin a table.
  mutating func giveTables(
    to batch: inout RecordBatch, isLast: Bool
  ) -> ContiguousArray<Int> {
    let isNew = isTableNew
    var begun = RowBuffer()
    if !isLast, let last = tableStarts.last, last > 0, rows.count - last < Limits.headerSearch {
      for row in rows[last...] { begun.add(row, of: self) }
      rows.removeLast(rows.count - last)
      tableStarts.removeLast()
    }
    let starts = tableStarts
    tableStarts.removeAll()
    give(to: &batch)
    if !begun.isEmpty { append(begun) }
    isTableNew = isNew
    return starts
  }

  private mutating func add(_ row: RecordBatch.Row, of other: RowBuffer) {
    let byte = other.firstByte + Int(row.byte)
    if rows.isEmpty { firstByte = byte }
    rows.append(
      RecordBatch.Row(
        first: UInt32(fields.count), count: row.count, line: row.line,
        byte: UInt32(clamping: byte - firstByte)))
    for cell in Int(row.first)..<Int(row.first + row.count) {
      let (start, field) = (UInt32(bytes.count), other.fields[cell])
      bytes.append(contentsOf: other.bytes[Int(field.start)..<Int(field.end)])
      fields.append(FieldRange(start: start, end: UInt32(bytes.count)))
      kinds.append(other.kinds[cell])
    }
  }

  /// Ends a cell whose text was appended from a place; a later cell of the same column replaces it.
  @inline(__always)
  mutating func endCell(_ column: Int, from start: Int, _ kind: CellKind) {
    guard text.count > start else { return }
    widen(to: column)
    cells[column] = FieldRange(start: UInt32(start), end: UInt32(text.count))
    cellKinds[column] = kind
  }

  /// Gives the row empty cells up to a column.
  @inline(__always)
  mutating func widen(to column: Int) {
    while cells.count <= column {
      cells.append(FieldRange(start: 0, end: 0))
      cellKinds.append(.text)
    }
  }

  /// Notes that a cell of the row cannot be given; `raw` is what stands in it.
  ///
  /// In a row that is kept nothing at all stands for itself as `#N/A`, so that it is not taken for
  /// an empty cell.
  mutating func fail(
    _ reason: Reject.Reason, _ column: Int, _ raw: ContiguousArray<UInt8> = []
  ) {
    guard keepsFaulty else { return fault = fault ?? (reason, column) }
    let start = text.count
    text.append(contentsOf: raw.isEmpty ? ContiguousArray("#N/A".utf8) : raw)
    endCell(column, from: start, .text)
  }

  /// Ends the row at hand; one without any cell's text is none.
  mutating func endRow(line: Int, byte: Int = 0) {
    let line = UInt32(clamping: line)
    if let fault {
      faults.append(
        RowFault(fault.reason, line: line, column: UInt32(fault.column + 1), byte: byte))
      self.fault = nil
    } else if !cells.isEmpty {
      if rows.isEmpty { firstByte = byte }
      if isTableNew { tableStarts.append(rows.count) }
      isTableNew = false
      cellsGiven += cells.count
      rows.append(
        RecordBatch.Row(
          first: UInt32(fields.count), count: UInt32(cells.count), line: line,
          byte: UInt32(clamping: byte - firstByte)))
      addCells()
    }
    text.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    cellKinds.removeAll(keepingCapacity: true)
  }

  /// Puts the finished rows of another behind these: they are of other tables.
  mutating func append(_ other: RowBuffer) {
    tableStarts.append(rows.count)
    tableStarts += other.tableStarts.filter { $0 > 0 }.map { $0 + rows.count }
    isTableNew = true
    if rows.isEmpty { firstByte = other.firstByte }
    let (place, text) = (UInt32(fields.count), UInt32(bytes.count))
    for var row in other.rows {
      row.first += place
      row.byte = UInt32(clamping: Int(row.byte) + other.firstByte - firstByte)
      rows.append(row)
    }
    for field in other.fields {
      fields.append(FieldRange(start: field.start + text, end: field.end + text))
    }
    bytes.append(contentsOf: other.bytes)
    kinds.append(contentsOf: other.kinds)
    faults.append(contentsOf: other.faults)
  }

  private mutating func addCells() {
    let offset = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    for cell in cells {
      fields.append(FieldRange(start: cell.start + offset, end: cell.end + offset))
    }
    kinds.append(contentsOf: cellKinds)
  }
}
