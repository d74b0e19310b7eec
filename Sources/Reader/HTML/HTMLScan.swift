internal import CLibXML2
internal import Domain

/// The rows of an HTML document's tables while it is parsed.
final class HTMLScan {
  /// The rows of the table at hand.
  var buffer = RowBuffer()
  /// Why parsing was stopped.
  private(set) var failure: ReadError?
  /// Whether there is any table at all.
  private(set) var hasTable = false
  var context: htmlParserCtxtPtr?

  private let countsBytes: Bool
  private var depth = 0
  private var rowCount = 0
  private var row = OpenRow()
  /// The rows of the tables in the cells of the row at hand: they come behind it.
  private var inner = RowBuffer()
  private var outer: ContiguousArray<Outer> = []

  /// A row while its cells are found.
  private struct OpenRow {
    var (isInRow, isInCell) = (false, false)
    var (line, byte, start) = (0, 0, 0)
    var column = 0
    var (across, down) = (1, 1)
    /// How many rows more each column is taken by a cell from above.
    var taken: ContiguousArray<Int> = []
  }

  /// What waits until the table in a cell of its row ends.
  private struct Outer {
    let row: OpenRow
    let buffer: RowBuffer
    let inner: RowBuffer
    /// How deep the table in the cell stands.
    let depth: Int
  }

  /// A scan; the places of bytes are known only where they are not decoded.
  init(countsBytes: Bool) { self.countsBytes = countsBytes }

  private enum Tag: Equatable {
    case table, row, cell, lineBreak, other
  }

  private static func tag(_ name: UnsafePointer<UInt8>) -> Tag {
    switch (name[0], name[1], name[1] == 0 ? 0 : name[2]) {
    case (0x74, 0x72, 0): .row
    case (0x74, 0x64, 0), (0x74, 0x68, 0): .cell
    case (0x62, 0x72, 0): .lineBreak
    case (0x74, 0x61, 0x62): .table
    default: .other
    }
  }

  /// An element starts; its attributes are names and values in turn.
  func open(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= Limits.htmlDepth else {
      return stop(.refused(.tooDeep, "elements are nested too deep"))
    }
    switch Self.tag(name) {
    case .table: openTable()
    case .row:
      endRow()
      openRow()
    case .cell: openCell(attributes)
    case .lineBreak: if row.isInCell { buffer.text.append(0x0a) }
    case .other: break
    }
  }

  /// An element ends.
  func close(_ name: UnsafePointer<UInt8>) {
    guard failure == nil else { return }
    defer { depth -= 1 }
    switch Self.tag(name) {
    case .table: endTable()
    case .row: endRow()
    case .cell: endCell()
    case .lineBreak, .other: break
    }
  }

  /// Some text.
  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard row.isInCell else { return }
    guard buffer.text.count + text.count <= Limits.row else {
      return stop(.refused(.tooLarge, "a row of more than \(Limits.row) bytes"))
    }
    buffer.text.append(contentsOf: text)
  }

  /// The text at hand is not of the encoding.
  func failEncoding() {
    if row.isInRow, !buffer.keepsFaulty { buffer.fail(.badEncoding, row.column) }
  }

  private func stop(_ reason: ReadError) {
    failure = failure ?? reason
    if let context { xmlStopParser(context) }
  }

  private func openRow() {
    rowCount += 1
    guard rowCount <= Limits.sheetRows else {
      return stop(.refused(.tooLarge, "a page of more than \(Limits.sheetRows) rows"))
    }
    (row.isInRow, row.column) = (true, 0)
    guard let input = context?.pointee.input?.pointee, let base = input.base,
      let current = input.cur
    else { return }
    row.line = Int(input.line)
    var place = current - base
    while place > 0, base[place] != 0x3c {
      place -= 1
      if base[place] == 0x0a { row.line -= 1 }
    }
    row.byte = countsBytes ? Int(input.consumed) + place : 0
  }

  private func openCell(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    endCell()
    if !row.isInRow { openRow() }
    (row.isInCell, row.start, row.across, row.down) = (true, buffer.text.count, 1, 1)
    while row.column < row.taken.count, row.taken[row.column] > 0 { row.column += 1 }
    var place = 0
    while let attributes, let name = attributes[place] {
      let value = attributes[place + 1].map { String(cString: $0) } ?? ""
      let count = Int(value.filter { $0 != " " }) ?? 1
      switch String(cString: name) {
      case "colspan": row.across = min(max(count, 1), 1_000)
      case "rowspan": row.down = min(max(count, 1), 65_534)
      default: break
      }
      place += 2
    }
    if row.column + row.across > Limits.sheetColumns {
      stop(.refused(.tooLarge, "a table has more than \(Limits.sheetColumns) columns"))
    }
  }

  private func endCell() {
    guard row.isInCell, failure == nil else { return }
    row.isInCell = false
    buffer.widen(to: row.column + row.across - 1)
    buffer.endCell(row.column, from: row.start, .text)
    if row.down > 1 {
      while row.taken.count < row.column + row.across { row.taken.append(0) }
      for place in row.column..<row.column + row.across { row.taken[place] = row.down }
    }
    row.column += row.across
  }

  /// Ends the row at hand, if there is one.
  private func endRow() {
    endCell()
    guard row.isInRow else { return }
    row.isInRow = false
    buffer.endRow(line: row.line, byte: row.byte)
    for place in row.taken.indices where row.taken[place] > 0 { row.taken[place] -= 1 }
    if !inner.isEmpty {
      buffer.append(inner)
      inner = RowBuffer()
    }
    let isMuch =
      buffer.rows.count + buffer.faults.count >= Limits.headerSearch || buffer.size > Limits.row
    if isMuch, !outer.isEmpty { endOuterRows() }
  }
}

extension HTMLScan {
  /// A table in a cell has rows of its own: the cell's row goes on behind it.
  private func openTable() {
    hasTable = true
    guard row.isInCell, outer.count < Limits.tables else {
      endRow()
      row.taken.removeAll()
      buffer.startTable()
      return
    }
    outer.append(Outer(row: row, buffer: buffer, inner: inner, depth: depth))
    (row, buffer, inner) = (OpenRow(), RowBuffer(), RowBuffer())
  }

  private func endTable() {
    endRow()
    if let last = outer.last, last.depth == depth { resume() }
  }

  /// Goes on with the row around the table at hand.
  private func resume() {
    guard let last = outer.popLast() else { return }
    let found = buffer
    (row, buffer, inner) = (last.row, last.buffer, last.inner)
    inner.append(found)
  }

  /// Ends the rows around a long table as far as they are known, so that memory stays flat.
  private func endOuterRows() {
    let taken = row.taken
    while !outer.isEmpty {
      resume()
      endRow()
    }
    row = OpenRow()
    row.taken = taken
  }

  /// Ends all that is still open.
  func finish() {
    endRow()
    endOuterRows()
  }

  /// How many rows are complete.
  var rowsAtHand: Int { outer.first?.buffer.rows.count ?? buffer.rows.count }

  /// Hands on the rows that are complete; returns which of them begin a table.
  func give(to batch: inout RecordBatch, isLast: Bool) -> ContiguousArray<Int> {
    guard let first = outer.first else { return buffer.giveTables(to: &batch, isLast: isLast) }
    var whole = first.buffer
    let starts = whole.giveTables(to: &batch, isLast: isLast)
    outer[0] = Outer(row: first.row, buffer: whole, inner: first.inner, depth: first.depth)
    return starts
  }
}
