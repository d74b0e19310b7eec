internal import Domain

/// Tells which rows of a table are no data: totals, repeated headers, groups, signatures.
///
/// What may be data is data: it is read or rejected, seen either way. A row is left out only where
/// all that it says is a phrase of those, and nothing tells whose or what it would be.
struct TableShape {
  /// The columns that say whose or what a row is.
  private static let ids: [Column] = [
    .nik, .kpj, .claimNumber, .sp2d, .billingCode, .paymentID, .participantID, .familyCard,
    .reference, .statement,
  ]
  /// The ids of which the first one given begins with a digit in almost every row.
  private static let keys = ids.prefix(7)

  /// Where the rows at hand stand.
  private enum Place { case data, belowTotal, inSignature }

  /// The cell that is looked at in every row: one that begins with no digit is odd.
  let keyCell: Int?

  private let idCells: [Int]
  /// Those of them in which a word that ends in a digit is an id: no header is one.
  private let codeCells: [Int]
  private let dateCells: [Int]
  private let nameCell: Int?
  /// Whether a name alone makes a record.
  private let isNameEnough: Bool
  private let headers: [[String]]
  private let mapped: [(cell: Int, name: String)]
  private var place = Place.data
  private var isBelowHeader = true
  private var last = LastRow()

  /// The shape of a table whose header was found.
  init(_ header: HeaderSearch.Found) {
    let columns = header.columns
    keyCell = Self.keys.lazy.compactMap { columns[$0] }.first
    let idCells = Self.ids.compactMap { columns[$0] }
    self.idCells = idCells
    codeCells = idCells.filter { cell in
      !([header.names] + header.lines).contains { line in
        cell < line.count && HeaderAliases.folded(line[cell]).utf8.last.map(Bytes.isDigit) ?? false
      }
    }
    dateCells = header.kind.columns.filter(\.isDay).compactMap { columns[$0] }
    nameCell = columns[.name]
    isNameEnough = header.kind.required == [.name]
    headers = header.lines.map { $0.map(HeaderAliases.folded) }
    mapped = header.kind.columns.compactMap { column in
      columns[column].map { ($0, HeaderAliases.folded(header.names[$0])) }
    }
  }

  /// Whether a row has an id and stands below other data: then nothing else of it is looked at.
  @inline(__always)
  mutating func isPlainData(_ row: RecordBatch.Row, in batch: borrowing RecordBatch) -> Bool {
    guard !isBelowHeader, startsWithID(row, batch) else { return false }
    place = .data
    return true
  }

  private func startsWithID(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
    for cell in idCells {
      let field = batch.field(row, cell)
      guard field.start < field.end else { continue }
      let first = batch.bytes[Int(field.start)]
      if Bytes.isDigit(first) || first == 0x27 { return true }
    }
    for cell in codeCells where isCode(batch.field(row, cell), batch) { return true }
    return false
  }

  /// Whether a cell is one word that ends in a digit: no phrase of a total or a signature is.
  private func isCode(_ field: FieldRange, _ batch: borrowing RecordBatch) -> Bool {
    guard field.start < field.end, Bytes.isDigit(batch.bytes[Int(field.end) - 1]) else {
      return false
    }
    for place in Int(field.start)..<Int(field.end) {
      let byte = batch.bytes[place]
      guard Bytes.isLetter(byte) || Bytes.isDigit(byte) else { return false }
    }
    return true
  }

  /// What a row of a batch is; nil for data.
  mutating func kind(of row: RecordBatch.Row, in batch: borrowing RecordBatch) -> SkippedRow.Kind? {
    if isPlainData(row, in: batch) { return nil }
    return isBlank(row, batch) ? .blank : slowKind(row, batch)
  }

  private func isBlank(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
    (0..<Int(row.count)).allSatisfy { cell in
      let field = batch.field(row, cell)
      return (field.start..<field.end).allSatisfy { batch.bytes[Int($0)] <= 0x20 }
    }
  }

  /// Notes that data was met.
  mutating func sawData() { (place, isBelowHeader) = (.data, false) }

