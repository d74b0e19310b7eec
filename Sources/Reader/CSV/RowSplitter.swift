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
        var text = RowTexts()
        guard let next = quoted(bytes, from: place, to: bytes.count, into: &text) else {
          return literal(bytes, row, from: place)
        }
        row.cells.append(Array(text.bytes))
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
    var texts = RowTexts()
    literalCells(bytes, range, into: &texts)
    return texts.ends.indices.map { Array(texts.bytes[texts.range($0)]) }
  }

  /// Puts the cells of a row with wrong quotes in place of those that `texts` holds.
  func literalCells(_ bytes: Span<UInt8>, _ range: Range<Int>, into texts: inout RowTexts) {
    texts.clear()
    var (place, mayBeLoose) = (range.lowerBound, true)
    while true {
      let isOpen = place < range.upperBound && bytes[place] == dialect.quote
      if isOpen, let next = quoted(bytes, from: place, to: range.upperBound, into: &texts) {
        place = next
      } else if isOpen, mayBeLoose, let end = looseEnd(bytes, place, range.upperBound) {
        texts.append(bytes, place + 1..<end)
        place = end + 1
      } else {
        // What no quote closes from here on none closes further on: it is looked for once.
        if isOpen { mayBeLoose = false }
        let end = cellEnd(bytes, from: place, to: range.upperBound, overLines: true)
        texts.append(bytes, place..<end)
        place = end
      }
      texts.endCell()
      guard place < range.upperBound, bytes[place] == dialect.separator else { return }
      place += 1
    }
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

  /// Appends a quoted cell's text; returns the place behind its closing quote, nil without one.
  private func quoted(
    _ bytes: Span<UInt8>, from open: Int, to end: Int, into text: inout RowTexts
  ) -> Int? {
    var place = open + 1
    while place < end {
      let byte = bytes[place]
      let follows = place + 1 < end ? bytes[place + 1] : 0x0a
      if byte == dialect.escape || byte == dialect.quote && follows == dialect.quote {
        if place + 1 < end { text.append(follows) }
        place += 2
      } else if byte == dialect.quote {
        if follows == dialect.separator || follows == 0x0a || follows == 0x0d { return place + 1 }
        break
      } else {
        text.append(byte)
        place += 1
      }
    }
    text.dropCell()
    return nil
  }

  /// The quote that ends a quoted cell in which quotes stand for themselves.
  private func looseEnd(_ bytes: Span<UInt8>, _ open: Int, _ end: Int) -> Int? {
    for place in open + 1..<max(open + 1, end) where bytes[place] == dialect.quote {
      if place + 1 == end || bytes[place + 1] == dialect.separator { return place }
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

/// The texts of a row's cells, one behind the other; the room is kept from row to row.
struct RowTexts {
  /// The texts.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// Where each cell ends.
  private(set) var ends: ContiguousArray<Int> = []

  /// Where a cell's text stands.
  func range(_ cell: Int) -> Range<Int> { (cell > 0 ? ends[cell - 1] : 0)..<ends[cell] }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func endCell() { ends.append(bytes.count) }

  /// Drops what was appended of the cell at hand.
  mutating func dropCell() { bytes.removeLast(bytes.count - (ends.last ?? 0)) }

  /// Drops cells at the end in which there is nothing but NULs, down to a number of cells.
  mutating func dropEmpty(to width: Int) {
    while ends.count > max(width, 1), bytes[range(ends.count - 1)].allSatisfy({ $0 == 0 }) {
      ends.removeLast()
    }
  }
}
