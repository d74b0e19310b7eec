public import Domain

/// The formats that can be read.
public enum InputFormat: String, CaseIterable, Sendable {
  case csv, xml, xlsx, spreadsheetml, html
  case camt053
}

/// What a definition states about a file, so that it need not be detected.
public struct InputOptions: Sendable {
  /// The format.
  public var format: InputFormat?
  /// The encoding of a text.
  public var encoding: TextEncoding?
  /// The byte between cells.
  public var separator: UInt8?
  /// The byte around cells.
  public var quote: UInt8?
  /// The byte that makes the next one stand for itself inside quotes.
  public var escape: UInt8?
  /// The physical line of the header, from 1.
  public var headerRow: Int?
  /// The only sheet of a workbook to be read.
  public var sheet: String?
  /// Whether there is a header; without one nothing but cells is recognised.
  public var hasHeader = true
  /// How many physical lines to leave out in front.
  public var skippedLines = 0
  /// How many cells a row must have; then each line is a row.
  public var width: Int?
  /// Whether faulty rows are repaired, each repair being told.
  public var isLenient = false
  /// Whether a workbook's rows are given with their faults, to be written again.
  public var keepsFaulty = false
  /// The header or element that holds a column, by its spelling in the file.
  public var columns: [Column: String]

  /// Options that leave to detection whatever is not stated.
  public init(
    format: InputFormat? = nil, separator: UInt8? = nil, quote: UInt8? = nil,
    headerRow: Int? = nil, sheet: String? = nil, columns: [Column: String] = [:]
  ) {
    (self.format, self.separator, self.quote) = (format, separator, quote)
    (self.headerRow, self.sheet, self.columns) = (headerRow, sheet, columns)
  }
}

/// What was found out about a file, for the manifest.
public struct DetectedInput: Sendable {
  /// The format.
  public let format: InputFormat
  /// The encoding's name, in lower case.
  public let encoding: String
  /// The byte between cells.
  public let separator: UInt8?
  /// The byte around cells.
  public let quote: UInt8?
  /// How lines end: `lf` or `crlf`.
  public let lineEnd: String?
  /// The physical line of the header, from 1; zero where the format has none.
  public let headerLine: UInt32
  /// The physical line on which a text's header ends.
  public var headerEnd: UInt32 = 0
  /// The header's cells, or the names of a record's parts as far as they were met.
  public let headers: [String]
  /// What bank statements say of themselves.
  public let statements: [StatementBalance]
  /// The names of a workbook's sheets, in order.
  public var sheets: [String] = []

  /// What was found out.
  public init(
    format: InputFormat, encoding: String, separator: UInt8?, quote: UInt8?, lineEnd: String?,
    headerLine: UInt32, headers: [String],
    statements: [StatementBalance] = []
  ) {
    (self.format, self.encoding, self.separator) = (format, encoding, separator)
    (self.quote, self.lineEnd, self.headerLine) = (quote, lineEnd, headerLine)
    (self.headers, self.statements) = (headers, statements)
  }
}
