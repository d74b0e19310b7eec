public import Domain

/// A row whose cells have names: a record of a document, or an entry of a bank statement.
public struct NamedRow: Hashable, Sendable {
  /// A cell: its name in the file, and its text.
  public struct Cell: Hashable, Sendable {
    /// The element's or attribute's name, without prefix.
    public var name: String
    /// The text.
    public var value: String

    /// A cell.
    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// The physical line of the record's start tag, from 1.
  public var line: Int
  /// The first byte of that tag, in the document as decoded.
  public var byte: Int
  /// The name of the record's element, without prefix.
  public var record: String
  /// The cells, in the order of the document.
  public var cells: [Cell]

  /// A row of a document.
  public init(line: Int, byte: Int = 0, record: String, cells: [Cell]) {
    (self.line, self.byte, self.record, self.cells) = (line, byte, record, cells)
  }
}

/// A document that hands out its records as rows with named cells, some at a time.
public protocol NamedRecordReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// The records that cannot be given, found with the last rows.
  var faults: [RowFault] { get }
  /// Puts the next rows in place of those in `rows`; false when there are
  /// neither rows nor faults any more.
  ///
  /// Throws when the file is unusable as a whole: rows that were given are void then.
  mutating func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool
}

extension NamedRecordReader {
  /// No faults.
  public var faults: [RowFault] { [] }
}

/// Opens a document whose rows have named cells; nil for a file whose rows are lists of cells.
///
/// `kind` says which records are wanted, where it is known. Throws when the file is unusable as a
/// whole.
public func openNamedRows(
  _ source: any ByteSource, kind: InputKind?, options: InputOptions
) throws(ReadError) -> (any NamedRecordReader)? {
  try namedRows(source, head: try FileHead(reading: source, options), kind: kind, options: options)
}

/// The same for a file whose first bytes were read.
func namedRows(
  _ source: any ByteSource, head: FileHead, kind: InputKind?, options: InputOptions
) throws(ReadError) -> (any NamedRecordReader)? {
  let format = if let stated = options.format { stated } else { try head.format }
  guard format == .xml || format == .camt053 else { return nil }
  let namespace = XMLOutline(head, aliases: nil).statementNamespace
  if format == .camt053 || options.format == nil && namespace != nil {
    return try CamtRows(source, head: head, namespace: namespace)
  }
  let aliases = kind.map { HeaderAliases(kind: $0, stated: options.columns) }
  return try RecordRows(source, head: head, aliases: aliases)
}
