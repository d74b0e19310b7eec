internal import Domain
internal import Matcher
internal import Reader
internal import Validator

/// Reads all inputs of a run: Reader's rows through Validator, payments on into the plane.
///
/// A file that shows only as a whole how it is to be read is read again, with all others of its
/// group: what was made of it is dropped, nothing is mended.
struct ReadStage {
  let definition: PipelineDefinition
  let reference: CalendarDate
  let seams: RunSeams
  let progress: RunProgress?
  /// The files that have the bytes of an earlier one of their kind, with that one.
  let repeated: [FileID: FileID]
  var records = RunRecords()
  var inputs: [ReportedInput] = []
  var evidence: [PaymentEvidence.File] = []
  var books: [BookLine] = []
  var ids = IDOrder()
  var rejectedRows: [RejectedRows] = []
  /// The months of payment lists that are not used.
  var unused = UnusedFiles()
  private var verdicts: [FileID: FileVerdict] = [:]
  private var refusal: RunError?

  init(
    definition: PipelineDefinition, reference: CalendarDate, seams: RunSeams,
    progress: RunProgress?, repeated: [FileID: FileID]
  ) {
    (self.definition, self.reference) = (definition, reference)
    (self.seams, self.progress, self.repeated) = (seams, progress, repeated)
  }

  /// Reads every file of the small kinds.
  mutating func readRecords(_ files: [InputFile]) throws {
    let start = self
    while true {
      let known = verdicts
      for (id, file) in files.enumerated() where file.kind != .contributions {
        try read(file, FileID(id))
      }
      if verdicts == known { break }
      let learned = verdicts
      self = start
      verdicts = learned
    }
    if let refusal { throw refusal }
  }

  /// Reads the payment files and files their rows under their people.
  mutating func readPayments(
    _ files: [InputFile], _ cases: inout CaseFile, _ linker: inout PersonLinker,
    _ plane: inout PremiumPlane
  ) throws {
    let start = (self, cases, linker, plane)
    while true {
      let known = verdicts
      var next: UInt32 = 0
      for (id, file) in files.enumerated() where file.kind == .contributions {
        if repeated[FileID(id)] != nil {
          try readRepeated(file, FileID(id))
        } else {
          try readPayments(file, FileID(id), &next, &cases, &linker, &plane)
        }
      }
      if verdicts == known { break }
      let learned = verdicts
      (self, cases, linker, plane) = start
      verdicts = learned
    }
    if let refusal { throw refusal }
  }

  private mutating func readPayments(
    _ file: InputFile, _ id: FileID, _ next: inout UInt32, _ cases: inout CaseFile,
    _ linker: inout PersonLinker, _ plane: inout PremiumPlane
  ) throws {
    let (source, opened) = try open(file)
    var reader = opened
    let settings = self.settings(file, id, reader.columns, &cases.records.funds)
    var checker = ContributionChecker(settings, firstRow: next)
    var rows = PaymentRows(reader, length: source.length, firstSheet: file.firstSheet)
    var batch = RecordBatch()
    var isFirst = true
    while try advance(&reader, &batch, file) {
      if isFirst, seams.dropRowAt == .reader { _ = batch.rows.popLast() }
      rows.add(batch)
      ids.see(batch, reader.columns.cell(.paymentID))
      checker.add(batch, to: &cases.records)
      if isFirst, seams.dropRowAt == .validator { checker.dropRow() }
      plane.add(checker.rows, of: batch, &linker, &cases.records.texts, reference: reference)
      isFirst = false
    }
    evidence.append(
      PaymentEvidence.File(
        source: source, file: id, name: file.name, firstRow: next,
        columns: reader.columns, rows: rows.all))
    next = checker.nextRow
    try close(file, source, reader, checker.tally, checker.file, &cases.records)
  }

  /// The rows whose payment id stands on an earlier row, from the files that were read.
  func repeatedRows() throws -> Set<UInt32> {
    ids.isAscending ? [] : try RepeatedIDs.rows(in: evidence)
  }

