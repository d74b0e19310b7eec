internal import CLibXML2
internal import Domain

/// The entries of a bank statement (camt.053), one after the other.
///
/// A class, since libxml2 keeps an address in it.
final class CamtRows: NamedRecordReader {
  private let listener: UnsafeMutablePointer<XMLItems>
  private let push: XMLPush
  private var statements = CamtStatement()

  /// Starts a parser; the first bytes of the file are already there.
  init(_ source: any ByteSource, head: FileHead, namespace: String?) throws(ReadError) {
    guard let namespace else { throw .noStatement }
    try CamtVersion.check(namespace)
    listener = .allocate(capacity: 1)
    do {
      push = try XMLPush(source, head: head, XMLItems.handler, user: listener)
    } catch {
      listener.deallocate()
      throw error
    }
    let sparse: Set<String> = ["TxDtls", "NtryDtls"]
    listener.initialize(to: XMLItems(push.context, .children(of: "Stmt"), sparse: sparse))
  }

  deinit {
    listener.deinitialize(count: 1)
    listener.deallocate()
  }

  var detected: DetectedInput {
    DetectedInput(
      format: .camt053, encoding: push.encoding, separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: InputKind.bank.columns.map(\.text),
      statements: statements.balances)
  }

  func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool {
    let names = InputKind.bank.columns.map(\.text)
    let entries = try nextEntries()
    rows = entries.map { entry in
      NamedRow(
        line: entry.line, record: "Ntry",
        cells: zip(names, entry.cells).map { NamedRow.Cell($0, $1) })
    }
    return !rows.isEmpty
  }

  /// The next entries; none when there are no more.
  func nextEntries() throws(ReadError) -> [CamtStatement.Entry] {
    var entries: [CamtStatement.Entry] = []
    while entries.isEmpty, !push.isFinished {
      listener.pointee.forget()
      try push.advance { listener.pointee.failure }
      for item in listener.pointee.items {
        let part = CamtPart(item, of: listener.pointee)
        if let entry = statements.take(part) { entries.append(entry) }
      }
    }
    if push.isFinished, listener.pointee.parents == 0 { throw .noStatement }
    return entries
  }
}

/// The entries of a bank statement as rows of a bank account.
struct CamtReader: RecordReader {
  let columns = ColumnMap(placesIn: InputKind.bank.columns)
  private(set) var rowsRead = 0
  private let rows: CamtRows

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
    return !batch.rows.isEmpty
  }
}
