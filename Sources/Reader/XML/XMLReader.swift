internal import CLibXML2
internal import Domain

/// Reads a document of records: elements whose children or attributes carry known names.
struct XMLReader: RecordReader {
  let columns: ColumnMap

  private let kind: InputKind
  private let stated: [Column: String]
  private let parser: XMLListening<XMLScan>

  /// Starts a parser; the first bytes of the file are already there.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind, options: InputOptions
  ) throws(ReadError) {
    let columns = kind.columns
    let aliases = HeaderAliases(kind: kind, stated: options.columns)
    self.columns = ColumnMap(placesIn: columns)
    (self.kind, stated) = (kind, options.columns)
    let record = XMLOutline(head, aliases: aliases).record
    parser = try XMLListening(source, head: head, XMLScan.handler) { position in
      XMLScan(position, record: record, columns: columns, aliases: aliases)
    }
  }

  private var push: XMLPush { parser.push }
  private var scan: UnsafeMutablePointer<XMLScan> { parser.listener }

  var rowsRead: Int { scan.pointee.rowsRead }

  var detected: DetectedInput {
    DetectedInput(
      format: .xml, encoding: push.encoding, separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: scan.pointee.names.met)
  }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    batch.holdsCopies = true
    guard !push.isFinished else { return false }
    scan.pointee.begin(&batch)
    while hasNothing && !push.isFinished {
      try push.advance { scan.pointee.failure }
      if hasNothing { forgetClosed(&batch) }
    }
    scan.pointee.end(&batch)
    if push.isFinished { try checkColumns() }
    return !batch.rows.isEmpty || !batch.faults.isEmpty
  }

  private var hasNothing: Bool { scan.pointee.rows.isEmpty && scan.pointee.faults.isEmpty }

  /// Drops the texts of closed elements that were no records, so that memory stays flat.
  private func forgetClosed(_ batch: inout RecordBatch) {
    scan.pointee.end(&batch)
    scan.pointee.begin(&batch)
  }

  /// A column that no record ever had is missing.
  private func checkColumns() throws(ReadError) {
    let seen = scan.pointee.seen
    let places = columns
    try HeaderAliases.check(
      kind, has: { column in places[column].map { seen >> UInt64($0) & 1 != 0 } ?? false },
      stated: stated,
      found: scan.pointee.names.met)
  }
}
