internal import Domain

extension CSVScanner {
  private var quote: UInt8 { dialect.quote }

  /// Reads the quoted cell at a place; returns where to go on, or nil where scanning must stop.
  mutating func readQuote(
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
      } else if byte == 0x0d {
        if dialect.countsReturns, input.bytes[place + 1] != 0x0a { lines += 1 }
      } else if byte &- 1 >= 0x7f {
        isSuspect = true
      } else if dialect.escape == byte {
        hasDoubledQuote = true
        place += 1
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
    guard next < input.count || input.isLast else { return nil }
    let byte = next < input.count ? input.bytes[next] : 0x0a
    if byte == dialect.separator {
      keepCell(open + 1, close, fields)
      innerLines += lines
      cellStart = next + 1
      return cellStart
    }
    guard byte == 0x0a || byte == 0x0d else { return fail(.strayQuote, input, at: open) }
    next = min(next + 1, input.count)
    if byte == 0x0d {
      guard next < input.count || input.isLast else { return nil }
      if next < input.count, input.bytes[next] == 0x0a { next += 1 }
    }
    keepCell(open + 1, close, fields)
    innerLines += lines
    let end = close + 1
    if innerLines > 0 {
      if let gluing = gluedLine(input, to: end) { return fail(gluing, input) }
      if mustReadOn { return readOn() }
    }
    return endRow(input, at: end, next: next, fields) ? rowStart : nil
  }

  /// Gives up the row for a quote; reading goes on at the next physical line.
  private mutating func fail(_ reason: Reject.Reason, _ input: Input, at quote: Int) -> Int? {
    if innerLines > 0 {
      if let gluing = gluedLine(input, to: nil) { return fail(gluing, input) }
      if mustReadOn { return readOn() }
    }
    let end = lineEnd(input, from: quote)
    let isLong = end - rowStart > Limits.row
    guard end < input.count || input.isLast || isLong else { return nil }
    if reason == .tooLong {
      reject(reason, column: 0, at: rowStart, to: end)
      line &+= innerLines
    } else {
      let before = rowStart
      line &+= innerLines
      reject(reason, column: cells + 1, at: quote, from: before, to: end)
    }
    skipLine(input, from: end)
    return rowStart
  }

  private mutating func readOn() -> Int? {
    mustReadOn = false
    return nil
  }

  /// Gives up a row that a wrong quote glued to the next ones.
  private mutating func fail(_ gluing: Gluing, _ input: Input) -> Int? {
    line &+= gluing.lines
    reject(.unclosedQuote, column: gluing.column, at: gluing.quote, to: gluing.end)
    skipLine(input, from: gluing.end)
    return rowStart
  }

  private func lineEnd(_ input: Input, from place: Int) -> Int {
    var end = place
    while end < input.count, input.bytes[end] != 0x0a, input.bytes[end] != 0x0d { end += 1 }
    return end
  }

  mutating func skipLine(_ input: Input, from place: Int) {
    var end = lineEnd(input, from: place)
    let isAtEnd = end == input.count
    let mayGoOn = !isAtEnd && input.bytes[end] == 0x0d && end + 1 == input.count
    isSkipping = (isAtEnd || mayGoOn) && !input.isLast
    isWindowSuspect = true
    if isSkipping { return beginRow(at: end) }
    if !isAtEnd { line &+= 1 }
    if end + 1 < input.count, input.bytes[end] == 0x0d, input.bytes[end + 1] == 0x0a { end += 1 }
    beginRow(at: min(end + 1, input.count))
  }

  mutating func reject(
    _ reason: Reject.Reason, column: Int, at place: Int, from start: Int? = nil, to end: Int
  ) {
    if !blanks.isEmpty { flushBlanks() }
    faults.append(
      CSVFault(
        reason: reason, line: line, column: column, place: place, start: start ?? rowStart,
        end: end))
  }

  mutating func addBlank() {
    blanks.append(
      CSVFault(
        reason: .blankLine, line: line, column: 0, place: rowStart, start: rowStart, end: rowStart))
  }

  /// Goes back to the first blank line that is held: it comes again with what follows it.
  mutating func returnBlanks() {
    guard let first = blanks.first else { return }
    (rowStart, line) = (first.start, first.line)
    blanks.removeAll(keepingCapacity: true)
  }

  /// Blank lines are faults once something follows them.
  mutating func flushBlanks() {
    faults.append(contentsOf: blanks)
    blanks.removeAll(keepingCapacity: true)
  }
}

