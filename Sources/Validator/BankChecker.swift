internal import Domain

/// Checks the entries of the city's bank account and keeps the good ones.
///
/// Its amounts may have decimals: they are read here, and the tally counts their whole rupiah.
struct BankChecker: RowChecker {
  static let hasAmount = false

  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .bank) }

  mutating func addAll(_ batch: borrowing RecordBatch, _ records: inout RunRecords) {
    check.rejectFaults(batch, &records)
    check.countSkipped(batch)
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      if check.totals.nextLine < row.line { check.compareTotals(batch, before: row.line) }
      let exact = exactAmount(batch, row)
      let amount = exact.magnitude.whole
      check.tally.read.add(amount)
      let direction = direction(batch, row, isNegative: exact.units < 0)
      check.totals.count(
        check.failure == nil ? exact.magnitude : nil, isOutgoing: direction == .debit)
      if check.settings.verdict.isExcluded {
        check.leaveOut(batch, row, amount: amount)
      } else {
        add(batch, row, exact, direction, &records)
      }
    }
    check.compareTotals(batch, before: .max)
  }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    add(batch, row, ExactAmount(whole: amount), .unknown, &records)
  }

  private mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ exact: ExactAmount,
    _ direction: BankRecord.Direction, _ records: inout RunRecords
  ) {
    let settings = check.settings
    let amount = exact.magnitude.whole
    let bookedOn = check.requiredDate(batch, row, settings.cell(.bookedOn), .bookedOn)
    guard check.failure == nil else {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    var record = BankRecord()
    record.location = check.location(row)
    (record.amount, record.bookedOn) = (exact.magnitude, bookedOn)
    record.direction = direction
    record.valueOn = check.date(batch, row, settings.cell(.valueOn), .valueOn)
    record.statement = check.text(batch, row, settings.cell(.statement), &records.texts)
    record.account = check.text(batch, row, settings.cell(.account), &records.texts)
    record.currency = check.text(batch, row, settings.cell(.currency), &records.texts)
    record.reference = check.text(batch, row, settings.cell(.reference), &records.texts)
    record.counterparty = check.text(batch, row, settings.cell(.counterparty), &records.texts)
    record.remittance = check.text(batch, row, settings.cell(.remittance), &records.texts)
    records.bank.append(record)
    check.tally.accepted.add(amount)
  }

  /// The amount, without which the row is rejected; zero then.
  private mutating func exactAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> ExactAmount {
    let cell = check.settings.cell(.amount)
    guard let amount = check.exactAmount(batch, row, cell) else {
      let isEmpty = batch.trimmed(row, cell).isEmpty
      check.fail(.amount, cell, isEmpty ? .missingValue : .unreadableValue)
      return ExactAmount(whole: 0)
    }
    guard amount.magnitude.whole <= Limits.amount else {
      check.fail(.amount, cell, .amountTooLarge)
      return ExactAmount(whole: 0)
    }
    return amount
  }

  /// Whether the account received or paid: as the row says, else by the amount's sign.
  private mutating func direction(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, isNegative: Bool
  ) -> BankRecord.Direction {
    let range = batch.trimmed(row, check.settings.cell(.direction))
    if range.isEmpty { return isNegative ? .debit : .unknown }
    let word = batch.bytes.span.extracting(range)
    if Self.credit.contains(where: { Bytes.equal(word, word: $0) }) { return .credit }
    if Self.debit.contains(where: { Bytes.equal(word, word: $0) }) { return .debit }
    check.unread(.direction)
    return .unknown
  }

  private static let credit: [StaticString] = [
    "CRDT", "C", "CR", "K", "KR", "KREDIT", "CREDIT", "MASUK",
  ]
  private static let debit: [StaticString] = [
    "DBIT", "D", "DB", "DR", "DEBET", "DEBIT", "KELUAR",
  ]
}
