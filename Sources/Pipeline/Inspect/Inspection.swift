internal import Domain
internal import Reader

/// Looks at one file and says what it is, in words or row by row.
///
/// `write` gets the text in pieces. Throws a `RunError` when the file is not there or may not be
/// read, and whatever `write` throws.
public func inspect(
  _ path: String, _ options: InspectOptions,
  write: (UnsafeRawBufferPointer) throws -> Void
) throws -> ExitStatus {
  var inspection = Inspection(name: Paths.shown(Paths.baseName(path)), options)
  do {
    let source = try FileSource(path: path, name: path, isLook: true)
    try inspection.run(source, write)
    try source.verifyUnchanged()
  } catch RunError.unusableFile(_, let why) {
    inspection.refuse(code: "unreadable-file", line: 0, column: 0, why: why)
  }
  try inspection.finish(write)
  return inspection.status
}

/// What was found in one file so far.
struct Inspection {
  /// How many issues are told in words.
  private static let shownIssues = 20

  private let name: String
  private let options: InspectOptions
  private var text = JSONLine()
  private var words = InspectionWords()
  private var detected: DetectedInput?
  private var header: FoundHeader?
  private var sheets: [String] = []
  private var rows = 0
  private var issues = 0
  private var skipped: [SkippedRow.Kind: Int] = [:]
  private var isRefused = false

  init(name: String, _ options: InspectOptions) { (self.name, self.options) = (name, options) }

  var status: ExitStatus { isRefused ? .unusableFile : issues > 0 ? .partial : .ok }

  /// Reads all rows.
  mutating func run(
    _ source: FileSource, _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    do {
      var reader = try openRows(source, kind: options.kind, options: options.readerOptions)
      detected = reader.detected
      var batch = RecordBatch()
      while try next(&reader, &batch) {
        (detected, header, sheets) = (reader.detected, reader.header, reader.sheets)
        for row in batch.skipped { skipped[row.kind, default: 0] += 1 }
        try tell(batch, reader as? any NamedRowReader, write)
      }
      (detected, header, sheets) = (reader.detected, reader.header, reader.sheets)
      if rows == 0, issues == 0, reader.detected.format == .xml {
        issue(code: "no-records", line: 1, column: 0, byte: 0, "the document holds no records")
      }
    } catch let error as ReadError {
      if case .source(let cause) = error { throw cause }
      let why = ReadFailure.error(error, file: name)
      var words = "\(why)"
      if case .unusableFile(_, let reason)? = why as? RunError { words = reason }
      refuse(code: error.code, line: error.line, column: error.column, why: words)
    }
  }

  private func next(
    _ reader: inout any RowReader, _ batch: inout RecordBatch
  ) throws(ReadError) -> Bool { try reader.next(into: &batch) }

  /// Gives the rows and issues of a batch in the order of the file.
  private mutating func tell(
    _ batch: borrowing RecordBatch, _ named: (any NamedRowReader)?,
    _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    rows += batch.rows.count
    var fault = 0
    if options.givesRows {
      let cells = named.map { (names: $0.names, records: $0.recordNames, cells: $0.cellNames) }
      let sheet = batch.sheet < sheets.count ? sheets[batch.sheet] : nil
      for i in 0..<batch.rows.count {
        let row = batch.rows[i]
        while fault < batch.faults.count, batch.faults[fault].line < row.line {
          issue(batch.faults[fault])
          fault += 1
        }
        if let cells {
          text.add(row, at: i, of: batch, cells.names, cells.records, cells.cells)
        } else {
          text.add(row, of: batch, sheet: sheet)
        }
        if text.isFull { try text.flush(write) }
      }
    }
    for i in fault..<batch.faults.count {
      issue(batch.faults[i])
      if text.isFull { try text.flush(write) }
    }
  }

  private mutating func issue(_ fault: RowFault) {
    issues += 1
    if options.givesRows {
      let (width, isLenient) = (options.width ?? detected?.headers.count, options.isLenient)
      text.issue(fault, InspectionWords.message(fault, width: width, isLenient: isLenient))
    } else if issues <= Self.shownIssues {
      words.issue(
        code: fault.reason.rawValue, line: Int(fault.line), column: Int(fault.column),
        byte: fault.byte, message(fault))
    }
  }

  private func message(_ fault: RowFault) -> String {
    InspectionWords.message(
      fault, width: options.width ?? detected?.headers.count, isLenient: options.isLenient)
  }

  private mutating func issue(
    code: String, line: Int, column: Int, byte: Int?, _ message: String
  ) {
    issues += 1
    if options.givesRows {
      text.issue(code: code, line: line, column: column, byte: byte, message)
    } else if issues <= Self.shownIssues {
      words.issue(code: code, line: line, column: column, byte: byte, message)
    }
  }

  /// Notes that the file is unusable as a whole; what was given is void.
  mutating func refuse(code: String, line: Int, column: Int, why: String) {
    (rows, isRefused) = (0, true)
    issue(code: code, line: line, column: column, byte: nil, why)
    issues = 1
  }

  /// Says what was found in all.
  mutating func finish(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    let summary = InspectionSummary(
      name: name, detected: detected, header: header, sheets: sheets, rows: rows, issues: issues,
      skipped: SkippedRow.Kind.allCases.compactMap { kind in
        skipped[kind].map { (kind.rawValue, $0) }
      }, isRefused: isRefused)
    if options.givesRows {
      text.add(summary, named: options.namesFile)
    } else {
      text.add(words: words.text(summary, shown: min(issues, Self.shownIssues)))
    }
    try text.flush(write)
  }
}

/// What was found in a file, in all.
struct InspectionSummary {
  let name: String
  let detected: DetectedInput?
  let header: FoundHeader?
  let sheets: [String]
  let rows: Int
  let issues: Int
  let skipped: [(kind: String, count: Int)]
  let isRefused: Bool
}