  /// Reads a file that has the bytes of an earlier one: its rows are counted and left out.
  private mutating func readRepeated(_ file: InputFile, _ id: FileID) throws {
    let (source, opened) = try open(file)
    var (reader, left, batch) = (opened, RunRecords(), RecordBatch())
    let settings = self.settings(file, id, reader.columns, &left.funds)
    var (tally, checked): (FileTally, CheckedFile)
    if file.kind == .contributions {
      var checker = ContributionChecker(settings, firstRow: 0)
      while try advance(&reader, &batch, file) { checker.add(batch, to: &left) }
      (tally, checked) = (checker.tally, checker.file)
    } else {
      var checker = RecordChecker(file.kind, settings)
      while try advance(&reader, &batch, file) { checker.add(batch, to: &left) }
      (tally, checked) = (checker.tally, checker.file)
    }
    let read = tally.read
    tally = FileTally()
    (tally.read, tally.duplicate) = (read, read)
    try close(file, source, reader, tally, checked, &left)
  }

  private mutating func read(_ file: InputFile, _ id: FileID) throws {
    if repeated[id] != nil { return try readRepeated(file, id) }
    let (source, opened) = try open(file)
    var reader = opened
    let settings = self.settings(file, id, reader.columns, &records.funds)
    var batch = RecordBatch()
    var checker = RecordChecker(file.kind, settings)
    while try advance(&reader, &batch, file) { checker.add(batch, to: &records) }
    var records = RunRecords()
    swap(&records, &self.records)
    defer { swap(&records, &self.records) }
    try close(file, source, reader, checker.tally, checker.file, &records)
  }

  private func open(_ file: InputFile) throws -> (FileSource, any RecordReader) {
    let source = try FileSource(path: file.path, name: file.name)
    do {
      return (
        source, try openReader(source, kind: file.kind, options: file.entry.readerOptions)
      )
    } catch {
      throw ReadFailure.error(error, file: file.name)
    }
  }

  private func advance(
    _ reader: inout any RecordReader, _ batch: inout RecordBatch, _ file: InputFile
  ) throws -> Bool {
    do {
      return try reader.next(into: &batch)
    } catch {
      throw ReadFailure.error(error, file: file.name)
    }
  }

  private func settings(
    _ file: InputFile, _ id: FileID, _ columns: ColumnMap, _ funds: inout SymbolTable
  ) -> InputSettings {
    let fund = ContiguousArray((file.entry.fund ?? "").utf8)
    return InputSettings(
      file: id, columns: columns, dates: file.entry.dates,
      amounts: file.entry.amounts ?? .detect, fund: funds.intern(fund.span),
      verdict: verdicts[id] ?? FileVerdict(), latestBirthYear: reference.parts.year,
      firstSheet: file.firstSheet)
  }

  /// Where a row was rejected and why, without its value.
  private static func told(_ reject: Reject) -> String {
    let cell = reject.field.map { ", column \($0.text)" } ?? ""
    return "line \(reject.location.line)\(cell), \(reject.reason.rawValue)"
  }

  /// How a file's cells are set apart, as the manifest says it; empty where that means nothing.
  private static func dialect(_ detected: DetectedInput) -> String {
    let marks = [("separator", detected.separator), ("quote", detected.quote)].compactMap {
      name, byte in byte.map { "\(name)=\($0 == 0x09 ? "\\t" : String(UnicodeScalar($0)))" }
    }
    return (marks + (detected.lineEnd.map { ["line-end=\($0)"] } ?? [])).joined(separator: " ")
  }

