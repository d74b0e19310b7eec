internal import CLibXML2
internal import Domain

/// A document's records as they stand: a cell for each attribute and each element without elements.
///
/// A part that is nested gives its cells to the record; a name that comes again has its number
/// behind it, as `jumlah.2`.
struct RecordRows: NamedRecordReader {
  private let record: String?
  private let parser: XMLListening<XMLItems>

  /// Starts a parser; the first bytes of the file are already there.
  init(
    _ source: any ByteSource, head: FileHead, aliases: HeaderAliases?
  ) throws(ReadError) {
    _ = try XMLDeclaration(head).check()
    let record = XMLOutline(head, aliases: aliases).record
    self.record = record
    parser = try XMLListening(source, head: head, XMLItems.handler) {
      XMLItems($0, .named(record ?? ""))
    }
  }

  var detected: DetectedInput {
    DetectedInput(
      format: .xml, encoding: parser.push.encoding, separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: record.map { [$0] } ?? [])
  }

  func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool {
    rows.removeAll(keepingCapacity: true)
    while rows.isEmpty, !parser.push.isFinished {
      try parser.advance()
      for item in parser.listener.pointee.items { rows.append(row(item)) }
    }
    return !rows.isEmpty
  }

  private func row(_ item: XMLItems.Item) -> NamedRow {
    let seen = parser.listener.pointee
    let nodes = seen.nodes[item.nodes]
    var row = NamedRow(line: item.line, byte: item.byte, record: record ?? "", cells: [])
    var times: [Int: Int] = [:]
    for node in nodes where !node.hasElements {
      let isRecord = node.parent < 0
      // An element that has attributes alone is a part without a text of its own.
      if !node.isAttribute, node.text.isEmpty, isRecord { continue }
      let time = times[node.name, default: 0] + 1
      times[node.name] = time
      let name = seen.names[node.name]
      row.cells.append(
        NamedRow.Cell(
          time > 1 ? "\(name).\(time)" : name,
          String(decoding: seen.bytes[node.text], as: UTF8.self)))
    }
    return row
  }
}
