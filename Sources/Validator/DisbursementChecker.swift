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
    let number = batch.trimmed(row, settings.cell(.sp2d))
    if number.isEmpty { check.fail(.sp2d, settings.cell(.sp2d), .missingValue) }
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
    records.disbursements.append(record)
    check.tally.accepted.add(amount)
  }
}
