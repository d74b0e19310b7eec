internal import Domain

/// Sorts a batch's rows: data, the header, what is no data, faults; repairs where that is wanted.
///
/// A batch in which nothing is odd costs one look at one cell of each row.
struct CSVSieve {
  /// How many rows were met below the header: data, faults and rows left out.
  private(set) var rowsRead = 0

  private let layout: CSVLayout
  private let givesHeader: Bool
  private let isLenient: Bool
  /// Whether a header that comes again is a fault.
  private let refusesHeaders: Bool
  private let isHeaderStated: Bool
  /// The cells of the header where one may come again.
  private let header: [[UInt8]]
  private let headerLength: Int
  private var shape: TableShape?
  private let hasShape: Bool
  /// The cell that starts with a digit in every row of data; -1 where there is none.
  private let keyCell: Int
  private var isBelowHeader = false
  private var blanks: [CSVFault] = []
  /// The rows of the batch at hand while they are sorted.
  private var unsorted: ContiguousArray<RecordBatch.Row> = []
  /// The place of the buffer in the text behind what was left out in front.
  private var offset: Int
  private var repairs: RowRepair
  /// The cells of a faulty row that may be no data.
  private var literal = RowTexts()

  /// A sieve for a file that is written in a way.
  init(_ layout: CSVLayout, _ options: InputOptions, givesHeader: Bool) {
    (self.layout, self.givesHeader, isLenient) = (layout, givesHeader, options.isLenient)
    refusesHeaders = options.width != nil || options.headerRow != nil
    isHeaderStated = options.headerRow != nil
    shape = layout.mode == .table ? layout.found.map { TableShape($0) } : nil
    (hasShape, keyCell) = (shape != nil, shape?.keyCell ?? -1)
    let isHeader = layout.found != nil || HeaderSearch.looksLikeHeader(layout.names)
    let names = isHeader && layout.mode != .ragged ? layout.rawHeader : []
    header = names
    offset = layout.start
    repairs = RowRepair(layout)
    headerLength = names.reduce(names.count - 1) { $0 + $1.count }
  }

  /// Sorts the batch's rows and the faults found with them; places are those of the buffer, of
  /// which `used` bytes will not come again.
  mutating func sift(
    _ faults: ContiguousArray<CSVFault>, _ batch: inout RecordBatch, used: Int
  ) {
    defer { offset += used }
    if isBelowHeader, faults.isEmpty, !hasOddRow(batch) {
      rowsRead += batch.rows.count
      if !batch.rows.isEmpty { shape?.sawData() }
      return
    }
    swap(&unsorted, &batch.rows)
    batch.rows.removeAll(keepingCapacity: true)
    var next = 0
    for fault in faults {
      while next < unsorted.count, Int(unsorted[next].byte) < fault.start {
        sort(unsorted[next], &batch)
        next += 1
      }
      sort(fault, &batch)
    }
    while next < unsorted.count {
      sort(unsorted[next], &batch)
      next += 1
    }
    flushBlanks(&batch)
  }

  private func hasOddRow(_ batch: borrowing RecordBatch) -> Bool {
    for i in 0..<batch.rows.count where isOdd(batch.rows[i], batch) { return true }
    return false
  }

  /// Whether a row below the header may be no data.
  @inline(__always)
  private func isOdd(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
    guard hasShape else { return isRepeated(row, batch) }
    guard keyCell >= 0 else { return true }
    let field = batch.field(row, keyCell)
    return field.start >= field.end || !Bytes.isDigit(batch.bytes[Int(field.start)])
  }

  private func isRepeated(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
    guard !header.isEmpty, Int(row.count) == header.count else { return false }
    let first = batch.fields[Int(row.first)]
    let last = batch.fields[Int(row.first + row.count) - 1]
    // Quotes may stand between the cells.
    guard Int(last.end - first.start) >= headerLength else { return false }
    for (cell, name) in header.enumerated() {
      let field = batch.fields[Int(row.first) + cell]
      guard Int(field.end - field.start) == name.count else { return false }
      for i in 0..<name.count where batch.bytes[Int(field.start) + i] != name[i] { return false }
    }
    return true
  }

  /// Gives a row, or leaves it out.
  private mutating func sort(_ row: RecordBatch.Row, _ batch: inout RecordBatch) {
    if isBelowHeader, shape?.isPlainData(row, in: batch) ?? false {
      flushBlanks(&batch)
      batch.rows.append(row)
      rowsRead += 1
      return
    }
    switch zone(of: Int(row.byte)) {
    case .above where layout.mode == .table && isTitle(batch.texts(row)):
      return skip(.title, row, &batch)
    case .above:
      flushBlanks(&batch)
      batch.rows.append(row)
      rowsRead += 1
      return
    case .header:
      flushBlanks(&batch)
      if givesHeader { batch.rows.append(row) }
      return
    case .below: isBelowHeader = true
    }
    let repeated: SkippedRow.Kind? = isRepeated(row, batch) ? .repeatedHeader : nil
    if let kind = shape?.kind(of: row, in: batch) ?? repeated {
      guard kind == .repeatedHeader, refusesHeaders else { return skip(kind, row, &batch) }
      flushBlanks(&batch)
      batch.faults.append(fault(.repeatedHeader, row, batch))
    } else {
      flushBlanks(&batch)
      batch.rows.append(row)
    }
    rowsRead += 1
  }

