internal import Domain

/// Checks the rows of BPJamsostek's list of members and keeps the good ones.
struct MembershipChecker: RowChecker {
  static let hasAmount = false

  private struct Cells {
    let nik, name, from, birthDate, until, removedOn, job, village, wadah, removalCause, kpj: Int
  }

  var check: RowCheck
  private let cells: Cells

  init(_ settings: InputSettings) {
    check = RowCheck(settings)
    cells = Cells(
      nik: settings.cell(.nik), name: settings.cell(.name), from: settings.cell(.from),
      birthDate: settings.cell(.birthDate), until: settings.cell(.until),
      removedOn: settings.cell(.removedOn), job: settings.cell(.job),
      village: settings.cell(.village), wadah: settings.cell(.wadah),
      removalCause: settings.cell(.removalCause), kpj: settings.cell(.kpj))
  }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    var record = MembershipRecord()
    record.location = SourceLocation(file: settings.file, line: row.line)
    record.nik = NIK(parsing: batch.bytes.span.extracting(batch.range(row, cells.nik)))
    requireKPJ(batch, row, &record)
    let name = batch.trimmed(row, cells.name)
    if name.isEmpty { check.fail(.name, cells.name, .missingValue) }
    record.from = DateCell(check.requiredDate(batch, row, cells.from, .from))
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.birthDate = check.date(batch, row, cells.birthDate, .birthDate)
    record.until = check.date(batch, row, cells.until, .until)
    record.removedOn = check.date(batch, row, cells.removedOn, .removedOn)
    let last = records.memberships.last
    record.job = check.symbol(
      batch, row, cells.job, &records.jobs, guess: last?.job ?? 0)
    record.village = check.symbol(
      batch, row, cells.village, &records.villages, guess: last?.village ?? 0)
    record.wadah = check.symbol(
      batch, row, cells.wadah, &records.wadahs, guess: last?.wadah ?? 0)
    let cause = batch.trimmed(row, cells.removalCause)
    record.saysDead = Bytes.equal(batch.bytes.span.extracting(cause), word: "MENINGGAL")
    record.nameSaysDead = DeathWords.standIn(name: batch.bytes.span.extracting(name))
    records.memberships.append(record)
    check.tally.accepted.add(amount)
  }

  private mutating func requireKPJ(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout MembershipRecord
  ) {
    let cell = cells.kpj
    let range = batch.range(row, cell)
    let kpj = KPJ(parsing: batch.bytes.span.extracting(range))
    record.kpj = kpj ?? .absent
    if !record.kpj.isPresent {
      check.fail(.kpj, cell, kpj == nil ? .unreadableValue : .missingValue)
    }
  }
}
