internal import CLibXML2
internal import Domain

/// A document's records as they stand: a cell for each attribute and each element without elements.
///
/// A part that is nested gives its cells to the record; a name that comes again has its number
/// behind it, as `jumlah.2`. A class, since libxml2 keeps an address in it.
final class RecordRows: NamedRecordReader {
  private let record: String?
  private let listener: UnsafeMutablePointer<XMLItems>
  private let push: XMLPush
  private var count = 0

  /// Starts a parser; the first bytes of the file are already there.
  init(
    _ source: any ByteSource, head: FileHead, aliases: HeaderAliases?
  ) throws(ReadError) {
    _ = try XMLDeclaration(head).check()
    let record = XMLOutline(head, aliases: aliases).record
    listener = .allocate(capacity: 1)
    do {
      push = try XMLPush(source, head: head, XMLItems.handler, user: listener)
    } catch {
      listener.deallocate()
      throw error
    }
    self.record = record
    listener.initialize(to: XMLItems(push.context, .named(record ?? "")))
  }

  deinit {
    listener.deinitialize(count: 1)
    listener.deallocate()
  }

  var detected: DetectedInput {
    DetectedInput(
      format: .xml, encoding: push.encoding, separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: record.map { [$0] } ?? [])
  }

  func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool {
    rows.removeAll(keepingCapacity: true)
    while rows.isEmpty, !push.isFinished {
      listener.pointee.forget()
      try push.advance { listener.pointee.failure }
      for item in listener.pointee.items { rows.append(row(item)) }
    }
    return !rows.isEmpty
  }

  private func row(_ item: XMLItems.Item) -> NamedRow {
    let seen = listener.pointee
    let nodes = seen.nodes[item.nodes]
    var row = NamedRow(line: item.line, record: record ?? "", cells: [])
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
