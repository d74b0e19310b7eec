internal import Domain

/// The rows of a SpreadsheetML 2003 document: XML that calls itself `.xls`.
final class SpreadsheetMLRows: RowReader {
  private let source: SourcePieces
  private let scan: SpreadsheetMLScan
  private let parser: MarkupParser
  private let wanted: String?
  private var isFinished = false
  /// All sheets, where they were looked for before.
  private var known: [String] = []

  /// Opens a document; `isVerified` parses all of it before the first row is given.
  init(
    _ source: any ByteSource, head: FileHead, options: InputOptions, isVerified: Bool
  ) throws(ReadError) {
    let declaration = XMLDeclaration(head)
    if head.encoding != nil { _ = try declaration.check() }
    let forced = declaration.forced
    if isVerified {
      known = try Self.sheets(of: source, wanted: options.sheet, forced)
    }
    self.source = SourcePieces(source)
    wanted = options.sheet
    scan = SpreadsheetMLScan(sheet: options.sheet, keepsFaulty: options.keepsFaulty)
    parser = try MarkupParser(scan, encoding: forced)
  }

  var sheets: [String] { known.isEmpty ? scan.sheets : known }

  var hiddenRows: Int { scan.hiddenRows }

  var detected: DetectedInput {
    DetectedInput(
      format: .spreadsheetml, encoding: parser.encoding ?? "utf-8", separator: nil, quote: nil,
      lineEnd: nil, headerLine: 0, headers: [])
  }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    while scan.found.isEmpty, scan.rowsAtHand < Limits.headerSearch, !isFinished {
      let bytes = try source.next()
      try parser.parse(bytes, isLast: source.isAtEnd)
      isFinished = source.isAtEnd
    }
    scan.give(to: &batch)
    guard batch.rows.isEmpty, batch.faults.isEmpty else { return true }
    try Self.check(scan.sheets, wanted: wanted)
    return false
  }

  /// Parses a whole document for the names of its sheets, and for what makes it unusable.
  private static func sheets(
    of source: any ByteSource, wanted: String?, _ encoding: TextEncoding?
  ) throws(ReadError) -> [String] {
    let scan = SpreadsheetMLScan(sheet: wanted)
    let parser = try MarkupParser(scan, encoding: encoding)
    let pieces = SourcePieces(source)
    var batch = RecordBatch()
    repeat {
      let bytes = try pieces.next()
      try parser.parse(bytes, isLast: pieces.isAtEnd)
      repeat {
        batch.clear()
        scan.give(to: &batch)
      } while !scan.found.isEmpty
    } while !pieces.isAtEnd
    try check(scan.sheets, wanted: wanted)
    return scan.sheets
  }

  private static func check(_ sheets: [String], wanted: String?) throws(ReadError) {
    guard !sheets.isEmpty else {
      throw .refused(.notAWorkbook, "the document has no sheet")
    }
    guard let wanted else { return }
    guard sheets.contains(where: { $0.lowercased() == wanted.lowercased() }) else {
      throw .refused(.unknownSheet, "the workbook has no sheet of the name that is stated")
    }
  }
}
