internal import Domain

/// Cuts bytes into rows and cells: 64 bytes at a time, and byte by byte inside quotes.
///
/// What it finds never depends on how the bytes were cut: a row whose end has not come is
/// left alone and read again from its start.
struct CSVScanner {
  /// Why scanning stopped.
  enum Stop { case needsBytes, needsFields }

  let separator: UInt8
  let quote: UInt8
  /// How many cells a row must have.
  let width: Int
  /// The rows found.
  var rows: ContiguousArray<RecordBatch.Row> = []
  /// The faults found.
  var faults: ContiguousArray<RowFault> = []
  /// The physical line at `rowStart`.
  var line: UInt32
  /// How many data rows were met.
  private(set) var rowsRead = 0
  /// What to add to a place to have the byte in the file.
  var fileOffset = 0
  /// The byte where the row starts that is not finished.
  var rowStart = 0
  /// How many cells the finished rows have.
  var firstField = 0

  private var cellStart = 0
  private var cells = 0
  private var innerLines: UInt32 = 0
  private var isSuspect = false
  private var isWindowSuspect = false
  private var hasDoubledQuote = false
  private var isSkipping = false
  private var blanks: ContiguousArray<RowFault> = []

  /// A scanner that starts on a physical line.
  init(separator: UInt8, quote: UInt8, width: Int, line: UInt32) {
    (self.separator, self.quote, self.width, self.line) = (separator, quote, width, line)
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
      let window = ByteWindow(at: input.bytes + at, separator: separator, quote: quote)
      let left = input.count - at
      let valid = left >= 64 ? UInt64.max : 1 << UInt64(left) - 1
      let quotes = window.quotes & valid
      var marks = (window.separators | window.newlines) & valid
      if quotes != 0 { marks &= (quotes & (0 &- quotes)) - 1 }
      isWindowSuspect = window.isSuspect
      isSuspect = isSuspect || isWindowSuspect
      while marks != 0 {
        let bit = marks.trailingZeroBitCount
        marks &= marks - 1
        let lineEnd = at + bit
        guard window.newlines >> UInt64(bit) & 1 != 0 else {
          endCell(at: lineEnd, fields)
          continue
        }
        guard firstField + width <= fields.count else { return .needsFields }
        endLine(input, at: lineEnd, fields)
      }
      guard quotes != 0 else {
        at += 64
        continue
      }
      guard firstField + width <= fields.count else { return .needsFields }
      guard let next = readQuote(input, at: at + quotes.trailingZeroBitCount, fields) else {
        return .needsBytes
      }
      at = next
    }
    return finish(input, fields)
  }

  /// What to do with a row that has no line end yet.
  private mutating func finish(
    _ input: Input, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Stop {
    guard rowStart < input.count else { return .needsBytes }
    if input.isLast {
      guard firstField + width <= fields.count else { return .needsFields }
      endLine(input, at: input.count, fields)
    } else if input.count - rowStart > Limits.row {
      reject(.tooLong, column: 0, at: rowStart)
      line &+= innerLines
      skipLine(input, from: input.count)
    }
    return .needsBytes
  }

  @inline(__always)
  private mutating func beginRow(at place: Int) {
    (rowStart, cellStart, cells, innerLines) = (place, place, 0, 0)
    (isSuspect, hasDoubledQuote) = (isWindowSuspect, false)
  }

  @inline(__always)
  private mutating func endCell(
    at end: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    keepCell(cellStart, end, fields)
    cellStart = end + 1
  }

  /// Keeps a cell's place; cells beyond the width are only counted.
  @inline(__always)
  private mutating func keepCell(
    _ start: Int, _ end: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    let place = firstField + cells
    if cells < width, place < fields.count {
      fields[place] = FieldRange(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }
    cells += 1
  }

  /// Ends the cell and the row at a line end or the end of the file.
  @inline(__always)
  private mutating func endLine(
    _ input: Input, at lineEnd: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    let hasReturn = lineEnd > cellStart && input.bytes[lineEnd - 1] == 0x0d
    let end = hasReturn ? lineEnd - 1 : lineEnd
    if end == rowStart {
      addBlank()
      nextRow(at: lineEnd + 1, input)
    } else {
      keepCell(cellStart, end, fields)
      endRow(input, at: lineEnd, fields)
    }
  }

  /// Gives the row, or its fault.
  @inline(__always)
  private mutating func endRow(
    _ input: Input, at lineEnd: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    let isPlain = cells == width && !isSuspect && !hasDoubledQuote
    if isPlain && lineEnd - rowStart <= Limits.row || isSound(input, to: lineEnd, fields) {
      if !blanks.isEmpty { flushBlanks() }
      rowsRead += 1
      rows.append(
        RecordBatch.Row(
          first: UInt32(truncatingIfNeeded: firstField), count: UInt32(truncatingIfNeeded: width),
          line: line, byte: UInt32(truncatingIfNeeded: rowStart)))
      firstField += width
    }
    nextRow(at: lineEnd + 1, input)
  }

  @inline(__always)
  private mutating func nextRow(at place: Int, _ input: Input) {
    line &+= innerLines &+ 1
    beginRow(at: min(place, input.count))
  }
}

extension CSVScanner {
  /// Reads the quoted cell at a place; returns where to go on, or nil where bytes are missing.
  private mutating func readQuote(
    _ input: Input, at open: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Int? {
    guard open - rowStart <= Limits.row else { return fail(.tooLong, input, at: open) }
    guard open == cellStart else { return fail(.strayQuote, input, at: open) }
    let limit = min(input.count, rowStart + Limits.row)
    var (place, lines) = (open + 1, UInt32(0))
    while place < limit {
      let byte = input.bytes[place]
      if byte == quote {
        guard place + 1 < input.count, input.bytes[place + 1] == quote else {
          return closeQuote(input, open, place, lines, fields)
        }
        hasDoubledQuote = true
        place += 1
      } else if byte == 0x0a {
        lines += 1
      } else if byte &- 1 >= 0x7f {
        isSuspect = true
      }
      place += 1
    }
    guard input.isLast || limit == rowStart + Limits.row else { return nil }
    return fail(.unclosedQuote, input, at: open)
  }

  /// Ends a quoted cell: a separator, a line end or the file's end must follow.
  private mutating func closeQuote(
    _ input: Input, _ open: Int, _ close: Int, _ lines: UInt32,
    _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Int? {
    var next = close + 1
    if next < input.count, input.bytes[next] == separator {
      keepCell(open + 1, close, fields)
      innerLines += lines
      cellStart = next + 1
      return cellStart
    }
    if next < input.count, input.bytes[next] == 0x0d { next += 1 }
    guard next < input.count || input.isLast else { return nil }
    guard next == input.count || input.bytes[next] == 0x0a else {
      return fail(.strayQuote, input, at: open)
    }
    keepCell(open + 1, close, fields)
    innerLines += lines
    endRow(input, at: next, fields)
    return rowStart
  }

  /// Gives up the row for a quote; reading goes on at the next physical line.
  private mutating func fail(_ reason: Reject.Reason, _ input: Input, at quote: Int) -> Int {
    if reason == .tooLong {
      reject(reason, column: 0, at: rowStart)
      line &+= innerLines
    } else {
      line &+= innerLines
      reject(reason, column: cells + 1, at: quote)
    }
    skipLine(input, from: quote)
    return rowStart
  }

  private mutating func skipLine(_ input: Input, from place: Int) {
    var end = place
    while end < input.count, input.bytes[end] != 0x0a { end += 1 }
    isSkipping = end == input.count && !input.isLast
    if end < input.count { line &+= 1 }
    isWindowSuspect = true
    beginRow(at: min(end + 1, input.count))
  }

  private mutating func reject(_ reason: Reject.Reason, column: Int, at place: Int) {
    if !blanks.isEmpty { flushBlanks() }
    rowsRead += 1
    faults.append(
      RowFault(
        reason, line: line, column: UInt32(truncatingIfNeeded: column), byte: fileOffset + place))
  }

  private mutating func addBlank() {
    blanks.append(RowFault(.blankLine, line: line, column: 0, byte: fileOffset + rowStart))
    if blanks.count == Limits.blankLines { flushBlanks() }
  }

  /// Blank lines are faults once something follows them.
  private mutating func flushBlanks() {
    rowsRead += blanks.count
    faults.append(contentsOf: blanks)
    blanks.removeAll(keepingCapacity: true)
  }
}

extension CSVScanner {
  /// Looks closer at a row that is not plain; unescapes its cells or gives its fault.
  @inline(never)
  private mutating func isSound(
    _ input: Input, to end: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Bool {
    guard end - rowStart <= Limits.row else {
      reject(.tooLong, column: 0, at: rowStart)
      return false
    }
    if isSuspect, let (reason, place) = badByte(input, to: end) {
      reject(reason, column: column(of: place, fields), at: place)
      return false
    }
    guard cells == width else {
      reject(cells < width ? .tooFewCells : .tooManyCells, column: cells, at: rowStart)
      return false
    }
    guard hasDoubledQuote else { return true }
    for i in firstField..<firstField + width { unescape(input, &fields[i]) }
    return true
  }

  /// The first byte of the row that is NUL or no UTF-8.
  private func badByte(_ input: Input, to end: Int) -> (Reject.Reason, Int)? {
    let row = UnsafeBufferPointer(start: input.bytes + rowStart, count: end - rowStart)
    if let place = row.firstIndex(of: 0) { return (.nulByte, rowStart + place) }
    do {
      _ = try UTF8Span(validating: row.span)
      return nil
    } catch {
      return (.badEncoding, rowStart + error.byteOffsets.lowerBound)
    }
  }

  /// The cell a place of the row lies in, from 1.
  private func column(of place: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>) -> Int {
    let kept = firstField..<firstField + min(cells, width)
    return 1 + kept.filter { Int(fields[$0].end) < place }.count
  }

  /// Makes one quote of each two, in place: only quoted cells hold any.
  private func unescape(_ input: Input, _ field: inout FieldRange) {
    var (from, to, end) = (Int(field.start), Int(field.start), Int(field.end))
    while from < end {
      let byte = input.bytes[from]
      input.bytes[to] = byte
      from += byte == quote ? 2 : 1
      to += 1
    }
    end = to
    field.end = UInt32(truncatingIfNeeded: end)
  }
}
