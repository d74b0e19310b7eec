internal import Domain

/// Checks the rows of BPJamsostek's list of members and keeps the good ones.
struct MembershipChecker: RowChecker {
  static let hasAmount = false

  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .memberships) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    var record = MembershipRecord()
    record.location = check.location(row)
    requireKPJ(batch, row, &record)
    record.nik = check.nik(batch, row, settings.cell(.nik), kpj: record.kpj)
    let name = batch.trimmed(row, settings.cell(.name))
    if name.isEmpty { check.fail(.name, settings.cell(.name), .missingValue) }
    let from = check.requiredDate(batch, row, settings.cell(.from), .from)
    record.from = DateCell(from.isPresent ? from : nil)
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.birthDate = check.date(batch, row, settings.cell(.birthDate), .birthDate)
    record.until = check.date(batch, row, settings.cell(.until), .until)
    record.removedOn = check.date(batch, row, settings.cell(.removedOn), .removedOn)
    let last = records.memberships.last
    record.job = check.symbol(
      batch, row, settings.cell(.job), &records.jobs, guess: last?.job ?? 0)
    record.village = check.symbol(
      batch, row, settings.cell(.village), &records.villages, guess: last?.village ?? 0)
    record.wadah = check.symbol(
      batch, row, settings.cell(.wadah), &records.wadahs, guess: last?.wadah ?? 0)
    let cause = batch.trimmed(row, settings.cell(.removalCause))
    record.saysDead = Bytes.equal(batch.bytes.span.extracting(cause), word: "MENINGGAL")
    record.nameSaysDead = DeathWords.standIn(name: batch.bytes.span.extracting(name))
    records.memberships.append(record)
    check.tally.accepted.add(amount)
  }

  private mutating func requireKPJ(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout MembershipRecord
  ) {
    let cell = check.settings.cell(.kpj)
    let range = batch.range(row, cell)
    let kpj = KPJ(parsing: batch.bytes.span.extracting(range))
    record.kpj = kpj ?? .absent
    if !record.kpj.isPresent {
      check.fail(.kpj, cell, kpj == nil ? .unreadableValue : .missingValue)
    }
  }
}
