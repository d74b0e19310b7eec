internal import Domain

/// A document's records as rows of a batch, each cell with its name beside it.
struct NamedRows: NamedRowReader {
  private var records: any NamedRecordReader
  private var places: [String: UInt32] = [:]
  private var found: [NamedRow] = []

  private(set) var names: ContiguousArray<String> = []
  private(set) var recordNames: ContiguousArray<UInt32> = []
  private(set) var cellNames: ContiguousArray<UInt32> = []

  /// The records of a document.
  init(_ records: any NamedRecordReader) { self.records = records }

  var detected: DetectedInput { records.detected }

  var sheets: [String] { [] }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    batch.bytes.removeAll(keepingCapacity: true)
    batch.holdsCopies = true
    recordNames.removeAll(keepingCapacity: true)
    cellNames.removeAll(keepingCapacity: true)
    guard try records.next(into: &found) else { return false }
    batch.faults = ContiguousArray(records.faults)
    batch.fileOffset = found.first?.byte ?? 0
    for row in found { add(row, to: &batch) }
    return true
  }

  private mutating func add(_ row: NamedRow, to batch: inout RecordBatch) {
    recordNames.append(place(of: row.record))
    batch.rows.append(
      RecordBatch.Row(
        first: UInt32(truncatingIfNeeded: batch.fields.count),
        count: UInt32(truncatingIfNeeded: row.cells.count),
        line: UInt32(truncatingIfNeeded: row.line),
        byte: UInt32(clamping: row.byte - batch.fileOffset)))
    for cell in row.cells {
      // Most records have the same cells: what followed the last name before follows it again.
      let next = cellNames.last.map { Int($0) + 1 } ?? 0
      let isNext = next < names.count && names[next] == cell.name
      cellNames.append(isNext ? UInt32(truncatingIfNeeded: next) : place(of: cell.name))
      let start = batch.bytes.count
      batch.bytes.append(contentsOf: cell.value.utf8)
      batch.fields.append(
        FieldRange(
          start: UInt32(truncatingIfNeeded: start),
          end: UInt32(truncatingIfNeeded: batch.bytes.count)))
    }
  }

  private mutating func place(of name: String) -> UInt32 {
    if let place = places[name] { return place }
    let place = UInt32(truncatingIfNeeded: names.count)
    names.append(name)
    places[name] = place
    return place
  }
}
