public import Domain

/// A file's rows as they stand, the header a row like any other.
public protocol RowReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// The names of its sheets, in order; empty for a file that has none.
  var sheets: [String] { get }
  /// How many of the rows given so far are hidden from who opens the file.
  var hiddenRows: Int { get }
  /// Fills the batch with the next rows and faults of one sheet; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool
}

extension RowReader {
  public var hiddenRows: Int { 0 }
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
    return try SpreadsheetMLRows(source, options: options, isVerified: isVerified)
  case .html: return try HTMLRows(source, head: head, options: options)
  default: throw .unsupportedFormat("\(format.rawValue) as a table")
  }
}

/// Opens a file for looking at its rows as they stand.
public func openRows(
  _ source: any ByteSource, options: InputOptions
) throws(ReadError) -> any RowReader {
  let head = try FileHead(reading: source)
  let format = if let stated = options.format { stated } else { try head.format }
  return try openTable(source, head: head, format: format, options: options, isVerified: true)
}
