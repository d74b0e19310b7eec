public import Domain

/// A file that hands out its rows, some at a time.
public protocol RecordReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// Which cell of a row holds which column.
  var columns: ColumnMap { get }
  /// How many data rows were met so far, the faulty ones included.
  var rowsRead: Int { get }
  /// Fills the batch with the next rows and faults; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool
}

/// Opens a file for reading; its format is found from its content, never from its name.
///
/// Throws when the file is unusable as a whole.
public func openReader(
  _ source: any ByteSource, kind: InputKind, options: InputOptions
) throws(ReadError) -> any RecordReader {
  let head = try FileHead(reading: source, options)
  let format = if let stated = options.format { stated } else { try head.format }
  switch format {
  case .csv: return try CSVReader(source, head: head, kind: kind, options: options)
  case .xlsx, .spreadsheetml, .html:
    let rows = try openTable(
      source, head: head, format: format, options: options, isVerified: false)
    return try TableReader(rows, kind: kind, options: options)
  case .xml:
    let namespace =
      kind == .bank && options.format == nil
      ? XMLOutline(head, aliases: nil).statementNamespace : nil
    if namespace != nil { return try CamtReader(source, head: head, namespace: namespace) }
    return try XMLReader(source, head: head, kind: kind, options: options)
  case .camt053:
    let namespace = XMLOutline(head, aliases: nil).statementNamespace
    return try CamtReader(source, head: head, namespace: namespace)
  }
}
