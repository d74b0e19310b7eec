internal import Domain

/// Checks the rows of the city's SP2D register and keeps the good ones.
struct DisbursementChecker: RowChecker {
  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .disbursements) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    let number = check.requiredText(batch, row, .sp2d)
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    var record = DisbursementRecord()
    record.location = check.location(row)
    record.amount = amount
    record.sp2d = records.sp2ds.intern(batch.bytes.span.extracting(number))
    record.month = check.month(batch, row, settings.cell(.month))
    let fund = check.symbol(batch, row, settings.cell(.fund), &records.funds)
    record.fund = fund == 0 ? settings.fund : fund
    let people = batch.range(row, settings.cell(.participants))
    record.participants = check.amount(batch, row, settings.cell(.participants)).rupiah
    if record.participants == nil, !people.isEmpty { check.unread(.participants) }
    record.issuedOn = check.date(batch, row, settings.cell(.issuedOn), .issuedOn)
    record.cashedOn = check.date(batch, row, settings.cell(.cashedOn), .cashedOn)
    readBooking(batch, row, &record, &records)
    records.disbursements.append(record)
    check.tally.accepted.add(amount)
  }

  private mutating func readBooking(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout DisbursementRecord,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    record.billingCode = check.symbol(
      batch, row, settings.cell(.billingCode), &records.billingCodes)
    record.account = check.symbol(batch, row, settings.cell(.account), &records.accounts)
    let status = batch.bytes.span.extracting(batch.trimmed(row, settings.cell(.status)))
    for word in ["BATAL", "RETUR"] as [StaticString]
    where Bytes.contains(status, word: word) && !Bytes.contains(status, word: "TIDAK") {
      record.isCancelled = true
    }
    record.jkk = check.optionalAmount(batch, row, .jkkAmount)
    record.jkm = check.optionalAmount(batch, row, .jkmAmount)
    let year = batch.trimmed(row, settings.cell(.fiscalYear))
    guard !year.isEmpty else { return }
    let digits = batch.bytes.span.extracting(year)
    var number = 0
    for i in 0..<digits.count where Bytes.isDigit(digits[i]) && number < 10_000 {
      number = number * 10 + Int(digits[i] - 0x30)
    }
    guard (1900..<2200).contains(number) else {
      check.unread(.fiscalYear)
      return
    }
    record.fiscalYear = UInt16(number)
  }
}
