internal import Domain
internal import Reader

/// The rejected rows of a workbook, sheet by sheet, each behind the header of its sheet.
struct RejectedSheets {
  /// A cell as it is written again.
  struct Cell {
    let text: String
    let kind: CellKind
  }

  /// A sheet that has rejected rows; the header has the row it had, empty ones above it.
  struct Sheet {
    let name: String
    var rows: [[Cell]] = []
  }

  private(set) var sheets: [Sheet] = []

  /// Reads the rows again.
  ///
  /// Throws when they cannot be had.
  init(of source: FileSource, _ parts: [RejectedRows.Part]) throws {
    guard let first = parts.first else { return }
    let wanted = Dictionary(grouping: parts.flatMap(\.rejects), by: \.sheet).mapValues {
      Set($0.map { Place(line: $0.location.line, byte: $0.byte) })
    }
    var headers: [Int: Headers] = [:]
    for part in parts {
      headers.merge(try Self.headers(source, part.kind, part.options)) {
        Headers(
          first: $0.first.line > $1.first.line ? $0.first : $1.first, others: $0.others + $1.others)
      }
    }
    var plain = first.options
    (plain.hasHeader, plain.headerRow, plain.keepsFaulty) = (false, nil, true)
    if parts.count > 1 { plain.sheet = nil }
    var reader = try openRows(Rereading(source), options: plain)
    var batch = RecordBatch()
    var place = -1
    while try reader.next(into: &batch) {
      guard let places = wanted[batch.sheet] else { continue }
      if batch.sheet != place {
        place = batch.sheet
        let names = reader.sheets
        sheets.append(Sheet(name: place < names.count ? names[place] : ""))
      }
      for row in batch.rows { take(row, of: batch, headers[place], places) }
    }
  }

  private mutating func take(
    _ row: RecordBatch.Row, of batch: borrowing RecordBatch, _ headers: Headers?,
    _ places: Set<Place>
  ) {
    let at = Place(line: row.line, byte: batch.fileOffset + Int(row.byte))
    let isHead = headers.map { !$0.first.isBefore(at) } ?? false
    let other = headers?.others.first { !at.isBefore($0.from) && !$0.to.isBefore(at) }
    guard isHead || other != nil || places.contains(at) else { return }
    // What a page has behind another header is a table of its own.
    if other?.from == at { sheets.append(Sheet(name: "")) }
    let place = sheets.count - 1
    if isHead {
      let gap = Int(row.line) - 1 - sheets[place].rows.count
      if gap > 0 { sheets[place].rows += Array(repeating: [], count: gap) }
    }
    sheets[place].rows.append(Self.cells(row, of: batch))
  }

  /// Where a row starts: a page may have several on a line.
  private struct Place: Hashable {
    let line: UInt32
    let byte: Int

    func isBefore(_ other: Place) -> Bool { line < other.line || byte < other.byte }
  }

  /// Where the headers of a sheet stand.
  private struct Headers {
    /// The last row of the first one: all above belongs to it.
    let first: Place
    /// The first and last rows of the others, of which a page may have some.
    var others: [(from: Place, to: Place)] = []
  }

  private static func headers(
    _ source: FileSource, _ kind: InputKind, _ options: InputOptions
  ) throws -> [Int: Headers] {
    var headers: [Int: Headers] = [:]
    var reader = try openRows(Rereading(source), kind: kind, options: options)
    var batch = RecordBatch()
    var lines: ClosedRange<UInt32>?
    while try reader.next(into: &batch) {
      let isKnown = headers[batch.sheet] != nil
      guard !isKnown || reader.sheetHeaderLines != lines else { continue }
      let found = [reader.sheetHeaderLines.lowerBound, reader.sheetHeaderLines.upperBound]
        .compactMap { line in
          batch.rows.first { $0.line == line }.map {
            Place(line: line, byte: batch.fileOffset + Int($0.byte))
          }
        }
      guard found.count == 2 else { continue }
      lines = reader.sheetHeaderLines
      if isKnown {
        headers[batch.sheet]?.others.append((found[0], found[1]))
      } else {
        headers[batch.sheet] = Headers(first: found[1])
      }
    }
    return headers
  }

  private static func cells(_ row: RecordBatch.Row, of batch: borrowing RecordBatch) -> [Cell] {
    (0..<Int(row.count)).map { cell in
      let field = batch.field(row, cell)
      let bytes = batch.bytes[Int(field.start)..<Int(field.end)]
      var kind = batch.kinds.isEmpty ? .text : batch.kinds[Int(row.first) + cell]
      // Whoever opens the file would lose what a number has beyond fifteen digits.
      if kind == .number, bytes.count > 15, bytes.allSatisfy(Bytes.isDigit) { kind = .text }
      return Cell(text: String(decoding: bytes, as: UTF8.self), kind: kind)
    }
  }

  /// The rows as SpreadsheetML 2003.
  var spreadsheetML: ContiguousArray<UInt8> {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">

      """
    for sheet in sheets {
      text += "<Worksheet ss:Name=\"\(Self.escaped(sheet.name))\"><Table>\n"
      for row in sheet.rows {
        let cells = row.map { cell in
          guard !cell.text.isEmpty else { return "<Cell/>" }
          let isNumber = cell.kind == .number && cell.text.utf8.allSatisfy { $0 < 0x3a }
          let type = isNumber ? "Number" : "String"
          return "<Cell><Data ss:Type=\"\(type)\">\(Self.escaped(cell.text))</Data></Cell>"
        }
        text += "<Row>\(cells.joined())</Row>\n"
      }
      text += "</Table></Worksheet>\n"
    }
    return ContiguousArray((text + "</Workbook>\n").utf8)
  }

  /// The rows as tables of a page.
  var html: ContiguousArray<UInt8> {
    var text = "<html><head><meta charset=\"utf-8\"></head><body>"
    for sheet in sheets {
      text += "<table>"
      for row in sheet.rows {
        text += row.isEmpty ? "\n" : "<tr>\(row.map(Self.htmlCell).joined())</tr>\n"
      }
      text += "</table>\n"
    }
    return ContiguousArray((text + "</body></html>\n").utf8)
  }

  /// A cell of a page; one of many digits is said to be text, so that no program drops any.
  private static func htmlCell(_ cell: Cell) -> String {
    let isID = cell.text.utf8.count > 10 && cell.text.utf8.allSatisfy(Bytes.isDigit)
    let style = isID ? " style=\"mso-number-format:'\\@'\"" : ""
    return "<td\(style)>\(escaped(cell.text))</td>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// An open file's bytes from the start, by positioned reads.
private final class Rereading: ByteSource {
  private let source: FileSource
  private var offset = 0

  init(_ source: FileSource) { self.source = source }

  var length: Int { source.length }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer, at: offset)
    offset += count
    return count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    try source.read(into: buffer, at: offset)
  }
}