  /// Whether a row above the header is none of the data; above one that is stated all are.
  private func isTitle(_ cells: [String]) -> Bool {
    isHeaderStated || !HeaderSearch.saysWhose(cells)
  }

  /// Where a row stands beside the header.
  private enum Zone { case above, header, below }

  private func zone(of place: Int) -> Zone {
    if isBelowHeader || layout.mode == .ragged { return .below }
    if place < layout.header.lowerBound - offset { return .above }
    return place < layout.header.upperBound - offset ? .header : .below
  }

  private func fault(
    _ reason: Reject.Reason, _ row: RecordBatch.Row, _ batch: borrowing RecordBatch
  ) -> RowFault {
    RowFault(reason, line: row.line, column: 0, byte: batch.fileOffset + Int(row.byte))
  }

  private mutating func skip(
    _ kind: SkippedRow.Kind, _ row: RecordBatch.Row, _ batch: inout RecordBatch
  ) {
    flushBlanks(&batch, asSkipped: true)
    batch.skipped.append(SkippedRow(kind, row))
    rowsRead += 1
  }

  /// Tells a fault, repairs its row or leaves it out.
  private mutating func sort(_ fault: CSVFault, _ batch: inout RecordBatch) {
    let zone = zone(of: fault.start)
    let isAbove = zone == .above && layout.mode == .table
    let mayBeLeftOut = shape != nil || isAbove
    if fault.reason == .blankLine {
      blanks.append(fault)
      if !mayBeLeftOut { flushBlanks(&batch) }
      return
    }
    let width = fault.reason == .tooFewCells || fault.reason == .tooManyCells
    if mayBeLeftOut, isAbove || width && hasWords(batch.bytes[fault.start..<fault.end]) {
      RowSplitter(layout.dialect).literalCells(
        batch.bytes.span, fault.start..<fault.end, into: &literal)
      if let kind = literalKind(isAbove: isAbove) {
        let row = add(literal, fault, &batch)
        if kind != .repeatedHeader || !refusesHeaders { return skip(kind, row, &batch) }
      }
    }
    flushBlanks(&batch)
    if zone == .below { isBelowHeader = true }
    batch.faults.append(
      RowFault(
        fault.reason, line: fault.line, column: UInt32(fault.column),
        byte: batch.fileOffset + fault.place))
    if isLenient { repairs.repair(fault, &batch) }
    if zone != .header { rowsRead += 1 }
  }

  /// What the row is that was split by hand.
  private mutating func literalKind(isAbove: Bool) -> SkippedRow.Kind? {
    if !isAbove, Bytes.trimmed(literal.bytes.span).isEmpty { return .blank }
    let texts = literal.ends.indices.map {
      String(decoding: literal.bytes[literal.range($0)], as: UTF8.self)
    }
    return isAbove ? (isTitle(texts) ? .title : nil) : shape?.kind(texts)
  }

  /// Whether a row may be no data: it has letters, or no digits.
  private func hasWords(_ row: ArraySlice<UInt8>) -> Bool {
    row.contains { Bytes.isLetter($0) } || !row.contains { Bytes.isDigit($0) }
  }

  /// Blank lines inside the data are faults; around what is no data they are left out with it.
  private mutating func flushBlanks(_ batch: inout RecordBatch, asSkipped: Bool = false) {
    if blanks.isEmpty { return }
    for blank in blanks {
      if asSkipped || layout.mode == .table && zone(of: blank.start) == .above {
        let row = add(RowTexts(), blank, &batch)
        batch.skipped.append(SkippedRow(.blank, row))
      } else {
        batch.faults.append(
          RowFault(
            .blankLine, line: blank.line, column: 0, byte: batch.fileOffset + blank.place))
      }
      rowsRead += 1
    }
    blanks.removeAll(keepingCapacity: true)
  }

  /// Puts the cells of a row that was split by hand behind the buffer's text.
  private func add(
    _ cells: RowTexts, _ fault: CSVFault, _ batch: inout RecordBatch
  ) -> RecordBatch.Row {
    let first = batch.fields.count
    for cell in cells.ends.indices {
      let start = batch.bytes.count
      batch.bytes.append(contentsOf: cells.bytes[cells.range(cell)])
      batch.fields.append(FieldRange(start: UInt32(start), end: UInt32(batch.bytes.count)))
    }
    return RecordBatch.Row(
      first: UInt32(first), count: UInt32(cells.ends.count), line: fault.line,
      byte: UInt32(fault.start))
  }
}
