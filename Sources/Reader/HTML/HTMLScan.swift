internal import CLibXML2
internal import Domain

/// The rows of an HTML document's tables while it is parsed.
final class HTMLScan {
  /// The rows found.
  var buffer = RowBuffer()
  /// Why parsing was stopped.
  private(set) var failure: ReadError?
  /// Whether there is any table at all.
  private(set) var hasTable = false
  var context: htmlParserCtxtPtr?

  private let countsBytes: Bool
  private var depth = 0
  private var (isInRow, isInCell) = (false, false)
  private var (line, byte, start) = (0, 0, 0)
  private var column = 0
  private var (across, down) = (1, 1)
  /// How many rows more each column is taken by a cell from above.
  private var taken: ContiguousArray<Int> = []

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
    case .table:
      hasTable = true
      endRow()
      taken.removeAll()
    case .row:
      endRow()
      openRow()
    case .cell: openCell(attributes)
    case .lineBreak: if isInCell { buffer.text.append(0x0a) }
    case .other: break
    }
  }

  /// An element ends.
  func close(_ name: UnsafePointer<UInt8>) {
    guard failure == nil else { return }
    depth -= 1
    switch Self.tag(name) {
    case .table, .row: endRow()
    case .cell: endCell()
    case .lineBreak, .other: break
    }
  }

  /// Some text.
  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInCell else { return }
    guard buffer.text.count + text.count <= Limits.row else {
      return stop(.refused(.tooLarge, "a row of more than \(Limits.row) bytes"))
    }
    buffer.text.append(contentsOf: text)
  }

  /// The text at hand is not of the encoding.
  func failEncoding() { if isInRow, !buffer.keepsFaulty { buffer.fail(.badEncoding, column) } }

  private func stop(_ reason: ReadError) {
    failure = failure ?? reason
    if let context { xmlStopParser(context) }
  }

  private func openRow() {
    (isInRow, column) = (true, 0)
    guard let input = context?.pointee.input?.pointee, let base = input.base,
      let current = input.cur
    else { return }
    line = Int(input.line)
    var place = current - base
    while place > 0, base[place] != 0x3c {
      place -= 1
      if base[place] == 0x0a { line -= 1 }
    }
    byte = countsBytes ? Int(input.consumed) + place : 0
  }

  private func openCell(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    endCell()
    if !isInRow { openRow() }
    (isInCell, start, across, down) = (true, buffer.text.count, 1, 1)
    while column < taken.count, taken[column] > 0 { column += 1 }
    var place = 0
    while let attributes, let name = attributes[place] {
      let value = attributes[place + 1].map { String(cString: $0) } ?? ""
      let count = Int(value.filter { $0 != " " }) ?? 1
      switch String(cString: name) {
      case "colspan": across = min(max(count, 1), 1_000)
      case "rowspan": down = min(max(count, 1), 65_534)
      default: break
      }
      place += 2
    }
    if column + across > Limits.sheetColumns {
      stop(.refused(.tooLarge, "a table has more than \(Limits.sheetColumns) columns"))
    }
  }

  private func endCell() {
    guard isInCell, failure == nil else { return }
    isInCell = false
    buffer.widen(to: column + across - 1)
    buffer.endCell(column, from: start, .text)
    if down > 1 {
      while taken.count < column + across { taken.append(0) }
      for place in column..<column + across { taken[place] = down }
    }
    column += across
  }

  /// Ends the row at hand, if there is one.
  func endRow() {
    endCell()
    guard isInRow else { return }
    isInRow = false
    buffer.endRow(line: line, byte: byte)
    for place in taken.indices where taken[place] > 0 { taken[place] -= 1 }
  }
}
