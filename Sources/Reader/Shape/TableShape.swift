internal import Domain

/// Tells which rows of a table are no data: totals, repeated headers, groups, signatures.
///
/// What it takes for data is data: a row with an id is never left out.
struct TableShape {
  /// The columns that say whose or what a row is.
  private static let ids: [Column] = [
    .nik, .kpj, .sp2d, .claimNumber, .billingCode, .paymentID, .participantID,
  ]
  /// The columns of which the first one given begins with a digit in almost every row.
  private static let keys: [Column] = [
    .nik, .kpj, .month, .from, .paidOn, .incidentOn, .sp2d, .billingCode, .claimNumber,
  ]

  /// The cell that is looked at in every row: one that begins with no digit is odd.
  let keyCell: Int?

  private let idCells: [Int]
  private let requiredCells: [Int]
  private let headers: [[String]]
  private let mapped: [(cell: Int, name: String)]
  private var isInFooter = false
  private var isBelowHeader = true

  /// The shape of a table whose header was found.
  init(_ header: HeaderSearch.Found) {
    let columns = header.columns
    keyCell = Self.keys.lazy.compactMap { columns[$0] }.first
    idCells = Self.ids.compactMap { columns[$0] }
    requiredCells = header.kind.required.compactMap { columns[$0] }
    headers = header.lines.map { $0.map(HeaderAliases.folded) }
    mapped = header.kind.columns.compactMap { column in
      columns[column].map { ($0, HeaderAliases.folded(header.names[$0])) }
    }
  }

  /// Whether a row has an id and stands below other data: then nothing else of it is looked at.
  @inline(__always)
  mutating func isPlainData(_ row: RecordBatch.Row, in batch: borrowing RecordBatch) -> Bool {
    guard !isBelowHeader, startsWithID(row, batch) else { return false }
    isInFooter = false
    return true
  }

  private func startsWithID(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
    for cell in idCells {
      let field = batch.field(row, cell)
      guard field.start < field.end else { continue }
      let first = batch.bytes[Int(field.start)]
      if Bytes.isDigit(first) || first == 0x27 { return true }
    }
    return false
  }

  /// What a row of a batch is; nil for data.
  mutating func kind(of row: RecordBatch.Row, in batch: borrowing RecordBatch) -> SkippedRow.Kind? {
    isPlainData(row, in: batch) ? nil : slowKind(row, batch)
  }

  private mutating func slowKind(
    _ row: RecordBatch.Row, _ batch: borrowing RecordBatch
  ) -> SkippedRow.Kind? {
    var cells: [String] = []
    for cell in 0..<Int(row.count) {
      let field = batch.field(row, cell)
      let bytes = batch.bytes[Int(field.start)..<Int(field.end)]
      cells.append(String(decoding: bytes, as: UTF8.self))
    }
    // A workbook's row ends with its last cell that is not empty.
    let width = headers.last?.count ?? 0
    while cells.count < width { cells.append("") }
    return kind(cells)
  }

  /// What a row is whose cells are as many as the table's, or fewer or more; nil for data.
  mutating func kind(_ row: [String]) -> SkippedRow.Kind? {
    let cells = row.map { $0.trimmingBlanks }
    let texts = cells.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return .blank }
    defer { isBelowHeader = false }
    // A header has two names at least.
    let isHeader = texts.count > 1 && isRepeatedHeader(cells)
    if isHeader || isBelowHeader && isNumberLine(texts) { return .repeatedHeader }
    if let kind = footer(cells, texts) {
      isInFooter = kind == .signature || kind == .total
      return kind
    }
    return data()
  }

  private mutating func data() -> SkippedRow.Kind? {
    (isInFooter, isBelowHeader) = (false, false)
    return nil
  }

  private func footer(_ cells: [String], _ texts: [String]) -> SkippedRow.Kind? {
    guard !hasID(cells) else { return nil }
    // The first word may stand behind a number or in any of the first cells.
    for text in texts.prefix(3) {
      let words = ShapeWords.words(text)
      if let kind = ShapeWords.total(words) { return isComplete(cells) ? nil : kind }
    }
    let isSparse = texts.count <= max(1, min(3, cells.count / 3)) || cells.count < 3
    guard isSparse, !isComplete(cells) else { return nil }
    let words = texts.map(ShapeWords.words)
    let whole = Array(words.joined())
    if words.contains(where: ShapeWords.isSignature) || ShapeWords.isSignature(whole)
      || texts.allSatisfy(ShapeWords.isLineToSign)
    {
      return .signature
    }
    if ShapeWords.isTitle(whole) { return .title }
    return isInFooter && !texts.contains(where: Self.isNumber) ? .signature : nil
  }

  /// Whether the row says whose or what it is.
  private func hasID(_ cells: [String]) -> Bool {
    idCells.contains { cell in
      guard cell < cells.count, cells[cell].utf8.contains(where: Bytes.isDigit) else {
        return false
      }
      let words = ShapeWords.words(cells[cell])
      return ShapeWords.total(words) == nil && !ShapeWords.isSignature(words)
        && !ShapeWords.isTitle(words)
    }
  }

  /// Whether each cell is there without which there is no record.
  private func isComplete(_ cells: [String]) -> Bool {
    requiredCells.count > 1
      && requiredCells.allSatisfy { $0 < cells.count && !cells[$0].isEmpty }
      && idCells.contains { $0 < cells.count && !cells[$0].isEmpty }
  }

  private func isRepeatedHeader(_ cells: [String]) -> Bool {
    let names = cells.map(HeaderAliases.folded)
    if mapped.count > 1, mapped.allSatisfy({ $0.cell < names.count && names[$0.cell] == $0.name }) {
      return true
    }
    return headers.contains { line in
      line.count { !$0.isEmpty } > 1 && line.elementsEqual(names.prefix(line.count))
        && names.dropFirst(line.count).allSatisfy(\.isEmpty)
    }
  }

  /// Whether the cells number the columns: 1 2 3 or (1) (2) (3).
  private func isNumberLine(_ texts: [String]) -> Bool {
    guard texts.count > 5 else { return false }
    let numbers = texts.map { text in
      Int(String(decoding: text.utf8.filter { Bytes.isDigit($0) }, as: UTF8.self)) ?? -1
    }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers[0] < 2
      && texts.allSatisfy { $0.utf8.count < 6 }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.count(where: Bytes.isDigit)
    return digits > 0 && digits * 2 >= text.utf8.count
  }
}

extension String {
  /// The text without white space around it.
  var trimmingBlanks: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[Bytes.trimmed(bytes.span)], as: UTF8.self)
  }
}
