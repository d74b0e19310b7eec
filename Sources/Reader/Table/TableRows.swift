internal import Domain

/// The rows of tables on sheets: titles, totals, repeated headers and signatures told apart.
///
/// A sheet whose header is not known is given as it stands.
struct TableRows: RowReader {
  private var base: any RowReader
  private let search: HeaderSearch
  /// Knows a further table of a page that is of another kind.
  private let searchOfAll = HeaderSearch(kind: nil)
  private let options: InputOptions
  private let looksAtShape: Bool
  private let givesHeader: Bool

  private var sheet = -1
  private var found: HeaderSearch.Found?
  private var shape: TableShape?
  /// The sheet's header where none of its columns need be known.
  private var plainHeader: [String] = []
  /// The lines of the sheet's header.
  private(set) var headerLines: ClosedRange<UInt32> = 0...0
  /// Which of the sheet's rows are its header: several rows of a page may stand on one line.
  private var headerRows: Range<Int>?
  /// How many rows of the sheet were met before the batch.
  private var rowsBefore = 0
  /// What is left of a batch where a table with another header begins.
  private var rest: RecordBatch?
  /// Which rows of the batch begin a table of a page.
  private var starts: ArraySlice<Int> = []
  private var firstLine: UInt32 = 0
  private var firstNames: [String] = []
  /// The header of the first sheet that has a known one.
  private(set) var header: FoundHeader?

  /// The tables on the sheets of a file; `givesHeader` where they are only looked at.
  init(_ base: any RowReader, kind: InputKind?, options: InputOptions, givesHeader: Bool) {
    (self.base, self.options, self.givesHeader) = (base, options, givesHeader)
    search = HeaderSearch(kind: kind, stated: options.columns)
    looksAtShape = options.hasHeader && options.width == nil
  }

  var sheets: [String] { base.sheets }

  var hiddenRows: Int { base.hiddenRows }

  /// The header of the sheet at hand.
  var sheetHeader: HeaderSearch.Found? { found }

  var sheetHeaderLines: ClosedRange<UInt32> { found == nil ? 0...0 : headerLines }

  var columnNames: [String] { found?.names ?? plainHeader }

