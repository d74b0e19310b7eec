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
  /// The name of the record's element, without prefix.
  public var record: String
  /// The cells, in the order of the document.
  public var cells: [Cell]

  /// A row of a document.
  public init(line: Int, record: String, cells: [Cell]) {
    (self.line, self.record, self.cells) = (line, record, cells)
  }
}

/// A document that hands out its records as rows with named cells, some at a time.
public protocol NamedRowReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// Puts the next rows in place of those in `rows`; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole: rows that were given are void then.
  mutating func next(into rows: inout [NamedRow]) throws(ReadError) -> Bool
}
