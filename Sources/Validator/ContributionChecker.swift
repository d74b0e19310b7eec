public import Domain

/// Checks payment rows, the many: a batch of rows at a time, nothing kept of them here.
public struct ContributionChecker: Sendable {
  private struct Cells {
    let sp2d, billingCode, fund, month, paidOn, nik, kpj, name, amount: Int
  }

  private var check: RowCheck
  private let cells: Cells
  private var lastSP2D: SymbolTable.Symbol = 0
  private var lastFund: SymbolTable.Symbol = 0
  private var lastCode: SymbolTable.Symbol = 0

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
    for i in 0..<batch.rows.count { add(batch, batch.rows[i], &records) }
    check.compareTotals(batch, before: .max)
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
    typed.month = check.requiredMonth(batch, row, cells.month)
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
    let amount = check.requiredAmount(batch, row, cells.amount)
    check.countForTotals(batch, row, amount)
    if amount.magnitude > Limits.premium { check.fail(.amount, cells.amount, .amountTooLarge) }
    return amount
  }

  private mutating func readPayment(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ typed: inout ContributionRow,
    _ records: inout RunRecords
  ) {
    let bytes = batch.bytes.span
    let sp2d = batch.trimmed(row, cells.sp2d)
    lastSP2D = records.sp2ds.intern(bytes.extracting(sp2d), guess: lastSP2D)
    typed.sp2d = lastSP2D
    let code = batch.trimmed(row, cells.billingCode)
    lastCode = records.billingCodes.intern(bytes.extracting(code), guess: lastCode)
    typed.billingCode = lastCode
    let fundRange = batch.trimmed(row, cells.fund)
    lastFund = records.funds.intern(bytes.extracting(fundRange), guess: lastFund)
    if let fund = UInt8(exactly: lastFund == 0 ? check.settings.fund : lastFund) {
      typed.fund = fund
    } else {
      // No city has so many funds: the column holds something else.
      check.unread(.fund)
    }
    switch check.told(batch, row, cells.paidOn, .paidOn) {
    case .value(let date) where date.day > 0 && date.day <= Int32(UInt16.max):
      typed.paidDay = UInt16(date.day)
    case .value, .unreadable: check.unread(.paidOn)
    case .blank, .undecided: break
    }
  }
}
