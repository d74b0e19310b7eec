internal import Domain

/// The rows of tables on sheets: titles, totals, repeated headers and signatures told apart.
///
/// A sheet whose header is not known is given as it stands.
struct TableRows: RowReader {
  private var base: any RowReader
  private let search: HeaderSearch
  private let options: InputOptions
  private let looksAtShape: Bool
  private let givesHeader: Bool

  private var sheet = -1
  private var found: HeaderSearch.Found?
  private var shape: TableShape?
  /// The lines of the sheet's header.
  private(set) var headerLines: ClosedRange<UInt32> = 0...0
  /// Whether any batch was read.
  private var firstHeader: (line: UInt32, header: FoundHeader)?

  /// The tables on the sheets of a file; `givesHeader` where they are only looked at.
  init(_ base: any RowReader, kind: InputKind?, options: InputOptions, givesHeader: Bool) {
    (self.base, self.options, self.givesHeader) = (base, options, givesHeader)
    search = HeaderSearch(kind: kind, stated: options.columns)
    looksAtShape = options.hasHeader && options.width == nil
  }

  var sheets: [String] { base.sheets }

  var hiddenRows: Int { base.hiddenRows }

  /// The header of the first sheet that has a known one.
  var header: FoundHeader? { firstHeader?.header }

  /// The header of the sheet at hand.
  var sheetHeader: HeaderSearch.Found? { found }

  var sheetHeaderLines: ClosedRange<UInt32> { found == nil ? 0...0 : headerLines }

  var detected: DetectedInput {
    let form = base.detected
    var detected = DetectedInput(
      format: form.format, encoding: form.encoding, separator: nil, quote: nil,
      lineEnd: nil, headerLine: firstHeader?.line ?? 0, headers: firstHeader?.header.names ?? [])
    detected.sheets = base.sheets
    return detected
  }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    guard try base.next(into: &batch) else { return false }
    if batch.sheet != sheet {
      (sheet, found, shape) = (batch.sheet, nil, nil)
      if looksAtShape { findHeader(batch) }
    }
    sift(&batch)
    return true
  }

  /// Looks for the header among a sheet's first rows, or takes the row that is stated.
  private mutating func findHeader(_ batch: borrowing RecordBatch) {
    let count = min(batch.rows.count, Limits.headerSearch)
    var places = Array(0..<count)
    if let stated = options.headerRow {
      places = (0..<batch.rows.count).filter { batch.rows[$0].line == UInt32(clamping: stated) }
    }
    let rows = places.map { batch.texts(batch.rows[$0]).map(\.trimmingBlanks) }
    guard let header = search.header(in: rows) else { return }
    let first = batch.rows[places[header.rows.lowerBound]].line
    let last = batch.rows[places[header.rows.upperBound - 1]].line
    headerLines = first...max(first, last)
    (found, shape) = (header, TableShape(header))
    if firstHeader == nil {
      let told = FoundHeader(kind: header.kind, names: header.names, columns: header.columns)
      firstHeader = (first, told)
    }
  }

  /// Takes out of the batch what is no data.
  private mutating func sift(_ batch: inout RecordBatch) {
    guard shape != nil || options.width != nil else { return }
    var kept = 0
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      if let width = options.width, Int(row.count) != width {
        fail(Int(row.count) < width ? .tooFewCells : .tooManyCells, row, column: 0, &batch)
        continue
      }
      if let kind = skipped(row, batch) {
        if kind == .repeatedHeader, options.headerRow != nil {
          fail(.repeatedHeader, row, column: 1, &batch)
        } else {
          batch.skipped.append(SkippedRow(kind, row))
        }
        continue
      }
      if headerLines.contains(row.line), shape != nil {
        guard givesHeader else { continue }
      } else if givesHeader, let cell = lostDigits(row, batch) {
        fail(.lostDigits, row, column: cell + 1, &batch)
        continue
      }
      batch.rows[kept] = row
      kept += 1
    }
    batch.rows.removeLast(batch.rows.count - kept)
  }

  private mutating func skipped(
    _ row: RecordBatch.Row, _ batch: borrowing RecordBatch
  ) -> SkippedRow.Kind? {
    guard shape != nil, !headerLines.contains(row.line) else { return nil }
    if row.line < headerLines.lowerBound { return .title }
    return shape?.kind(of: row, in: batch)
  }

  private func fail(
    _ reason: Reject.Reason, _ row: RecordBatch.Row, column: Int, _ batch: inout RecordBatch
  ) {
    let column = column > 0 ? column : Int(row.count) + 1
    let fault = RowFault(
      reason, line: row.line, column: UInt32(column), byte: batch.fileOffset + Int(row.byte))
    let place = batch.faults.firstIndex { $0.line > row.line } ?? batch.faults.count
    batch.faults.insert(fault, at: place)
  }

  /// The cell of an identity number that stands as a number of more digits than Excel keeps.
  private func lostDigits(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Int? {
    guard let found, !batch.kinds.isEmpty else { return nil }
    for column in [Column.nik, .familyCard] {
      guard let cell = found.columns[column], cell < Int(row.count),
        batch.kinds[Int(row.first) + cell] == .number
      else { continue }
      let field = batch.field(row, cell)
      let isWhole = (field.start..<field.end).allSatisfy { Bytes.isDigit(batch.bytes[Int($0)]) }
      if field.end - field.start > 15, isWhole { return cell }
    }
    return nil
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