  var detected: DetectedInput {
    let form = base.detected
    var detected = DetectedInput(
      format: form.format, encoding: form.encoding, separator: nil, quote: nil,
      lineEnd: nil, headerLine: firstLine, headers: firstNames)
    detected.sheets = base.sheets
    return detected
  }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    if let rest {
      batch = rest
      self.rest = nil
    } else {
      guard try base.next(into: &batch) else { return false }
      starts = Array(base.tableStarts)[...]
    }
    if batch.sheet != sheet || starts.first == 0 && hasOtherHeader(batch, at: 0) {
      let isSheet = batch.sheet != sheet
      (sheet, found, shape, plainHeader, headerLines) = (batch.sheet, nil, nil, [], 0...0)
      (headerRows, rowsBefore) = (nil, 0)
      if options.hasHeader { findHeader(batch, isSheet ? nil : tableEnd(batch, at: 0)) }
    }
    cut(&batch)
    let count = batch.rows.count
    sift(&batch)
    rowsBefore += count
    return true
  }

  /// Leaves what stands in a table with another header for the next batch.
  private mutating func cut(_ batch: inout RecordBatch) {
    let first = max(1, (headerRows?.upperBound ?? 0) - rowsBefore)
    let other = starts.first { $0 >= first && hasOtherHeader(batch, at: $0) }
    guard let other else { return }
    var left = batch
    left.rows.removeFirst(other)
    batch.rows.removeLast(batch.rows.count - other)
    let line = left.rows[0].line
    batch.faults.removeAll { $0.line > line }
    left.faults.removeAll { $0.line <= line }
    rest = left
    starts = starts.filter { $0 >= other }.map { $0 - other }[...]
  }

  /// Whether a table of a page has a header by which its cells mean something else.
  private func hasOtherHeader(_ batch: borrowing RecordBatch, at start: Int) -> Bool {
    guard looksAtShape, options.headerRow == nil else { return false }
    let rows = (start..<tableEnd(batch, at: start)).map {
      batch.texts(batch.rows[$0]).map(\.trimmingBlanks)
    }
    guard let header = search.header(in: rows) ?? searchOfAll.header(in: rows) else {
      return false
    }
    return header.kind != found?.kind || header.columns != found?.columns
  }

  /// Where the table ends that begins with a row, or its first rows do.
  private func tableEnd(_ batch: borrowing RecordBatch, at start: Int) -> Int {
    let end = starts.first { $0 > start } ?? batch.rows.count
    return min(end, start + Limits.headerSearch, batch.rows.count)
  }

  /// Looks for the header among the first rows of a sheet or table, or takes the row that is
  /// stated.
  private mutating func findHeader(_ batch: borrowing RecordBatch, _ end: Int?) {
    var places = Array(0..<min(batch.rows.count, end ?? Limits.headerSearch))
    if let stated = options.headerRow {
      places = (0..<batch.rows.count).filter { batch.rows[$0].line == UInt32(clamping: stated) }
    }
    let rows = places.map { batch.texts(batch.rows[$0]).map(\.trimmingBlanks) }
    let known = search.header(in: rows, tables: starts)
    guard looksAtShape, let header = known ?? (end == nil ? nil : searchOfAll.header(in: rows))
    else {
      return takePlainHeader(rows, places, batch)
    }
    let first = batch.rows[places[header.rows.lowerBound]].line
    let last = batch.rows[places[header.rows.upperBound - 1]].line
    headerLines = first...max(first, last)
    headerRows = places[header.rows.lowerBound]..<places[header.rows.upperBound - 1] + 1
    (found, shape) = (header, TableShape(header))
    if self.header == nil {
      self.header = FoundHeader(kind: header.kind, names: header.names, columns: header.columns)
      (firstLine, firstNames) = (first, header.names)
    }
  }

  /// Takes the first row, or the one that is stated, for a header of columns that are not known.
  private mutating func takePlainHeader(
    _ rows: [[String]], _ places: [Int], _ batch: borrowing RecordBatch
  ) {
    let isRight = { (row: [String]) in row.count == options.width ?? row.count }
    guard let place = rows.firstIndex(where: isRight) else { return }
    let isStated = options.headerRow != nil
    if isStated || HeaderSearch.looksLikeHeader(rows[place]) { plainHeader = rows[place] }
    guard isStated else { return }
    let line = batch.rows[places[place]].line
    (headerLines, headerRows) = (line...line, places[place]..<places[place] + 1)
    if firstLine == 0 { (firstLine, firstNames) = (line, rows[place]) }
  }

  /// Takes out of the batch what is no data.
  private mutating func sift(_ batch: inout RecordBatch) {
    var kept = 0
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      if row.line <= options.skippedLines { continue }
      let number = rowsBefore + i
      if let kind = skipped(row, number, batch) {
        if kind == .repeatedHeader, options.headerRow != nil || options.width != nil {
          fail(.repeatedHeader, row, column: 0, &batch)
        } else {
          batch.skipped.append(SkippedRow(kind, row))
        }
        continue
      }
      if headerRows?.contains(number) ?? false, !givesHeader { continue }
      guard let sound = sized(row, &batch) else { continue }
      batch.rows[kept] = sound
      kept += 1
    }
    batch.rows.removeLast(batch.rows.count - kept)
  }

  private mutating func skipped(
    _ row: RecordBatch.Row, _ number: Int, _ batch: borrowing RecordBatch
  ) -> SkippedRow.Kind? {
    if let headerRows, number < headerRows.lowerBound, options.width == nil {
      let isTitle = options.headerRow != nil || !HeaderSearch.saysWhose(batch.texts(row))
      return isTitle ? .title : nil
    }
    if headerRows?.contains(number) ?? false { return nil }
    if shape != nil { return shape?.kind(of: row, in: batch) }
    guard !plainHeader.isEmpty, Int(row.count) == plainHeader.count,
      batch.texts(row).map(\.trimmingBlanks) == plainHeader
    else { return nil }
    // The first one is the header itself.
    guard headerRows == nil else { return .repeatedHeader }
    headerRows = number..<number + 1
    return nil
  }

  /// The row with as many cells as are wanted; nil where it has another number.
  private func sized(
    _ row: RecordBatch.Row, _ batch: inout RecordBatch
  ) -> RecordBatch.Row? {
    guard let width = options.width, Int(row.count) != width else { return row }
    let isShort = Int(row.count) < width
    fail(
      isShort ? .tooFewCells : .tooManyCells, row, column: isShort ? Int(row.count) : width + 1,
      &batch)
    guard options.isLenient else { return nil }
    var sound = row
    while Int(sound.count) > width, batch.range(sound, Int(sound.count) - 1).isEmpty {
      sound.count -= 1
    }
    guard isShort else { return sound }
    sound.first = UInt32(batch.fields.count)
    for cell in 0..<width {
      batch.fields.append(batch.field(row, cell))
      batch.kinds.append(batch.kind(row, cell))
    }
    sound.count = UInt32(width)
    return sound
  }

  private func fail(
    _ reason: Reject.Reason, _ row: RecordBatch.Row, column: Int, _ batch: inout RecordBatch
  ) {
    let fault = RowFault(
      reason, line: row.line, column: UInt32(column), byte: batch.fileOffset + Int(row.byte))
    let place = batch.faults.firstIndex { $0.line > row.line } ?? batch.faults.count
    batch.faults.insert(fault, at: place)
  }
}

extension RecordBatch {
  /// The texts of a row's cells.
  func texts(_ row: Row) -> [String] {
    (0..<Int(row.count)).map { cell in
      let field = field(row, cell)
      return String(decoding: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
    }
  }
}
