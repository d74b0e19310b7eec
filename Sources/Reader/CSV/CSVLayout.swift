internal import Domain

/// How a text file is written and where its header stands, found in its first bytes.
struct CSVLayout {
  /// Which rows are given.
  enum Mode {
    /// Below a header; rows that are no data are left out.
    case table
    /// All, of one width.
    case fixed
    /// All, of any width.
    case ragged
  }

  /// How cells are set apart.
  private(set) var dialect = CSVDialect()
  /// How lines end: `lf`, `crlf` or `cr`; nil where there is one line alone.
  private(set) var lineEnd: String?
  let mode: Mode
  /// Where rows begin, behind what was to be left out.
  private(set) var start = 0
  /// The physical line there.
  private(set) var startLine: UInt32 = 1
  /// The header's bytes; empty where there is none.
  private(set) var header = 0..<0
  /// The physical line of the header; zero where there is none.
  private(set) var headerLine: UInt32 = 0
  /// The physical line on which the header ends.
  private(set) var headerEnd: UInt32 = 0
  /// What each column is called.
  private(set) var names: [String] = []
  /// The cells of the header's first row as they stand.
  private(set) var rawHeader: [[UInt8]] = []
  /// How many cells a row must have; nil for any number.
  private(set) var width: Int?
  /// The header, where its columns are known.
  private(set) var found: HeaderSearch.Found?

  /// Looks at a text's first bytes.
  init(
    _ text: ContiguousArray<UInt8>, isWhole: Bool, kind: InputKind?, _ options: InputOptions
  ) throws(ReadError) {
    mode = options.width != nil ? .fixed : options.hasHeader ? .table : .ragged
    dialect.quote = options.quote ?? 0x22
    dialect.escape = options.escape == dialect.quote ? nil : options.escape
    skipLines(options.skippedLines, text)
    let stated = skipStatedSeparator(text)
    let look = text[..<min(text.count, start + Limits.look)]
    setLineEnd(look)
    if options.quote == nil { dialect.quote = QuoteLook(look[start...]).quote }
    dialect.separator =
      options.separator ?? stated
      ?? SeparatorLook(text: look, start: start, dialect: dialect, width: options.width).best()
    width = options.width
    if options.hasHeader { try findHeader(text, kind, options) }
    guard width ?? 0 <= Limits.columns else {
      throw .tooLarge(line: 0, what: "more than 4096 columns")
    }
    guard isWhole || header.upperBound < text.count else {
      throw .tooLarge(line: 0, what: "a header of more than 256 KiB")
    }
  }

  private mutating func skipLines(_ count: Int, _ text: ContiguousArray<UInt8>) {
    let splitter = RowSplitter(CSVDialect())
    for _ in 0..<count where start < text.count {
      start = splitter.lineEnd(text.span, from: start).next
      startLine += 1
    }
  }

  /// Obeys a line like `sep=;` in front of the header.
  private mutating func skipStatedSeparator(_ text: ContiguousArray<UInt8>) -> UInt8? {
    let line = RowSplitter(CSVDialect()).lineEnd(text.span, from: start)
    let bytes = text[start..<line.end]
    guard bytes.count == 5, bytes.prefix(4).map(Bytes.lower).elementsEqual("sep=".utf8) else {
      return nil
    }
    start = line.next
    startLine += 1
    return bytes.last
  }

  private mutating func setLineEnd(_ text: ArraySlice<UInt8>) {
    guard let end = text[start...].firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return }
    let isPair = text[end] == 0x0d && end + 1 < text.endIndex && text[end + 1] == 0x0a
    lineEnd = text[end] == 0x0a ? "lf" : isPair ? "crlf" : "cr"
    dialect.countsReturns = lineEnd == "cr"
  }

  private mutating func findHeader(
    _ text: ContiguousArray<UInt8>, _ kind: InputKind?, _ options: InputOptions
  ) throws(ReadError) {
    let rows = firstRows(text, from: options.headerRow)
    let isRight = { (row: RowSplitter.Row) in row.isSound && row.cells.count == options.width }
    guard var first = rows.first(where: { isRight($0.row) }) ?? rows.first else {
      throw .unsupportedFormat("text without a header line")
    }
    if mode == .table {
      let cells = rows.map { $0.row.cells.map(Self.text) }
      found = HeaderSearch(kind: kind, stated: options.columns).header(in: cells)
      if found == nil {
        first =
          rows[
            PlainHeader.place(in: zip(rows, cells).map { $0.row.isSound ? $1 : [] })]
      }
    }
    let top = found.map { rows[$0.rows.lowerBound] } ?? first
    let bottom = found.map { rows[$0.rows.upperBound - 1] } ?? first
    header = top.row.start..<bottom.row.next
    (headerLine, headerEnd) = (top.line, bottom.line + UInt32(bottom.row.lines) - 1)
    names = found?.names ?? top.row.cells.map(Self.text)
    rawHeader = top.row.cells
    if width == nil { width = max(top.row.cells.count, bottom.row.cells.count) }
  }

  /// The rows among which the header is: the first ones, or the one on a stated line.
  private func firstRows(
    _ text: ContiguousArray<UInt8>, from stated: Int?
  ) -> [(row: RowSplitter.Row, line: UInt32)] {
    var rows: [(row: RowSplitter.Row, line: UInt32)] = []
    let splitter = RowSplitter(dialect)
    let limit = stated == nil ? Limits.headerRows : 1
    let reach = stated == nil ? start + Limits.look : text.count
    var (place, line) = (start, startLine)
    while place < min(text.count, reach), rows.count < limit {
      let row = splitter.row(text.span, from: place)
      if !row.isBlank, Int(line) >= stated ?? 0 { rows.append((row, line)) }
      (place, line) = (row.next, line + UInt32(row.lines))
    }
    return rows
  }

  private static func text(_ cell: [UInt8]) -> String {
    String(decoding: cell, as: UTF8.self).trimmingBlanks
  }
}
