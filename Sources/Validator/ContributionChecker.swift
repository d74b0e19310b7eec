public import Domain

/// Checks payment rows, the many: a batch of rows at a time, nothing kept of them here.
public struct ContributionChecker: Sendable {
  private struct Cells {
    let sp2d, billingCode, fund, month, paidOn, nik, kpj, name, amount: Int
  }

  private var check: RowCheck
  private let cells: Cells
  private var sp2d = RepeatedCell(SymbolTable.Symbol(0))
  private var billingCode = RepeatedCell(SymbolTable.Symbol(0))
  private var fund = RepeatedCell(SymbolTable.Symbol(0))
  private var month = RepeatedCell(CoverageMonth.absent)
  private var paidDay = RepeatedCell(UInt16(0))
  private var amount = RepeatedCell(Int64(0))

  /// The rows of the last batch that were accepted.
  public private(set) var rows: ContiguousArray<ContributionRow> = []
  /// The number of the next row over all contribution files; rejected rows count.
  public private(set) var nextRow: UInt32

  /// A checker for one file whose first row has a number.
  public init(_ settings: InputSettings, firstRow: UInt32) {
    check = RowCheck(settings, .contributions)
    nextRow = firstRow
    cells = Cells(
      sp2d: settings.cell(.sp2d), billingCode: settings.cell(.billingCode),
      fund: settings.cell(.fund), month: settings.cell(.month),
      paidOn: settings.cell(.paidOn), nik: settings.cell(.nik), kpj: settings.cell(.kpj),
      name: settings.cell(.name), amount: settings.cell(.amount))
  }

  /// What became of the file's rows.
  public var tally: FileTally { check.tally }

  /// What the whole file shows, when all of it was read.
  public var file: CheckedFile { check.findings }

  /// Leaves out the last accepted row: a seam for the tests of the books.
  public mutating func dropRow() { _ = rows.popLast() }

  /// Types a batch's rows into `rows`; the bad ones go to the rejects.
  public mutating func add(_ batch: borrowing RecordBatch, to records: inout RunRecords) {
    check.rejectFaults(batch, &records)
    check.countSkipped(batch)
    rows.removeAll(keepingCapacity: true)
    forgetCells()
    for i in 0..<batch.rows.count { add(batch, batch.rows[i], &records) }
    check.compareTotals(batch, before: .max)
  }

  private mutating func forgetCells() {
    sp2d.forget()
    billingCode.forget()
    fund.forget()
    month.forget()
    paidDay.forget()
    amount.forget()
  }

  private mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ records: inout RunRecords
  ) {
    let bytes = batch.bytes.span
    var typed = ContributionRow()
    typed.row = nextRow
    nextRow += 1
    if check.totals.nextLine < row.line { check.compareTotals(batch, before: row.line) }
    let amount = readAmount(batch, row)
    check.tally.read.add(amount)
    if check.settings.verdict.isExcluded {
      check.leaveOut(batch, row, amount: amount)
      return
    }
    typed.amount = Int32(truncatingIfNeeded: amount)
    typed.month = readMonth(batch, row)
    if let kpj = KPJ(parsing: bytes.extracting(batch.range(row, cells.kpj))) {
      typed.kpj = kpj
    } else {
      check.unread(.kpj)
    }
    typed.nik = check.nik(batch, row, cells.nik, kpj: typed.kpj)
    let name = batch.range(row, cells.name)
    typed.name = FieldRange(start: UInt32(name.lowerBound), end: UInt32(name.upperBound))
    let text = bytes.extracting(name)
    typed.saysDead = DeathWords.mayStand(in: text) && DeathWords.standIn(name: text)
    if !typed.nik.isPresent, !typed.kpj.isPresent, batch.trimmed(row, cells.name).isEmpty {
      check.fail(.name, cells.name, .nobody)
    }
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    readPayment(batch, row, &typed, &records)
    check.tally.accepted.add(amount)
    rows.append(typed)
  }

  private mutating func readAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> Int64 {
    let (field, bytes) = (batch.field(row, cells.amount), batch.bytes.span)
    if let known = self.amount.value(of: field, in: bytes) {
      check.countForTotals(batch, row, known)
      return known
    }
    let amount = check.requiredAmount(batch, row, cells.amount)
    check.countForTotals(batch, row, amount)
    if amount.magnitude > Limits.premium { check.fail(.amount, cells.amount, .amountTooLarge) }
    // Other forms than digits are evidence of the file's form, each time they occur.
    let isPlain = Money.digits(bytes.extracting(batch.range(row, cells.amount))) != nil
    if isPlain, check.failure == nil { self.amount.note(field, amount) }
    return amount
  }

  private mutating func readMonth(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> CoverageMonth {
    let (field, bytes) = (batch.field(row, cells.month), batch.bytes.span)
    if let known = self.month.value(of: field, in: bytes) { return known }
    let month = check.requiredMonth(batch, row, cells.month)
    let isPlain = CoverageMonth(plain: bytes.extracting(batch.range(row, cells.month))) != nil
    if isPlain { self.month.note(field, month) }
    return month
  }

  private mutating func readPayment(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ typed: inout ContributionRow,
    _ records: inout RunRecords
  ) {
    typed.sp2d = sp2d.symbol(batch, row, cells.sp2d, check, &records.sp2ds)
    typed.billingCode = billingCode.symbol(
      batch, row, cells.billingCode, check, &records.billingCodes)
    let stated = fund.symbol(batch, row, cells.fund, check, &records.funds)
    if let fund = UInt8(exactly: stated == 0 ? check.settings.fund : stated) {
      typed.fund = fund
    } else {
      // No city has so many funds: the column holds something else.
      check.unread(.fund)
    }
    typed.paidDay = readPaidDay(batch, row)
  }

  private mutating func readPaidDay(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> UInt16 {
    let (field, bytes) = (batch.field(row, cells.paidOn), batch.bytes.span)
    if let known = paidDay.value(of: field, in: bytes) { return known }
    switch check.told(batch, row, cells.paidOn, .paidOn) {
    case .value(let date) where date.day > 0 && date.day <= Int32(UInt16.max):
      let isPlain = CalendarDate(plain: bytes.extracting(batch.range(row, cells.paidOn))) != nil
      if isPlain { paidDay.note(field, UInt16(date.day)) }
      return UInt16(date.day)
    case .value, .unreadable: check.unread(.paidOn)
    case .blank, .undecided: break
    }
    return 0
  }
}

extension RepeatedCell<SymbolTable.Symbol> {
  /// The symbol of a cell's text.
  @inline(__always)
  fileprivate mutating func symbol(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ check: RowCheck,
    _ table: inout SymbolTable
  ) -> SymbolTable.Symbol {
    let field = batch.field(row, cell)
    if let known = value(of: field, in: batch.bytes.span) { return known }
    let symbol = check.symbol(batch, row, cell, &table)
    note(field, symbol)
    return symbol
  }
}
