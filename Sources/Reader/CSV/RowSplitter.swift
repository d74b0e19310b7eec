/// Splits single rows, slowly: in a file's first lines, and where a row is odd or repaired.
struct RowSplitter {
  /// A row and where it stands.
  struct Row {
    /// The cells' texts, unquoted.
    var cells: [[UInt8]] = []
    /// The first byte.
    let start: Int
    /// The byte behind the last, without the line end.
    var end = 0
    /// The byte behind the line end.
    var next = 0
    /// How many line ends the row has, its own too.
    var lines = 0
    /// Whether all quotes are in their place.
    var isSound = true

    /// Whether there is nothing in it.
    var isBlank: Bool { start == end }
  }

  let dialect: CSVDialect

  init(_ dialect: CSVDialect) { self.dialect = dialect }

  /// The row at a place; one with a quote out of its place ends with the quote's line.
  func row(_ bytes: Span<UInt8>, from start: Int) -> Row {
    var row = Row(start: start)
    var place = start
    while true {
      if place < bytes.count, bytes[place] == dialect.quote {
        guard let (text, next) = quoted(bytes, from: place, to: bytes.count) else {
          return literal(bytes, row, from: place)
        }
        row.cells.append(text)
        place = next
      } else {
        let end = cellEnd(bytes, from: place, to: bytes.count, overLines: false)
        for i in place..<end where bytes[i] == dialect.quote {
          return literal(bytes, row, from: i)
        }
        row.cells.append(copy(bytes, place..<end))
        place = end
      }
      guard place < bytes.count, bytes[place] == dialect.separator else { break }
      place += 1
    }
    return finish(row, bytes, at: place)
  }

  /// The cells of a row with wrong quotes, which stand for themselves.
  func literalCells(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var place = range.lowerBound
    while true {
      let isOpen = place < range.upperBound && bytes[place] == dialect.quote
      let whole = isOpen ? quoted(bytes, from: place, to: range.upperBound) : nil
      if let (text, next) = whole ?? (isOpen ? loose(bytes, place, range.upperBound) : nil) {
        cells.append(text)
        place = next
      } else {
        let end = cellEnd(bytes, from: place, to: range.upperBound, overLines: true)
        cells.append(copy(bytes, place..<end))
        place = end
      }
      guard place < range.upperBound, bytes[place] == dialect.separator else { return cells }
      place += 1
    }
  }

  /// The cells of a row with wrong quotes, which stand for themselves.
  func literalCells(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
    literalCells(row.span, 0..<row.count)
  }

  private func literal(_ bytes: Span<UInt8>, _ row: Row, from place: Int) -> Row {
    var row = row
    let end = lineEnd(bytes, from: place).end
    row.cells = literalCells(bytes, row.start..<end)
    row.isSound = false
    return finish(row, bytes, at: end)
  }

  private func finish(_ row: Row, _ bytes: Span<UInt8>, at end: Int) -> Row {
    var row = row
    (row.end, row.next) = (end, end)
    if end < bytes.count { row.next += 1 }
    if row.next < bytes.count, bytes[end] == 0x0d, bytes[row.next] == 0x0a { row.next += 1 }
    for i in row.start..<row.next
    where bytes[i] == 0x0a || bytes[i] == 0x0d && (dialect.countsReturns || i == end) {
      let isPair = bytes[i] == 0x0d && i + 1 < row.next && bytes[i + 1] == 0x0a
      if !isPair { row.lines += 1 }
    }
    return row
  }

  /// A quoted cell's text and the place behind its closing quote; nil where it has none.
  private func quoted(
    _ bytes: Span<UInt8>, from open: Int, to end: Int
  ) -> (text: [UInt8], next: Int)? {
    var text: [UInt8] = []
    var place = open + 1
    while place < end {
      let byte = bytes[place]
      let follows = place + 1 < end ? bytes[place + 1] : 0x0a
      if byte == dialect.escape || byte == dialect.quote && follows == dialect.quote {
        if place + 1 < end { text.append(follows) }
        place += 2
      } else if byte == dialect.quote {
        let isClosed = follows == dialect.separator || follows == 0x0a || follows == 0x0d
        return isClosed ? (text, place + 1) : nil
      } else {
        text.append(byte)
        place += 1
      }
    }
    return nil
  }

  /// A quoted cell with quotes inside that stand for themselves.
  private func loose(
    _ bytes: Span<UInt8>, _ open: Int, _ end: Int
  ) -> (text: [UInt8], next: Int)? {
    for place in open + 1..<max(open + 1, end) where bytes[place] == dialect.quote {
      guard place + 1 == end || bytes[place + 1] == dialect.separator else { continue }
      return (copy(bytes, open + 1..<place), place + 1)
    }
    return nil
  }

  private func cellEnd(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, overLines: Bool
  ) -> Int {
    var place = start
    while place < end, bytes[place] != dialect.separator {
      if !overLines, bytes[place] == 0x0a || bytes[place] == 0x0d { break }
      place += 1
    }
    return place
  }

  /// Where a physical line ends, and where the next one starts.
  func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0d { end += 1 }
    var next = min(end + 1, bytes.count)
    if next < bytes.count, bytes[end] == 0x0d, bytes[next] == 0x0a { next += 1 }
    return (end, next)
  }

  private func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    bytes.extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}
