internal import Domain

/// Checks the rows of what BPJamsostek received and keeps the good ones.
struct ReceiptChecker: RowChecker {
  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .receipts) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    let code = check.requiredText(batch, row, .billingCode)
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    var record = ReceiptRecord()
    record.location = check.location(row)
    record.amount = amount
    record.billingCode = records.billingCodes.intern(batch.bytes.span.extracting(code))
    record.month = check.month(batch, row, settings.cell(.month))
    let fund = check.symbol(batch, row, settings.cell(.fund), &records.funds)
    record.fund = fund == 0 ? settings.fund : fund
    record.postedOn = check.date(batch, row, settings.cell(.postedOn), .postedOn)
    records.receipts.append(record)
    check.tally.accepted.add(amount)
  }
}