  private mutating func slowKind(
    _ row: RecordBatch.Row, _ batch: borrowing RecordBatch
  ) -> SkippedRow.Kind? {
    if last.isSame(row, batch), last.place == place, last.isBelowHeader == isBelowHeader {
      (place, isBelowHeader) = (last.placeBehind, last.isHeader)
      return last.kind
    }
    let (before, wasBelowHeader) = (place, isBelowHeader)
    var cells = batch.texts(row)
    // A workbook's row ends with its last cell that is not empty.
    let width = headers.last?.count ?? 0
    while cells.count < width { cells.append("") }
    guard let kind = kind(cells) else { return nil }
    last = LastRow(
      cells: batch.texts(row), place: before, isBelowHeader: wasBelowHeader, kind: kind,
      placeBehind: place, isHeader: isBelowHeader)
    return kind
  }

  /// What a row is whose cells are as many as the table's, or fewer or more; nil for data.
  mutating func kind(_ row: [String]) -> SkippedRow.Kind? {
    let cells = row.map { $0.trimmingBlanks }
    let texts = cells.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return .blank }
    let isNumbers = isBelowHeader && isNumberLine(texts)
    isBelowHeader = isRepeatedHeader(cells)
    if isBelowHeader || isNumbers { return .repeatedHeader }
    guard !saysWhose(cells) else { return data() }
    if let kind = total(cells) {
      place = kind == .total ? .belowTotal : place
      return kind
    }
    // Whoever is in a list has more cells than a title or a signature.
    let isSparse = texts.count <= max(1, min(3, cells.count / 3)) || cells.count < 3
    if isSparse, isTitle(cells, texts) { return .title }
    if isSparse || isSignedTwice(cells, texts), isSignature(cells, texts) {
      place = .inSignature
      return .signature
    }
    return data()
  }

  private mutating func data() -> SkippedRow.Kind? {
    sawData()
    return nil
  }

  /// Whether the row says whose or what it is: an id, a day, an identity number anywhere.
  private func saysWhose(_ cells: [String]) -> Bool {
    let hasID = idCells.contains { cell in
      guard cell < cells.count, cells[cell].utf8.contains(where: Bytes.isDigit) else {
        return false
      }
      let words = ShapeWords.words(cells[cell])
      return ShapeWords.total(words) == nil && ShapeWords.signature(cells[cell]) == nil
        && !ShapeWords.isTitle(words)
    }
    return hasID || cells.contains { NIK(parsing: $0.utf8.span).isNumber }
      || dateCells.contains { $0 < cells.count && isDay(cells[$0], in: cells) }
  }

  /// Whether a cell of a column of days holds one; a place before it may be that of a signature.
  private func isDay(_ text: String, in cells: [String]) -> Bool {
    guard let first = text.utf8.first else { return false }
    if Bytes.isDigit(first) { return true }
    let reading = CalendarDate.cellReadings(text.utf8.span)
    let isNamed = nameCell.map { $0 < cells.count && !cells[$0].isEmpty } ?? false
    return isNamed && (reading.dayFirst ?? reading.monthFirst) != nil
  }

  /// The kind of a row that holds a totals phrase, figures, and nothing else.
  private func total(_ cells: [String]) -> SkippedRow.Kind? {
    guard let label = cells.firstIndex(where: { !$0.isEmpty }) else { return nil }
    var words: [String] = []
    for (cell, text) in cells.enumerated() where !text.isEmpty {
      let own = ShapeWords.words(text)
      // Behind a number, as in a numbered list, the words are somebody's.
      if cell == label || !ShapeWords.isFigure(own) && !Self.isError(text) {
        guard cell == label || label != nameCell else { return nil }
        words += own
      }
    }
    return ShapeWords.total(words)
  }

  private func isTitle(_ cells: [String], _ texts: [String]) -> Bool {
    let words = ShapeWords.words(texts.joined(separator: " "))
    guard ShapeWords.isTitle(words) else { return false }
    // `HALAMAN` and `2` in two cells; an amount beside a group's name is more than a title.
    if texts.dropFirst().contains(where: Self.isFigure), !ShapeWords.isCounted(words) {
      return false
    }
    let isInName = nameCell.map { $0 < cells.count && !cells[$0].isEmpty } ?? false
    return !isInName || !ShapeWords.isWeakTitle(words)
  }

  private func isSignature(_ cells: [String], _ texts: [String]) -> Bool {
    let strengths = texts.map { ShapeWords.signature($0) }
    if strengths.allSatisfy({ $0 == .anywhere }) { return true }
    let whole = texts.joined(separator: " ")
    if ShapeWords.isPlaceAndDate(ShapeWords.words(whole)) { return true }
    guard !texts.contains(where: Self.isFigure) else { return false }
    if ShapeWords.signature(whole) == .anywhere { return true }
    switch place {
    case .data: return false
    case .inSignature: return true
    case .belowTotal:
      // A name may be somebody's of the list, where no more than a name is needed.
      let isNamed = nameCell.map { $0 < cells.count && !cells[$0].isEmpty } ?? false
      return !strengths.contains(nil) || !(isNamed && isNameEnough)
    }
  }

  /// Whether a row is of two signatures side by side, which stand in no column of names.
  private func isSignedTwice(_ cells: [String], _ texts: [String]) -> Bool {
    guard texts.count == 2, cells.count > 3 else { return false }
    let isNamed = nameCell.map { $0 < cells.count && !cells[$0].isEmpty } ?? false
    return !isNamed || texts.allSatisfy { ShapeWords.signature($0) != nil }
  }

  private static func isFigure(_ text: String) -> Bool {
    let words = ShapeWords.words(text)
    return !words.isEmpty && ShapeWords.isFigure(words)
  }

  /// Whether a text is what a spreadsheet shows for a formula that failed.
  private static func isError(_ text: String) -> Bool { text.utf8.first == 0x23 }

  private func isRepeatedHeader(_ cells: [String]) -> Bool {
    // Most rows differ in their first cell: then nothing else is looked at.
    let mayBe = { (cell: Int, name: String) in
      cell < cells.count && HeaderAliases.folded(cells[cell]) == name
    }
    guard
      headers.contains(where: { line in line.first.map { mayBe(0, $0) } ?? false })
        || mapped.first.map({ mayBe($0.cell, $0.name) }) ?? false
    else { return false }
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
    let isMarked = texts.allSatisfy { !Bytes.isDigit($0.utf8.last ?? 0) }
    guard texts.count > (isMarked ? 2 : 5) else { return false }
    let numbers = texts.map { text in
      Int(String(decoding: text.utf8.filter { Bytes.isDigit($0) }, as: UTF8.self)) ?? -1
    }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers[0] < 2
      && texts.allSatisfy { $0.utf8.count < 6 }
  }
}

