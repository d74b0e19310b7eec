internal import Domain

/// What the checks of one file's rows share: how cells are read, and what was counted.
struct RowCheck {
  /// Why the row at hand cannot become a record.
  struct Failure {
    let column: Column
    let cell: Int
    let reason: Reject.Reason
  }

  let settings: InputSettings
  let kind: InputKind
  var tally = FileTally()
  var failure: Failure?
  var totals = ControlTotals()
  /// The months of rows that are not used.
  var unusedMonths: Set<CoverageMonth> = []
  private var evidence = FileEvidence()
  private var facts: FileCase
  private var parts: PartNumbers

  init(_ settings: InputSettings, _ kind: InputKind) {
    (self.settings, self.kind) = (settings, kind)
    parts = PartNumbers(firstSheet: settings.firstSheet)
    facts = FileCase(file: settings.file, kind: kind)
  }

  /// What the file shows as a whole, when all of it was read.
  var findings: CheckedFile {
    let verdict = evidence.verdict(settings, totalDiffers: totals.difference != nil)
    var facts = FileCase(file: settings.file, kind: kind)
    if verdict.isExcluded {
      facts.total = totals.difference
    } else {
      facts = self.facts
      facts.undecided = evidence.undecided(settings)
    }
    return CheckedFile(facts: facts, verdict: verdict, unusedMonths: unusedMonths)
  }

  /// The place of a row of the batch at hand.
  func location(_ row: RecordBatch.Row) -> SourceLocation {
    SourceLocation(file: settings.file, part: parts.number(of: row), line: row.line)
  }

  /// Compares the totals rows above a line with the rows so far.
  mutating func compareTotals(_ batch: borrowing RecordBatch, before line: UInt32) {
    if totals.nextLine == .max { return }
    var totals = self.totals
    totals.compare(batch, before: line, self)
    self.totals = totals
  }

  /// Counts a row toward the next total, if its amount could be read.
  @inline(__always)
  mutating func countForTotals(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64
  ) {
    if failure != nil { return }
    let cell = kind == .disbursements ? settings.cell(.participants) : -1
    totals.count(amount, people: cell < 0 ? 0 : self.amount(batch, row, cell).rupiah ?? 0)
  }

  /// Counts a row of a file of which none is used.
  mutating func leaveOut(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, amount: Int64
  ) {
    if kind == .contributions || kind == .disbursements {
      let month = toldMonth(batch, row, settings.cell(.month))
      if case .value(let month) = month { unusedMonths.insert(month) }
    }
    failure = nil
    tally.skipped.add(amount)
  }

  /// Notes the first reason against the row.
  mutating func fail(_ column: Column, _ cell: Int, _ reason: Reject.Reason) {
    if failure == nil { failure = Failure(column: column, cell: cell, reason: reason) }
  }

  /// Counts a value that is there and cannot be read, in a column that may be empty.
  mutating func unread(_ column: Column) { tally.unread[column, default: 0] += 1 }

  /// What a cell of a date column says.
  mutating func told(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ column: Column
  ) -> Told<CalendarDate> {
    let range = batch.range(row, cell)
    if range.isEmpty { return .blank }
    let text = batch.bytes.span.extracting(range)
    if let date = CalendarDate(plain: text) { return .value(date) }
    let latest =
      column == .birthDate ? settings.latestBirthYear : CalendarDate.latestShortYear
    let reading = CalendarDate.cellReadings(text, latest: latest)
    evidence.note(reading, column)
    return settings.settle(reading, column)
  }