  /// Books the file and checks its account; one that has to be read again is booked then.
  private mutating func close(
    _ file: InputFile, _ source: FileSource, _ reader: any RecordReader, _ tally: FileTally,
    _ checked: CheckedFile, _ records: inout RunRecords
  ) throws {
    let (sha256, bytes) = try source.finish()
    let id = checked.facts.file
    guard checked.verdict == verdicts[id] ?? FileVerdict() else {
      verdicts[id] = checked.verdict
      return
    }
    let detected = reader.detected
    var input = ReportedInput(
      kind: file.kind, file: file.name, sha256: sha256.hex, bytes: bytes,
      format: detected.format.rawValue, encoding: detected.encoding,
      dialect: Self.dialect(detected),
      headerLine: detected.headerLine > 0 ? Int(detected.headerLine) : nil, tally: tally,
      statements: detected.statements)
    input.columns = reader.columns
    input.isUsed = !checked.verdict.isExcluded
    inputs.append(input)
    var facts = checked.facts
    facts.sheets = detected.sheets
    records.files.append(facts)
    if !input.isUsed { unused.add(checked.unusedMonths, of: file.kind) }
    progress?(file.name, bytes, source.length, reader.rowsRead)
    enterBooks(file, tally, rowsRead: reader.rowsRead)
    // The file's own rejects are the last ones.
    let own = records.rejects.suffix(tally.rejected.rows)
    let limit = definition.rules.rejectLimit * Double(tally.read.rows)
    if Double(tally.rejected.rows) > limit {
      refusal =
        refusal
        ?? RunError.rejectLimit(
          file: file.name, rejected: tally.rejected.rows, read: tally.read.rows,
          first: own.first.map(Self.told) ?? "unknown")
    }
    guard !own.isEmpty, refusal == nil else { return }
    try keep(own, of: file, source, detected)
  }

  /// Keeps the rejected rows as they were sent; all those of one file stand in one file.
  private mutating func keep(
    _ own: ContiguousArray<Reject>.SubSequence, of file: InputFile, _ source: FileSource,
    _ detected: DetectedInput
  ) throws {
    let part = RejectedRows.Part(
      kind: file.kind, options: file.entry.readerOptions, rejects: ContiguousArray(own))
    let place = rejectedRows.firstIndex { $0.file == file.name }
    let parts = (place.map { rejectedRows[$0].parts } ?? []) + [part]
    guard let rows = try RejectedRows(of: source, file.name, detected, parts) else { return }
    if let place { rejectedRows[place] = rows } else { rejectedRows.append(rows) }
  }

  /// Every row and rupiah that was read has become something.
  private mutating func enterBooks(_ file: InputFile, _ tally: FileTally, rowsRead: Int) {
    let out =
      tally.accepted.rows + tally.rejected.rows + tally.duplicate.rows + tally.skipped.rows
    let money = [tally.accepted, tally.rejected, tally.duplicate, tally.skipped].reduce(0) {
      $0 + $1.amount.rupiah
    }
    books.append(BookLine("rows:\(file.name)", left: Int64(rowsRead), right: Int64(out)))
    books.append(BookLine("rupiah:\(file.name)", left: tally.read.amount.rupiah, right: money))
  }
}

/// Words what Reader could not read.
enum ReadFailure {
  static func error(_ error: ReadError, file: String) -> any Error {
    switch error {
    case .source(let cause): cause
    case .emptyFile: RunError.unusableFile(name: file, why: "the file is empty")
    case .unsupportedFormat(let what):
      RunError.unusableFile(
        name: file, why: "\(what) cannot be read; expected CSV, XML or a workbook")
    case .missingColumns(let columns, let anyOf, let found):
      RunError.unusableFile(
        name: file,
        why:
          "expected the column \(columns.map(\.text).joined(separator: anyOf ? " or " : ", "));"
          + " \(FoundHeaders.words(found))")
    case .malformedXML(let line, let column, let message):
      RunError.unusableFile(
        name: "\(file):\(line):\(column)", why: "the XML is not well-formed: \(message)")
    case .doctype(let line):
      RunError.unusableFile(name: "\(file):\(line)", why: "a DOCTYPE is refused")
    case .tooDeep(let line):
      RunError.unusableFile(name: "\(file):\(line)", why: "elements are nested too deep")
    case .refused(_, let why): RunError.unusableFile(name: file, why: why)
    case .tooLarge(let line, let what):
      RunError.unusableFile(
        name: line > 0 ? "\(file):\(line)" : file, why: "it is too large to be read: \(what)")
    case .noStatement:
      RunError.unusableFile(name: file, why: "it has no bank statement (Stmt)")
    }
  }
}
