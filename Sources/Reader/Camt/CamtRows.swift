internal import CLibXML2
internal import Domain

/// The entries of a bank statement (camt.053), one after the other.
struct CamtRows: NamedRecordReader {
  private let parser: XMLListening<XMLItems>
  private var statements = CamtStatement()
  private(set) var faults: [RowFault] = []

  /// Starts a parser; the first bytes of the file are already there.
  init(_ source: any ByteSource, head: FileHead, namespace: String?) throws(ReadError) {
    guard let namespace else { throw .noStatement }
    try CamtVersion.check(namespace)
    parser = try XMLListening(source, head: head, XMLItems.handler) {
      XMLItems($0, .children(of: "Stmt"), sparse: ["TxDtls", "NtryDtls"])
    }
  }

  var detected: DetectedInput {
    DetectedInput(
      format: .camt053, encoding: parser.push.encoding, separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: InputKind.bank.columns.map(\.text),
      statements: statements.balances)
  }

  mutating func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool {
    let names = InputKind.bank.columns.map(\.text)
    let entries = try nextEntries()
    rows = entries.map { entry in
      NamedRow(
        line: entry.line, byte: entry.byte, record: "Ntry",
        cells: zip(names, entry.cells).map { NamedRow.Cell($0, $1) })
    }
    return !rows.isEmpty || !faults.isEmpty
  }

  /// The next entries; none, and no faults, when there are no more.
  mutating func nextEntries() throws(ReadError) -> [CamtStatement.Entry] {
    var entries: [CamtStatement.Entry] = []
    faults.removeAll()
    while entries.isEmpty, faults.isEmpty, !parser.push.isFinished {
      try parser.advance()
      for item in parser.listener.pointee.items {
        let part = CamtPart(item, of: parser.listener.pointee)
        guard let entry = statements.take(part) else { continue }
        if entry.hasReadableAmount { entries.append(entry) } else { faults.append(entry.fault) }
      }
    }
    if parser.push.isFinished, parser.listener.pointee.parents == 0 { throw .noStatement }
    return entries
  }
}

/// The entries of a bank statement as rows of a bank account.
struct CamtReader: RecordReader {
  let columns = ColumnMap(placesIn: InputKind.bank.columns)
  private(set) var rowsRead = 0
  private var rows: CamtRows

  /// Reads a statement.
  init(_ source: any ByteSource, head: FileHead, namespace: String?) throws(ReadError) {
    rows = try CamtRows(source, head: head, namespace: namespace)
  }

  var detected: DetectedInput { rows.detected }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    batch.bytes.removeAll(keepingCapacity: true)
    batch.holdsCopies = true
    let kinds = InputKind.bank.columns.map { column -> CellKind in
      switch column {
      case .amount: .number
      case .bookedOn, .valueOn: .date
      default: .text
      }
    }
    let entries = try rows.nextEntries()
    batch.faults = ContiguousArray(rows.faults)
    rowsRead += batch.faults.count
    batch.fileOffset = entries.first?.byte ?? 0
    for entry in entries {
      let first = UInt32(batch.fields.count)
      for (cell, kind) in zip(entry.cells, kinds) {
        let start = UInt32(batch.bytes.count)
        batch.bytes.append(contentsOf: cell.utf8)
        batch.fields.append(FieldRange(start: start, end: UInt32(batch.bytes.count)))
        batch.kinds.append(kind)
      }
      batch.rows.append(
        RecordBatch.Row(
          first: first, count: UInt32(entry.cells.count), line: UInt32(clamping: entry.line),
          byte: UInt32(clamping: entry.byte - batch.fileOffset)))
      rowsRead += 1
    }
    return !batch.rows.isEmpty || !batch.faults.isEmpty
  }
}
