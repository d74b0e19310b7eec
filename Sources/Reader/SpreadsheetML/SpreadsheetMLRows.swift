internal import Domain

/// The rows of a SpreadsheetML 2003 document: XML that calls itself `.xls`.
final class SpreadsheetMLRows: RowReader {
  private let source: SourcePieces
  private let scan: SpreadsheetMLScan
  private let parser: MarkupParser
  private let wanted: String?
  private var isFinished = false

  /// Opens a document; `isVerified` parses all of it before the first row is given.
  init(
    _ source: any ByteSource, options: InputOptions, isVerified: Bool
  ) throws(ReadError) {
    if isVerified {
      let parser = try MarkupParser(MarkupHandler())
      let pieces = SourcePieces(source)
      repeat { try parser.parse(pieces.next(), isLast: pieces.isAtEnd) } while !pieces.isAtEnd
    }
    self.source = SourcePieces(source)
    wanted = options.sheet
    scan = SpreadsheetMLScan(sheet: options.sheet)
    parser = try MarkupParser(scan)
  }

  var sheets: [String] { scan.sheets }

  var hiddenRows: Int { scan.hiddenRows }

  var detected: DetectedInput {
    DetectedInput(
      format: .spreadsheetml, encoding: parser.encoding ?? "utf-8", separator: nil, quote: nil,
      lineEnd: nil, headerLine: 0, headers: [])
  }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    while scan.found.isEmpty, !isFinished {
      let bytes = try source.next()
      try parser.parse(bytes, isLast: source.isAtEnd)
      scan.endSheet()
      isFinished = source.isAtEnd
    }
    guard !scan.found.isEmpty else {
      try checkSheets()
      return false
    }
    var (sheet, buffer) = scan.found.removeFirst()
    buffer.end(&batch)
    batch.sheet = sheet
    return true
  }

  private func checkSheets() throws(ReadError) {
    guard !sheets.isEmpty else {
      throw .refused(.notAWorkbook, "the document has no sheet")
    }
    guard let wanted else { return }
    guard sheets.contains(where: { $0.lowercased() == wanted.lowercased() }) else {
      throw .refused(.unknownSheet, "the workbook has no sheet of the name that is stated")
    }
  }
}
