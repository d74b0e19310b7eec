internal import Domain
internal import Reader

/// What was found in a file, in words; never a value of a row.
struct InspectionWords {
  private var issues: [String] = []

  /// What is wrong with a row, and how it was repaired.
  static func message(_ fault: RowFault, width: Int?, isLenient: Bool) -> String {
    let wanted = width.map { "\($0)" } ?? "another number of"
    let (what, repair): (String, String) =
      switch fault.reason {
      case .tooFewCells:
        ("expected \(wanted) cells, found \(fault.column)", "padded with empty cells")
      case .tooManyCells:
        ("expected \(wanted) cells, found more", "empty cells cut, others kept")
      case .strayQuote: ("a quote stands inside or behind a cell's text", "quote kept as text")
      case .unclosedQuote: ("the quote that opens here is never closed", "quote kept as text")
      case .badEncoding:
        ("a byte is not of the file's encoding", "read as Windows-1252 where it can be")
      case .nulByte: ("a NUL byte stands in the cell", "NUL left out")
      case .blankLine: ("a blank line inside the data", "line left out")
      case .repeatedHeader: ("the header comes again", "line left out")
      case .tooLong: ("longer than a row (1 MiB) or cell (256 KiB) may be", "row left out")
      case .repeatedField: ("the record says something twice, differently", "row left out")
      case .lostDigits:
        ("an identity number stands as a number, of which Excel keeps 15 digits", "row left out")
      case .missingResult: ("a formula has no result: open and save it in Excel", "row left out")
      case .dateOutOfRange: ("a number is formatted as a date that no calendar has", "row left out")
      case .missingValue, .unreadableValue, .amountTooLarge, .nobody, .scientificNotation:
        ("a value is missing or cannot be read", "row left out")
      }
    return isLenient ? "\(what); repaired: \(repair)" : what
  }

  /// Notes an issue.
  mutating func issue(
    code: String, line: Int, column: Int, byte: Int, sheet: String?, _ message: String
  ) {
    var place = sheet.map { ["sheet \(Paths.shown($0))"] } ?? []
    place.append("line \(line)")
    if column > 0 { place.append("cell \(column)") }
    // A sheet's bytes are packed: they have no place in the file.
    if sheet == nil { place.append("byte \(byte)") }
    issues.append("  \(place.joined(separator: ", ")): \(code): \(message)")
  }

  /// All that is said of a file.
  func text(_ summary: InspectionSummary, shown: Int) -> String {
    var lines = ["\(summary.name): \(Self.form(summary))"]
    if let detected = summary.detected, !summary.isRefused {
      lines += Self.header(detected, summary.header)
      if !summary.sheets.isEmpty {
        lines.append("  sheets: \(summary.sheets.map(Paths.shown).joined(separator: ", "))")
      }
      var counts = ["\(summary.rows) rows"]
      counts += summary.skipped.map { "\($0.count) \($0.kind) left out" }
      if summary.hiddenRows > 0 { counts.append("\(summary.hiddenRows) of them hidden") }
      counts.append(summary.issues == 1 ? "1 issue" : "\(summary.issues) issues")
      lines.append("  \(counts.joined(separator: ", "))")
      lines += detected.statements.map(Self.told)
    }
    lines += issues
    if summary.issues > shown { lines.append("  and \(summary.issues - shown) issues more") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a bank statement says of itself, and whether its entries agree.
  private static func told(_ statement: StatementBalance) -> String {
    let name = Paths.shown(statement.statement)
    let entries = "  statement \(name): \(statement.entries) entries"
    guard let difference = statement.difference else { return "\(entries), no balances to check" }
    let found =
      "opening \(statement.opening?.text ?? "") and booked \(statement.booked?.text ?? "")"
    let closing = "closing \(statement.closing?.text ?? "") \(statement.currency)"
    return difference.units == 0
      ? "\(entries), \(found) give \(closing)"
      : "\(entries), \(found) do not give \(closing): \(difference.text) off"
  }

  private static func form(_ summary: InspectionSummary) -> String {
    guard !summary.isRefused, let detected = summary.detected else { return "cannot be used" }
    var parts = [detected.format.rawValue, detected.encoding]
    if let separator = detected.separator { parts.append("separator \(mark(separator))") }
    if let quote = detected.quote { parts.append("quote \(mark(quote))") }
    if let lineEnd = detected.lineEnd { parts.append("lines end with \(lineEnd)") }
    return parts.joined(separator: ", ")
  }

  private static func mark(_ byte: UInt8) -> String {
    byte == 0x09 ? "TAB" : byte == 0x20 ? "space" : String(UnicodeScalar(byte))
  }

  private static func header(_ detected: DetectedInput, _ header: FoundHeader?) -> [String] {
    guard detected.headerLine > 0 else { return [] }
    var lines = ["  header on line \(detected.headerLine), \(detected.headers.count) columns"]
    guard let header else { return lines }
    let columns = header.kind.columns.compactMap { column in
      header.columns[column].map { "\(column.text) = \(Paths.shown(header.names[$0]))" }
    }
    lines.append("  looks like \(header.kind.name): \(columns.joined(separator: ", "))")
    return lines
  }
}
