internal import Domain

/// Checks the rows of a city's list and keeps the good ones.
struct RosterChecker: RowChecker {
  static let hasAmount = false

  private struct Cells {
    let nik, kpj, name, participantID, birthDate, from, until, village, job, fund, note: Int
  }

  var check: RowCheck
  private let cells: Cells

  init(_ settings: InputSettings) {
    check = RowCheck(settings)
    cells = Cells(
      nik: settings.cell(.nik), kpj: settings.cell(.kpj), name: settings.cell(.name),
      participantID: settings.cell(.participantID), birthDate: settings.cell(.birthDate),
      from: settings.cell(.from), until: settings.cell(.until), village: settings.cell(.village),
      job: settings.cell(.job), fund: settings.cell(.fund), note: settings.cell(.note))
  }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    var record = RosterRecord()
    record.location = SourceLocation(file: settings.file, line: row.line)
    record.nik = NIK(parsing: batch.bytes.span.extracting(batch.range(row, cells.nik)))
    record.kpj = check.kpj(batch, row, cells.kpj)
    let name = batch.trimmed(row, cells.name)
    if name.isEmpty {
      let isNobody = !record.nik.isPresent && !record.kpj.isPresent
      check.fail(.name, cells.name, isNobody ? .nobody : .missingValue)
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.participantID = check.text(
      batch, row, cells.participantID, &records.texts)
    record.birthDate = check.date(batch, row, cells.birthDate, .birthDate)
    record.from = check.date(batch, row, cells.from, .from)
    record.until = check.date(batch, row, cells.until, .until)
    let last = records.roster.last
    record.village = check.symbol(
      batch, row, cells.village, &records.villages, guess: last?.village ?? 0)
    record.job = check.symbol(
      batch, row, cells.job, &records.jobs, guess: last?.job ?? 0)
    let fund = check.symbol(
      batch, row, cells.fund, &records.funds, guess: last?.fund ?? 0)
    record.fund = fund == 0 ? settings.fund : fund
    let note = batch.bytes.span.extracting(batch.range(row, cells.note))
    record.saysDead =
      DeathWords.standIn(name: batch.bytes.span.extracting(name))
      || DeathWords.endOfWord(in: note) != nil
    record.diedOn = DateCell(DeathWords.date(in: note, order: settings.dates))
    records.roster.append(record)
    check.tally.accepted.add(amount)
  }
}
