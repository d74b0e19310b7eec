internal import Domain
internal import Matcher
internal import Reader
internal import Validator

/// Reads all inputs of a run: Reader's rows through Validator, payments on into the plane.
struct ReadStage {
  let definition: PipelineDefinition
  let reference: CalendarDate
  let seams: RunSeams
  let progress: RunProgress?
  var records = RunRecords()
  var inputs: [ReportedInput] = []
  var evidence: [PaymentEvidence.File] = []
  var books: [BookLine] = []
  var ids = IDOrder()
  var rejectedRows: [RejectedRows] = []

  /// Reads every file of the small kinds.
  mutating func readRecords(_ files: [InputFile]) throws {
    for (id, file) in files.enumerated() where file.kind != .contributions {
      try read(file, FileID(id))
    }
  }

  /// Reads the payment files and files their rows under their people.
  mutating func readPayments(
    _ files: [InputFile], _ cases: inout CaseFile, _ linker: inout PersonLinker,
    _ plane: inout PremiumPlane
  ) throws {
    var next: UInt32 = 0
    for (id, file) in files.enumerated() where file.kind == .contributions {
      let (source, opened) = try open(file)
      var reader = opened
      let settings = self.settings(file, FileID(id), reader.columns, &cases.records.funds)
      var checker = ContributionChecker(settings, firstRow: next)
      var rows = PaymentRows(reader, length: source.length)
      var batch = RecordBatch()
      var isFirst = true
      while try advance(&reader, &batch, file) {
        if isFirst, seams.dropRowAt == .reader { _ = batch.rows.popLast() }
        rows.add(batch)
        ids.see(batch, reader.columns.cell(.paymentID))
        checker.add(batch, to: &cases.records)
        if isFirst, seams.dropRowAt == .validator { checker.dropRow() }
        plane.add(
          checker.rows, of: batch, &linker, &cases.records.texts, reference: reference)
        isFirst = false
      }
      evidence.append(
        PaymentEvidence.File(
          source: source, file: FileID(id), name: file.name, firstRow: next,
          columns: reader.columns, rows: rows.all))
      next = checker.nextRow
      try close(file, source, reader, checker.tally, cases.records.rejects)
    }
  }

  /// The rows whose payment id stands on an earlier row, from the files that were read.
  func repeatedRows() throws -> Set<UInt32> {
    ids.isAscending ? [] : try RepeatedIDs.rows(in: evidence)
  }

  private mutating func read(_ file: InputFile, _ id: FileID) throws {
    let (source, opened) = try open(file)
    var reader = opened
    let settings = self.settings(file, id, reader.columns, &records.funds)
    var batch = RecordBatch()
    var checker = RecordChecker(file.kind, settings)
    while try advance(&reader, &batch, file) { checker.add(batch, to: &records) }
    try close(file, source, reader, checker.tally, records.rejects)
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
      file: id, columns: columns, dates: file.entry.dates ?? .dayFirst,
      amounts: file.entry.amounts ?? .detect, fund: funds.intern(fund.span))
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

  /// Books the file, checks its account and the reject limit.
  private mutating func close(
    _ file: InputFile, _ source: FileSource, _ reader: any RecordReader, _ tally: FileTally,
    _ rejects: ContiguousArray<Reject>
  ) throws {
    let (sha256, bytes) = try source.finish()
    let detected = reader.detected
    var input = ReportedInput(
      kind: file.kind, file: file.name, sha256: sha256.hex, bytes: bytes,
      format: detected.format.rawValue, encoding: detected.encoding,
      dialect: Self.dialect(detected),
      headerLine: detected.headerLine > 0 ? Int(detected.headerLine) : nil, tally: tally,
      statements: detected.statements)
    input.columns = reader.columns
    inputs.append(input)
    progress?(file.name, bytes, source.length, reader.rowsRead)
    let out =
      tally.accepted.rows + tally.rejected.rows + tally.duplicate.rows + tally.skipped.rows
    let money = [tally.accepted, tally.rejected, tally.duplicate, tally.skipped].reduce(0) {
      $0 + $1.amount.rupiah
    }
    books.append(
      BookLine("rows:\(file.name)", left: Int64(reader.rowsRead), right: Int64(out)))
    books.append(BookLine("rupiah:\(file.name)", left: tally.read.amount.rupiah, right: money))
    let limit = definition.rules.rejectLimit * Double(tally.read.rows)
    // The file's own rejects are the last ones.
    let own = rejects.suffix(tally.rejected.rows)
    if Double(tally.rejected.rows) > limit {
      throw RunError.rejectLimit(
        file: file.name, rejected: tally.rejected.rows, read: tally.read.rows,
        first: own.first.map(Self.told) ?? "unknown")
    }
    guard !own.isEmpty else { return }
    let rows = try RejectedRows(of: source, named: file.name, detected, own)
    if let rows { rejectedRows.append(rows) }
  }
}

/// Words what Reader could not read.
enum ReadFailure {
  static func error(_ error: ReadError, file: String) -> any Error {
    switch error {
    case .source(let cause): cause
    case .emptyFile: RunError.unusableFile(name: file, why: "the file is empty")
    case .unsupportedFormat(let what):
      RunError.unusableFile(name: file, why: "\(what) cannot be read; expected CSV or XML")
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
    case .tooLarge(let line, let what):
      RunError.unusableFile(
        name: line > 0 ? "\(file):\(line)" : file, why: "it is too large to be read: \(what)")
    case .noStatement:
      RunError.unusableFile(name: file, why: "it has no bank statement (Stmt)")
    }
  }
}
