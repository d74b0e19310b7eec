internal import Domain

/// Reads a text file of separated cells.
struct CSVReader: RecordReader {
  let columns: ColumnMap

  private var table: CSVTable

  /// Finds the header in the first bytes of a file.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind, options: InputOptions
  ) throws(ReadError) {
    table = try CSVTable(source, head: head, kind: kind, options: options, givesHeader: false)
    let names = table.layout.names
    let map = HeaderAliases(kind: kind, stated: options.columns).map(names)
    columns = map
    try HeaderAliases.check(
      kind, has: { map[$0] != nil }, stated: options.columns, found: names)
  }

  var detected: DetectedInput { table.detected }

  var rowsRead: Int { table.sieve.rowsRead }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    try table.next(into: &batch)
  }
}
