internal import Domain

/// Reads the records of one kind from the sheets of a workbook or the tables of a page.
///
/// Sheets without the kind's header are passed over; all others are read in order.
struct TableReader: RecordReader {
  let columns: ColumnMap
  private(set) var rowsRead = 0

  private var table: TableRows
  private var held: RecordBatch?

  /// Finds the first sheet that has the kind's header.
  init(
    _ rows: any RowReader, kind: InputKind, options: InputOptions
  ) throws(ReadError) {
    table = TableRows(rows, kind: kind, options: options, givesHeader: false)
    self.kind = kind
    var batch = RecordBatch()
    var names: [String] = []
    while try table.next(into: &batch) {
      if let header = table.sheetHeader {
        if header.kind == kind, header.isComplete {
          sheet = batch.sheet
          (columns, held) = (header.columns, batch)
          return
        }
        if names.isEmpty { names = header.names }
      } else if names.isEmpty, let row = batch.rows.first {
        names = batch.texts(row)
      }
    }
    try HeaderAliases.check(kind, has: { _ in false }, stated: options.columns, found: names)
    throw .emptyFile
  }

  private let kind: InputKind
  /// The sheet of which rows were given last.
  private var sheet = -1

  var detected: DetectedInput { table.detected }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    if let first = held {
      batch = first
      held = nil
      take(&batch)
      return true
    }
    while try table.next(into: &batch) {
      guard let header = table.sheetHeader, isWanted(header) || batch.sheet == sheet else {
        continue
      }
      if !isWanted(header) { leaveOut(&batch) }
      sheet = batch.sheet
      take(&batch)
      return true
    }
    return false
  }

  private func isWanted(_ header: HeaderSearch.Found) -> Bool {
    header.kind == kind && header.isComplete
  }

  /// What stands in a further table of a page that is not of the kind is counted, not read.
  private func leaveOut(_ batch: inout RecordBatch) {
    batch.skipped += batch.rows.map { SkippedRow(.title, $0) }
    batch.rows.removeAll(keepingCapacity: true)
  }

  /// Counts the batch's rows, and puts their cells where the first sheet has them.
  private mutating func take(_ batch: inout RecordBatch) {
    rowsRead += batch.rows.count + batch.faults.count + batch.skipped.count
    guard let own = table.sheetHeader?.columns, own != columns else { return }
    let pairs = kind.columns.compactMap { column in
      columns[column].map { (to: $0, from: own[column]) }
    }
    let width = (pairs.map(\.to).max() ?? 0) + 1
    for i in batch.rows.indices { batch.rows[i] = moved(batch.rows[i], &batch, pairs, width) }
    for i in batch.skipped.indices {
      let skipped = batch.skipped[i]
      batch.skipped[i] = SkippedRow(skipped.kind, moved(skipped.row, &batch, pairs, width))
    }
  }

  private func moved(
    _ row: RecordBatch.Row, _ batch: inout RecordBatch, _ pairs: [(to: Int, from: Int?)],
    _ width: Int
  ) -> RecordBatch.Row {
    let first = batch.fields.count
    for _ in 0..<width {
      batch.fields.append(FieldRange(start: 0, end: 0))
      if !batch.kinds.isEmpty { batch.kinds.append(.text) }
    }
    for (to, from) in pairs {
      guard let from, from < Int(row.count) else { continue }
      batch.fields[first + to] = batch.field(row, from)
      if !batch.kinds.isEmpty {
        batch.kinds[first + to] = batch.kinds[Int(row.first) + from]
      }
    }
    return RecordBatch.Row(
      first: UInt32(first), count: UInt32(width), line: row.line, byte: row.byte)
  }
}