extension TableShape {
  /// The row that was left out last, and where it stood: a row like it is left out as it was.
  private struct LastRow {
    var cells: [String] = []
    var place = Place.data
    var isBelowHeader = true
    var kind = SkippedRow.Kind.blank
    var placeBehind = Place.data
    var isHeader = false

    func isSame(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) -> Bool {
      guard Int(row.count) == cells.count, !cells.isEmpty else { return false }
      return cells.indices.allSatisfy { cell in
        let text = batch.field(row, cell)
        return batch.bytes[Int(text.start)..<Int(text.end)].elementsEqual(cells[cell].utf8)
      }
    }
  }
}

extension String {
  /// The text without white space around it; the spaces of a page that break no line are such.
  var trimmingBlanks: String {
    let bytes = Array(utf8)
    let text = String(decoding: bytes[Bytes.trimmed(bytes.span)], as: UTF8.self)
    guard text.hasPrefix("\u{a0}") || text.hasSuffix("\u{a0}") else { return text }
    let inner = text.unicodeScalars.drop { $0 == "\u{a0}" }.reversed().drop { $0 == "\u{a0}" }
    var trimmed = String.UnicodeScalarView()
    trimmed.append(contentsOf: inner.reversed())
    return String(trimmed).trimmingBlanks
  }
}
