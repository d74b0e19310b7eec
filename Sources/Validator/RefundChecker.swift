internal import Domain

/// Checks the rows of the refunds that were agreed and keeps the good ones.
struct RefundChecker: RowChecker {
  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .refunds) }

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
    var record = RefundRecord()
    record.location = check.location(row)
    record.sp2d = records.sp2ds.intern(batch.bytes.span.extracting(number))
    record.agreed = amount
    record.agreedOn = check.date(batch, row, settings.cell(.agreedOn), .agreedOn)
    record.received = check.optionalAmount(batch, row, .receivedAmount) ?? 0
    record.receivedOn = check.date(batch, row, settings.cell(.receivedOn), .receivedOn)
    records.refunds.append(record)
    check.tally.accepted.add(amount)
  }
}