  /// What a cell of a month column says.
  mutating func toldMonth(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> Told<CoverageMonth> {
    let range = batch.range(row, cell)
    if range.isEmpty { return .blank }
    let text = batch.bytes.span.extracting(range)
    if let month = CoverageMonth(plain: text) { return .value(month) }
    let reading = CoverageMonth.cellReadings(text)
    evidence.note(reading, .month)
    return settings.settle(reading, .month)
  }

  /// A date, absent where the cell is empty or cannot be read.
  mutating func date(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ column: Column
  ) -> DateCell {
    switch told(batch, row, cell, column) {
    case .value(let date): return DateCell(date)
    case .blank, .undecided: return .absent
    case .unreadable:
      unread(column)
      return .absent
    }
  }

  /// A month, absent where the cell is empty or cannot be read.
  mutating func month(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> CoverageMonth? {
    switch toldMonth(batch, row, cell) {
    case .value(let month): return month
    case .blank, .undecided: return nil
    case .unreadable:
      unread(.month)
      return nil
    }
  }

  /// Where the text of a column stands without which the row is rejected.
  @inline(__always)
  mutating func requiredText(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ column: Column
  ) -> Range<Int> {
    let cell = settings.cell(column)
    let text = batch.trimmed(row, cell)
    if text.isEmpty { fail(column, cell, .missingValue) }
    return text
  }

  /// A date without which the row is rejected; absent where the file does not show its order.
  mutating func requiredDate(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ column: Column
  ) -> CalendarDate {
    switch told(batch, row, cell, column) {
    case .value(let date): return date
    case .blank: fail(column, cell, .missingValue)
    case .unreadable: fail(column, cell, .unreadableValue)
    case .undecided: break
    }
    return .absent
  }

  /// A month without which the row is rejected; absent where the file does not show its order.
  mutating func requiredMonth(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> CoverageMonth {
    switch toldMonth(batch, row, cell) {
    case .value(let month): return month
    case .blank: fail(.month, cell, .missingValue)
    case .unreadable: fail(.month, cell, .unreadableValue)
    case .undecided: break
    }
    return .absent
  }

  /// An amount as a cell states it.
  func amount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> AmountReading {
    let text = batch.bytes.span.extracting(batch.range(row, cell))
    return batch.kind(row, cell) == .number
      ? AmountReading(number: text) : AmountReading(text, style: settings.amounts)
  }

  /// An amount with its decimals, as a cell of a bank account states it; nil where it is none.
  func exactAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> ExactAmount? {
    let text = batch.bytes.span.extracting(batch.trimmed(row, cell))
    return batch.kind(row, cell) == .number
      ? ExactAmount(decimal: text) : ExactAmount(parsing: text, style: settings.amounts)
  }

  /// An amount without which the row is rejected; zero then.
  mutating func requiredAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> Int64 {
    let range = batch.range(row, cell)
    var rupiah = Money.digits(batch.bytes.span.extracting(range))
    if rupiah == nil {
      let reading = amount(batch, row, cell)
      evidence.amounts.note(reading.form)
      rupiah = reading.rupiah
    }
    guard let rupiah else {
      fail(.amount, cell, range.isEmpty ? .missingValue : .unreadableValue)
      totals.count(nil)
      return 0
    }
    guard rupiah.magnitude <= Limits.amount else {
      fail(.amount, cell, .amountTooLarge)
      totals.count(nil)
      return 0
    }
    return rupiah
  }

  /// A NIK, absent where a spreadsheet has lost digits of it: the row then needs a KPJ.
  @inline(__always)
  mutating func nik(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, kpj: KPJ
  ) -> NIK {
    let text = batch.bytes.span.extracting(batch.range(row, cell))
    let isNumber = batch.kind(row, cell) == .number
    let nik = isNumber ? NIK(number: text) : NIK(parsing: text)
    evidence.digits.note(nik, isNumber: isNumber)
    guard nik == .lost || nik.endsInZero && settings.verdict.losesDigits(isNumber) else {
      return nik
    }
    return damaged(row, cell, kpj, isScientific: NIK.isScientific(text))
  }

  private mutating func damaged(
    _ row: RecordBatch.Row, _ cell: Int, _ kpj: KPJ, isScientific: Bool
  ) -> NIK {
    if facts.damagedNIKs == 0 { facts.firstDamagedLine = row.line }
    facts.damagedNIKs += 1
    if !kpj.isPresent { fail(.nik, cell, isScientific ? .scientificNotation : .lostDigits) }
    return .absent
  }

  /// An amount in a column that may be empty.
  mutating func optionalAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ column: Column
  ) -> Int64? {
    let range = batch.range(row, settings.cell(column))
    if range.isEmpty { return nil }
    let money = Money(parsing: batch.bytes.span.extracting(range), style: settings.amounts)
    guard let money, abs(money.rupiah) <= Limits.amount else {
      unread(column)
      return nil
    }
    return money.rupiah
  }

  /// A KPJ, absent where the cell is empty or cannot be one.
  mutating func kpj(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> KPJ {
    guard let kpj = KPJ(parsing: batch.bytes.span.extracting(batch.range(row, cell))) else {
      unread(.kpj)
      return .absent
    }
    return kpj
  }

  /// A text kept in the arena.
  func text(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int,
    _ texts: inout TextArena
  ) -> Text {
    let range = batch.trimmed(row, cell)
    return texts.add(batch.bytes.span.extracting(range))
  }

  /// A text of few spellings.
  func symbol(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int,
    _ table: inout SymbolTable, guess: SymbolTable.Symbol = 0
  ) -> SymbolTable.Symbol {
    let range = batch.trimmed(row, cell)
    return table.intern(batch.bytes.span.extracting(range), guess: guess)
  }

  /// Books the row as a reject and makes ready for the next one.
  mutating func reject(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, amount: Int64,
    _ records: inout RunRecords
  ) {
    guard let failure else { preconditionFailure("a rejected row has a reason") }
    noteDates(batch, row)
    if failure.reason == .scientificNotation || failure.reason == .lostDigits {
      let (sum, overflow) = facts.damagedAmount.addingReportingOverflow(amount)
      facts.damagedAmount = overflow ? .max : sum
    }
    let range = batch.range(row, failure.cell)
    let shape = records.texts.add(shapeOf: batch.bytes.span.extracting(range))
    let isRowMeant = batch.holdsCopies || failure.cell < 0 || range.isEmpty
    let start = isRowMeant ? Int(row.byte) : range.lowerBound
    var reject = Reject(
      at: location(row),
      column: UInt32(failure.cell + 1), byte: batch.fileOffset + start,
      field: failure.column, reason: failure.reason, shape: shape, amount: amount)
    reject.sheet = batch.sheet
    records.rejects.append(reject)
    tally.rejected.add(amount)
    self.failure = nil
  }

  /// Notes what the dates of a row tell that becomes no record.
  private mutating func noteDates(_ batch: borrowing RecordBatch, _ row: RecordBatch.Row) {
    for column in kind.laterDateColumns where settings.cell(column) >= 0 {
      _ = told(batch, row, settings.cell(column), column)
    }
  }

  /// Books the rows that were left out on purpose.
  mutating func countSkipped(_ batch: borrowing RecordBatch) {
    for _ in 0..<batch.skipped.count {
      tally.read.add(0)
      tally.skipped.add(0)
    }
  }

  /// Books the rows that could not be split into cells.
  mutating func rejectFaults(_ batch: borrowing RecordBatch, _ records: inout RunRecords) {
    parts.see(batch)
    totals.begin(batch)
    if settings.verdict.isExcluded {
      for _ in 0..<batch.faults.count {
        tally.read.add(0)
        tally.skipped.add(0)
      }
      return
    }
    for i in 0..<batch.faults.count {
      let fault = batch.faults[i]
      var reject = Reject(
        at: SourceLocation(file: settings.file, part: parts.ofOthers, line: fault.line),
        column: fault.column,
        byte: fault.byte, field: nil, reason: fault.reason, shape: .absent, amount: 0)
      reject.sheet = batch.sheet
      records.rejects.append(reject)
      tally.read.add(0)
      tally.rejected.add(0)
    }
  }
}

extension InputKind {
  /// The columns of days that a row is read by only when it is known to be good.
  fileprivate var laterDateColumns: [Column] {
    columns.filter { $0.isDay && !required.contains($0) }
  }
}
