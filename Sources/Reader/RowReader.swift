public import Domain

/// A file's rows as they stand, the header a row like any other.
public protocol RowReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// The names of its sheets, in order; empty for a file that has none.
  var sheets: [String] { get }
  /// How many of the rows given so far are hidden from who opens the file.
  var hiddenRows: Int { get }
  /// The header, where its columns are known.
  var header: FoundHeader? { get }
  /// The lines of the header of the sheet at hand; 0 where none is known.
  var sheetHeaderLines: ClosedRange<UInt32> { get }
  /// What the columns of the sheet at hand are called; empty where no header is known.
  var columnNames: [String] { get }
  /// Which of the batch's rows begin another table of a page.
  var tableStarts: ContiguousArray<Int> { get }
  /// Fills the batch with the next rows and faults of one sheet; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool
}

extension RowReader {
  /// None is known to be hidden.
  public var hiddenRows: Int { 0 }

  /// No known header.
  public var sheetHeaderLines: ClosedRange<UInt32> { 0...0 }

  /// No known header.
  public var header: FoundHeader? { nil }

  /// One table.
  public var tableStarts: ContiguousArray<Int> { [] }

  /// No known names.
  public var columnNames: [String] { [] }
}

/// A header that was found by the spellings that are known.
public struct FoundHeader: Sendable {
  /// What kind of input its columns are those of.
  public let kind: InputKind
  /// What each column is called.
  public let names: [String]
  /// Which cell holds which column.
  public let columns: ColumnMap
}

/// The rows of a document: records whose cells have names, not places.
public protocol NamedRowReader: RowReader {
  /// The names met so far, of records and of cells; one that is there keeps its place.
  var names: ContiguousArray<String> { get }
  /// The name of each of the batch's rows, by its place in `names`; parallel to `rows`.
  var recordNames: ContiguousArray<UInt32> { get }
  /// The name of each of the batch's cells, by its place in `names`; parallel to `fields`.
  var cellNames: ContiguousArray<UInt32> { get }
}

/// Opens a file for its rows; its format is found from its content, never from its name.
///
/// The header is looked for among the spellings of `kind`, or of all kinds. Throws when the file
/// is unusable as a whole.
public func openRows(
  _ source: any ByteSource, kind: InputKind? = nil, options: InputOptions
) throws(ReadError) -> any RowReader {
  let head = try FileHead(reading: source, options)
  let format = if let stated = options.format { stated } else { try head.format }
  switch format {
  case .csv: return try CSVRows(source, head: head, kind: kind, options: options)
  case .xml, .camt053:
    let records = try namedRows(source, head: head, kind: kind, options: options)
    guard let records else { throw .unsupportedFormat("\(format.rawValue) rows") }
    return NamedRows(records)
  case .xlsx, .spreadsheetml, .html:
    let rows = try openTable(
      source, head: head, format: format, options: options, isVerified: true)
    return TableRows(rows, kind: kind, options: options, givesHeader: true)
  }
}

/// Opens a workbook or a table that calls itself one.
///
/// Throws when the file is unusable as a whole; with `isVerified` also for what is wrong far
/// behind, before any row is given.
func openTable(
  _ source: any ByteSource, head: FileHead, format: InputFormat, options: InputOptions,
  isVerified: Bool
) throws(ReadError) -> any RowReader {
  switch format {
  case .xlsx: return try WorkbookRows(source, options: options, isVerified: isVerified)
  case .spreadsheetml:
    return try SpreadsheetMLRows(source, head: head, options: options, isVerified: isVerified)
  case .html:
    return try HTMLRows(source, head: head, options: options, isVerified: isVerified)
  default: throw .unsupportedFormat("\(format.rawValue) as a table")
  }
}
