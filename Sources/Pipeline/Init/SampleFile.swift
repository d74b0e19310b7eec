internal import Domain
internal import Reader

/// A sample file as `rekon init` understands it.
struct SampleFile {
  /// What was found out about a file of a kind.
  struct Facts {
    let kind: InputKind
    /// Other kinds that fit as well.
    let rivals: [InputKind]
    let detected: DetectedInput
    let columns: Set<Column>
    let rows: Int
    let faults: Int
    /// The first and the last month of its rows.
    let months: Period?
  }

  let path: String
  /// The sheet of a workbook whose sheets hold several kinds.
  let sheet: String?
  /// The base name, for messages.
  let name: String
  let facts: Facts?
  /// Why the file is not used.
  let reason: String

  /// Looks through a file.
  ///
  /// Throws a `RunError` when it is not there or cannot be read.
  init(path: String, sheet: String? = nil) throws {
    (self.path, self.sheet, name) = (path, sheet, Paths.shown(Paths.baseName(path)))
    var options = InputOptions()
    options.sheet = sheet
    var fitting: [Facts] = []
    var reasons: [String] = []
    for kind in InputKind.allCases {
      do {
        fitting.append(try Self.facts(path, name, kind, options))
      } catch let error as ReadError {
        reasons.append("\(ReadFailure.error(error, file: name))")
        if case .source(let cause) = error { throw cause }
      } catch RunError.unusableFile(let name, let why) {
        reasons.append("\(RunError.unusableFile(name: name, why: why))")
      }
    }
    let most = fitting.map(\.columns.count).max() ?? 0
    let best = fitting.filter { $0.columns.count == most }
    facts = best.first.map {
      Facts(
        kind: $0.kind, rivals: best.dropFirst().map(\.kind), detected: $0.detected,
        columns: $0.columns, rows: $0.rows, faults: $0.faults, months: $0.months)
    }
    let isSame = Set(reasons).count == 1
    reason = isSame ? reasons[0] : "its columns are those of no kind of input"
  }

  /// A file as one sample, or sheet by sheet where a workbook's sheets hold several kinds.
  ///
  /// Throws a `RunError` when it is not there or cannot be read.
  static func samples(of path: String) throws -> [SampleFile] {
    let whole = try SampleFile(path: path)
    let sheets = whole.facts?.detected.sheets ?? []
    guard sheets.count > 1 else { return [whole] }
    let single = try sheets.map { try SampleFile(path: path, sheet: $0) }
    let used = single.filter { $0.facts != nil }
    return Set(used.compactMap(\.facts?.kind)).count > 1 ? used : [whole]
  }

  /// Reads a file as one of a kind.
  private static func facts(
    _ path: String, _ name: String, _ kind: InputKind, _ options: InputOptions
  ) throws -> Facts {
    let source = try FileSource(path: path, name: name)
    var reader = try openReader(source, kind: kind, options: options)
    var (batch, faults) = (RecordBatch(), 0)
    var columns: Set<Column> = []
    var months: (first: CoverageMonth, last: CoverageMonth)?
    while try reader.next(into: &batch) {
      faults += batch.faults.count
      for column in kind.columns where !columns.contains(column) {
        let cell = reader.columns.cell(column)
        let isThere = batch.rows.contains { row in
          let field = batch.field(row, cell)
          return field.start < field.end
        }
        if isThere { columns.insert(column) }
      }
      for month in Self.months(batch, reader.columns, kind) {
        months = (min(months?.first ?? month, month), max(months?.last ?? month, month))
      }
    }
    if reader.detected.headerLine > 0 {
      columns.formUnion(kind.columns.filter { reader.columns[$0] != nil })
    }
    return Facts(
      kind: kind, rivals: [], detected: reader.detected, columns: columns, rows: reader.rowsRead,
      faults: faults, months: months.flatMap { Period(from: $0.first, to: $0.last) })
  }

  /// The months a batch's rows are of, those that can be read.
  private static func months(
    _ batch: RecordBatch, _ columns: ColumnMap, _ kind: InputKind
  ) -> [CoverageMonth] {
    let cell: Int
    switch kind {
    case .contributions, .disbursements, .receipts: cell = columns.cell(.month)
    case .claims: cell = columns.cell(.incidentOn)
    case .bank: cell = columns.cell(.bookedOn)
    case .roster, .memberships: cell = columns.cell(.from)
    case .registry, .refunds: return []
    }
    let isMonth = kind == .contributions || kind == .disbursements || kind == .receipts
    return batch.rows.compactMap { row in
      let field = batch.field(row, cell)
      let text = batch.bytes.span.extracting(Int(field.start)..<Int(field.end))
      return isMonth
        ? CoverageMonth(parsing: text, order: .dayFirst)
        : CalendarDate(parsing: text, order: .dayFirst)?.month
    }
  }
}
