public import Domain

/// A file's rows as they stand, the header a row like any other.
public protocol RowReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// The names of its sheets, in order; empty for a file that has none.
  var sheets: [String] { get }
  /// The header, where its columns are known.
  var header: FoundHeader? { get }
  /// Fills the batch with the next rows and faults of one sheet; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool
}

extension RowReader {
  /// No known header.
  public var header: FoundHeader? { nil }
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
  let head = try FileHead(reading: source)
  let format = if let stated = options.format { stated } else { try head.format }
  switch format {
  case .csv: return try CSVRows(source, head: head, kind: kind, options: options)
  case .xml, .camt053:
    let records = try namedRows(source, head: head, kind: kind, options: options)
    guard let records else { throw .unsupportedFormat("\(format.rawValue) rows") }
    return NamedRows(records)
  }
}
