internal import Domain

/// The rows of a text file as they stand, the header a row like any other.
struct CSVRows: RowReader {
  private var table: CSVTable

  /// Finds out how a file is written from its first bytes.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind?, options: InputOptions
  ) throws(ReadError) {
    table = try CSVTable(source, head: head, kind: kind, options: options, givesHeader: true)
  }

  var detected: DetectedInput { table.detected }

  var sheets: [String] { [] }

  var header: FoundHeader? {
    table.layout.found.map { FoundHeader(kind: $0.kind, names: $0.names, columns: $0.columns) }
  }

  var columnNames: [String] { table.layout.mode == .ragged ? [] : table.layout.names }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    try table.next(into: &batch)
  }
}