extension CSVScanner {
  /// Looks closer at a row that is not plain; unescapes its cells or gives its fault.
  @inline(never)
  mutating func isSound(
    _ input: Input, to end: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>
  ) -> Bool {
    guard end - rowStart <= Limits.row else {
      reject(.tooLong, column: 0, at: rowStart, to: end)
      return false
    }
    if isSuspect, let (reason, place) = badByte(input, to: end) {
      if reason == .badEncoding, !isEncodingKnown {
        mustAskEncoding = true
        return false
      }
      reject(reason, column: column(of: place, fields), at: place, to: end)
      return false
    }
    guard cells >= fewest else {
      reject(.tooFewCells, column: cells, at: rowStart, to: end)
      return false
    }
    guard cells <= width else {
      reject(.tooManyCells, column: width + 1, at: rowStart, to: end)
      return false
    }
    for i in firstField..<firstField + cells where fields[i].end - fields[i].start > Limits.field {
      reject(.tooLong, column: i - firstField + 1, at: Int(fields[i].start), to: end)
      return false
    }
    guard hasDoubledQuote else { return true }
    for i in firstField..<firstField + cells { unescape(input, &fields[i]) }
    return true
  }

  /// The first byte of the row that is NUL or no UTF-8.
  private mutating func badByte(_ input: Input, to end: Int) -> (Reject.Reason, Int)? {
    let row = UnsafeBufferPointer(start: input.bytes + rowStart, count: end - rowStart)
    if let place = row.firstIndex(of: 0) { return (.nulByte, rowStart + place) }
    do {
      let text = try UTF8Span(validating: row.span)
      if !isEncodingKnown { isEncodingKnown = !text.isKnownASCII && row.contains { $0 > 0x7f } }
      // A byte order mark inside the file: two files were joined.
      let isJoined = rowStart > 0 && row.starts(with: [0xef, 0xbb, 0xbf])
      return isJoined ? (.badEncoding, rowStart) : nil
    } catch {
      return (.badEncoding, rowStart + error.byteOffsets.lowerBound)
    }
  }

  /// The cell a place of the row lies in, from 1.
  private func column(of place: Int, _ fields: UnsafeMutableBufferPointer<FieldRange>) -> Int {
    let kept = firstField..<firstField + min(cells, width)
    return 1 + kept.filter { Int(fields[$0].end) < place }.count
  }

  /// Takes the marks out of a cell that make a quote stand for itself, in place.
  private func unescape(_ input: Input, _ field: inout FieldRange) {
    var (from, to) = (Int(field.start), Int(field.start))
    let end = Int(field.end)
    let isQuoted = from > rowStart && input.bytes[from - 1] == quote
    guard isQuoted else { return }
    while from < end {
      let byte = input.bytes[from]
      if (byte == quote || byte == dialect.escape) && from + 1 < end { from += 1 }
      input.bytes[to] = input.bytes[from]
      from += 1
      to += 1
    }
    field.end = UInt32(truncatingIfNeeded: to)
  }
}

extension CSVScanner {
  /// Where a quote opened that glued rows together.
  struct Gluing {
    let quote: Int
    let column: Int
    /// The physical lines between the row's start and the quote.
    let lines: UInt32
    /// Where the quote's own line ends.
    let end: Int
  }

  /// The quote that spoils a row over several lines; nil where none does.
  ///
  /// A wrong quote is told by what it swallowed: the next line is a row of the right width. In a
  /// row that is right itself, up to `sound`, that line must be a whole one of four cells or more.
  private mutating func gluedLine(_ input: Input, to sound: Int?) -> Gluing? {
    let isRight = sound != nil && cells >= fewest && cells <= width
    guard !isRight || innerLines > 1 && fewest == width && width > 3 else { return nil }
    let end = sound ?? input.count
    let row = UnsafeBufferPointer(start: input.bytes + rowStart, count: end - rowStart)
    guard let firstEnd = row.firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return nil }
    var next = rowStart + firstEnd + 1
    if row[firstEnd] == 0x0d, next < end, input.bytes[next] == 0x0a { next += 1 }
    let splitter = RowSplitter(dialect)
    let reach = min(input.count, next + Limits.look)
    let rest = UnsafeBufferPointer(start: input.bytes, count: reach).span
    let following = splitter.row(rest, from: next)
    // A line that may go on behind the buffer tells nothing yet.
    mustReadOn = following.end == rest.count && rest.count == input.count && !input.isLast
    guard !mustReadOn, following.isSound, (fewest...width).contains(following.cells.count),
      !isRight || following.end < end
    else { return nil }
    // The quote that is open at the end of the first line.
    var (place, cell, isQuoted, open, column) = (rowStart, 1, false, rowStart, 1)
    while place < rowStart + firstEnd {
      let byte = input.bytes[place]
      if byte == quote {
        if !isQuoted { (open, column) = (place, cell) }
        isQuoted.toggle()
      } else if byte == dialect.separator, !isQuoted {
        cell += 1
      }
      place += 1
    }
    return Gluing(quote: open, column: column, lines: 0, end: rowStart + firstEnd)
  }
}
