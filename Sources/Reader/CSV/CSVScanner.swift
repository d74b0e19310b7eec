internal import Domain

/// Cuts bytes into rows and cells: 64 bytes at a time, and byte by byte inside quotes.
///
/// What it finds never depends on how the bytes were cut: a row whose end has not come is
/// left alone and read again from its start. Lines end with LF, CR LF or CR.
struct CSVScanner {
  /// Why scanning stopped.
  enum Stop { case needsBytes, needsFields, needsEncoding }

  let dialect: CSVDialect
  /// How many cells a row must have, or may have at most where `isRagged`.
  let width: Int
  /// The fewest cells a row must have.
  let fewest: Int
  /// The rows found.
  var rows: ContiguousArray<RecordBatch.Row> = []
  /// The faults found.
  var faults: ContiguousArray<CSVFault> = []
  /// The physical line at `rowStart`.
  var line: UInt32
  /// The byte where the row starts that is not finished.
  var rowStart = 0
  /// How many cells the finished rows have.
  var firstField = 0
  /// Whether text beyond ASCII was met that is UTF-8, or need not be asked for.
  var isEncodingKnown: Bool

  var cellStart = 0
  var cells = 0
  var innerLines: UInt32 = 0
  var isSuspect = false
  var isWindowSuspect = false
  var hasDoubledQuote = false
  var isSkipping = false
  var blanks: ContiguousArray<CSVFault> = []
  var mustAskEncoding = false
  var mustReadOn = false

  /// A scanner that starts on a physical line; without a width rows may be of any.
  init(_ dialect: CSVDialect, width: Int?, line: UInt32, isEncodingKnown: Bool) {
    (self.dialect, self.line, self.isEncodingKnown) = (dialect, line, isEncodingKnown)
    self.width = width ?? Limits.columns
    fewest = width ?? 1
  }

  /// The bytes at hand, and whether the file ends with them.
  ///
  /// 64 bytes more than `count` may be looked at.
  struct Input {
    let bytes: UnsafeMutablePointer<UInt8>
    let count: Int
    let isLast: Bool
  }

  /// Finds rows from `rowStart` on, until bytes or room for cells run out.
  mutating func scan(_ input: Input, _ fields: UnsafeMutableBufferPointer<FieldRange>) -> Stop {
    if isSkipping { skipLine(input, from: rowStart) }
    beginRow(at: rowStart)
    var at = rowStart
    while at < input.count {
      let window = ByteWindow(
        at: input.bytes + at, separator: dialect.separator, quote: dialect.quote)
      let left = input.count - at
      let valid = left >= 64 ? UInt64.max : 1 << UInt64(left) - 1
      let quotes = window.quotes & valid
      var marks = (window.separators | window.newlines) & valid
      if quotes != 0 { marks &= (quotes & (0 &- quotes)) - 1 }
      isWindowSuspect = window.isSuspect
      isSuspect = isSuspect || isWindowSuspect
      var next = at + 64
      while marks != 0 {
        let lines = marks & window.newlines
        // The cells in front of the next line end; its own is their row's.
        let inRow = lines == 0 ? UInt64.max : (lines & (0 &- lines)) &- 1
        endCells(marks & inRow, from: at, fields)
        guard lines != 0 else { break }
        let bit = lines.trailingZeroBitCount
        let mark = at + bit
        marks &= ~1 << UInt64(bit)
        guard firstField + width <= fields.count else { return .needsFields }
        guard endLine(input, at: mark, fields) else { return stop }
        // The LF behind a CR is no mark of its own.
        guard rowStart > mark + 1 else { continue }
        if bit == 63 { next = rowStart } else { marks &= marks &- 1 }
      }
      guard quotes != 0 else {
        at = next
        continue
      }
      guard firstField + width <= fields.count else { return .needsFields }
      guard let next = readQuote(input, at: at + quotes.trailingZeroBitCount, fields) else {
        return stop
      }
      at = next
    }
    return finish(input, fields)
  }

  private var stop: Stop { mustAskEncoding ? .needsEncoding : .needsBytes }

  /// What to do with a row that has no line end yet.
  private mutating func finish(
    _ input: Input, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Stop {
    guard rowStart < input.count else { return .needsBytes }
    if input.isLast {
      guard firstField + width <= fields.count else { return .needsFields }
      keepCell(cellStart, input.count, fields)
      guard endRow(input, at: input.count, next: input.count, fields) else { return stop }
    } else if input.count - rowStart > Limits.row {
      reject(.tooLong, column: 0, at: rowStart, to: input.count)
      line &+= innerLines
      skipLine(input, from: input.count)
    }
    return .needsBytes
  }

  @inline(__always)
  mutating func beginRow(at place: Int) {
    (rowStart, cellStart, cells, innerLines) = (place, place, 0, 0)
    (isSuspect, hasDoubledQuote) = (isWindowSuspect, false)
  }

  /// Ends a cell at each of a window's marks; cells beyond the width are only counted.
  ///
  /// What changes from cell to cell is held apart from the scanner, so that it stays in registers.
  @inline(__always)
  private mutating func endCells(
    _ marks: UInt64, from at: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    var (marks, start, cell) = (marks, cellStart, cells)
    let (first, room) = (firstField, min(width, fields.count - firstField))
    while marks != 0 {
      let end = at &+ marks.trailingZeroBitCount
      marks &= marks &- 1
      if cell < room {
        fields[first &+ cell] = FieldRange(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
      }
      (start, cell) = (end &+ 1, cell &+ 1)
    }
    (cellStart, cells) = (start, cell)
  }

  /// Keeps a cell's place; cells beyond the width are only counted.
  @inline(__always)
  mutating func keepCell(
    _ start: Int, _ end: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    let place = firstField + cells
    if cells < width, place < fields.count {
      fields[place] = FieldRange(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }
    cells += 1
  }

  /// Ends the cell and the row at a line end; false where more must be known.
  @inline(__always)
  private mutating func endLine(
    _ input: Input, at mark: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Bool {
    var next = mark + 1
    if input.bytes[mark] == 0x0d {
      guard next < input.count || input.isLast else { return false }
      if next < input.count, input.bytes[next] == 0x0a { next += 1 }
    }
    if mark == rowStart {
      addBlank()
      nextRow(at: next)
      return true
    }
    keepCell(cellStart, mark, fields)
    return endRow(input, at: mark, next: next, fields)
  }

  /// Gives the row, or its fault; false where the encoding must be known first.
  @inline(__always)
  mutating func endRow(
    _ input: Input, at end: Int, next: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Bool {
    let isPlain = cells >= fewest && cells <= width && !isSuspect && !hasDoubledQuote
    if isPlain && end - rowStart <= Limits.field || isSound(input, to: end, fields) {
      if !blanks.isEmpty { flushBlanks() }
      rows.append(
        RecordBatch.Row(
          first: UInt32(truncatingIfNeeded: firstField), count: UInt32(truncatingIfNeeded: cells),
          line: line, byte: UInt32(truncatingIfNeeded: rowStart)))
      firstField += cells
    } else if mustAskEncoding {
      return false
    }
    nextRow(at: next)
    return true
  }

  @inline(__always)
  private mutating func nextRow(at place: Int) {
    line &+= innerLines &+ 1
    beginRow(at: place)
  }
}

/// A row that could not be split, or a blank line, at places of the buffer.
struct CSVFault {
  let reason: Reject.Reason
  /// The physical line the row or its quote starts on.
  let line: UInt32
  /// The cell, from 1.
  let column: Int
  /// Where the fault is.
  let place: Int
  /// Where the row starts.
  let start: Int
  /// Where the row ends, without its line end.
  let end: Int
}
