internal import Domain
internal import Reader
internal import Validator

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
    inspection.refuse(code: "unreadable-file", FilePlace(), why: why)
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
  /// The issues of a document, which are void where it turns out to be none.
  private var held = JSONLine()
  private var words = InspectionWords()
  private var detected: DetectedInput?
  private var header: FoundHeader?
  private var sheets: [String] = []
  private var rows = 0
  private var issues = 0
  private var skipped: [SkippedRow.Kind: Int] = [:]
  private var isRefused = false
  private var values = ValueLook()
  private var columns = KnownColumns(kind: nil)
  private var sheet = -1
  private var columnNames: [String] = []
  private var hiddenRows = 0

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
        let named = reader as? any NamedRowReader
        try tell(batch, odd: look(batch, reader, named), named, write)
      }
      (detected, header, sheets) = (reader.detected, reader.header, reader.sheets)
      hiddenRows = reader.hiddenRows
      if rows == 0, issues == 0, reader.detected.format == .xml {
        issue(code: "no-records", line: 1, column: 0, byte: 0, "the document holds no records")
      }
      for found in values.conclusion { issue(found) }
    } catch let error as ReadError {
      if case .source(let cause) = error { throw cause }
      let why = ReadFailure.error(error, file: name)
      var words = "\(why)"
      if case .unusableFile(_, let reason)? = why as? RunError { words = reason }
      try refuse(code: error.code, FilePlace(of: error, in: source), why: words)
    }
  }

  /// Looks at the values of a batch; gives what is wrong with single rows, by their places.
  private mutating func look(
    _ batch: borrowing RecordBatch, _ reader: any RowReader, _ named: (any NamedRowReader)?
  ) -> [Int: ValueLook.Issue] {
    guard options.header != .none else { return [:] }
    if sheet < 0 { columns = KnownColumns(kind: options.kind ?? reader.header?.kind) }
    if let named {
      sheet = 0
      for name in named.names[values.count...] {
        // A name that comes again has its number behind it.
        let own = name.split(separator: ".").first.map(String.init) ?? name
        values.add(name: name, column: columns.column(of: own))
      }
      return values.look(at: batch, names: named.cellNames)
    }
    if batch.sheet != sheet || reader.columnNames != columnNames {
      (sheet, columnNames) = (batch.sheet, reader.columnNames)
      values.startSheet()
      for name in columnNames { values.add(name: name, column: columns.column(of: name)) }
    }
    return values.look(at: batch)
  }

  private func next(
    _ reader: inout any RowReader, _ batch: inout RecordBatch
  ) throws(ReadError) -> Bool { try reader.next(into: &batch) }

  /// Gives the rows and issues of a batch in the order of the file.
  private mutating func tell(
    _ batch: borrowing RecordBatch, odd: [Int: ValueLook.Issue], _ named: (any NamedRowReader)?,
    _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    rows += batch.rows.count - odd.count
    var fault = 0
    if options.givesRows {
      let cells = named.map { (names: $0.names, records: $0.recordNames, cells: $0.cellNames) }
      let sheet = batch.sheet < sheets.count ? sheets[batch.sheet] : nil
      for i in 0..<batch.rows.count {
        let row = batch.rows[i]
        while fault < batch.faults.count, batch.faults[fault].line < row.line {
          issue(batch.faults[fault], sheet: batch.sheet)
          fault += 1
        }
        if let found = odd[i] {
          issue(found)
        } else if let cells {
          text.add(row, at: i, of: batch, cells.names, cells.records, cells.cells)
        } else {
          text.add(row, of: batch, sheet: sheet)
        }
        if text.isFull { try text.flush(write) }
      }
    }
    if !options.givesRows { for i in odd.keys.sorted() { if let found = odd[i] { issue(found) } } }
    for i in fault..<batch.faults.count {
      issue(batch.faults[i], sheet: batch.sheet)
      if text.isFull { try text.flush(write) }
    }
  }

  private mutating func issue(_ fault: RowFault, sheet: Int) {
    let words = (options.width ?? detected?.headers.count, options.isLenient)
    if options.givesRows, detected?.format == .csv {
      issues += 1
      let message = { InspectionWords.message(fault, width: words.0, isLenient: words.1) }
      return text.issue(fault, message())
    }
    issue(
      code: fault.reason.rawValue, line: Int(fault.line), column: Int(fault.column),
      byte: fault.byte, sheet: sheet,
      InspectionWords.message(fault, width: words.0, isLenient: words.1))
  }

  private mutating func issue(_ found: ValueLook.Issue) {
    issue(
      code: found.code, line: Int(found.line), column: found.column, byte: found.byte,
      sheet: found.sheet, found.message)
  }

  private mutating func issue(
    code: String, line: Int, column: Int, byte: Int, sheet: Int? = nil,
    _ message: @autoclosure () -> String
  ) {
    issues += 1
    let sheet = sheet.flatMap { $0 < sheets.count ? sheets[$0] : nil }
    if options.givesRows {
      let isDocument = detected?.format == .xml || detected?.format == .camt053
      if isDocument, !held.isFull {
        held.issue(code: code, line: line, column: column, byte: byte, sheet: sheet, message())
      } else {
        text.issue(
          code: code, line: line, column: column, byte: byte, sheet: sheet, message())
      }
    } else if issues <= Self.shownIssues {
      words.issue(
        code: code, line: line, column: column, byte: byte, sheet: sheet, message())
    }
  }

  /// Notes that the file is unusable as a whole; what was given is void.
  mutating func refuse(code: String, _ place: FilePlace, why: String) {
    (rows, issues, isRefused) = (0, 0, true)
    (held, words) = (JSONLine(), InspectionWords())
    issue(code: code, line: place.line, column: place.column, byte: place.byte, why)
  }

  /// Says what was found in all.
  mutating func finish(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    let summary = InspectionSummary(
      name: name, detected: detected, header: header, sheets: sheets, rows: rows, issues: issues,
      skipped: SkippedRow.Kind.allCases.compactMap { kind in
        skipped[kind].map { (kind.rawValue, $0) }
      }, hiddenRows: hiddenRows, isRefused: isRefused)
    text.add(held)
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
  let hiddenRows: Int
  let isRefused: Bool
}
