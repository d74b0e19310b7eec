internal import Domain

/// Checks the rows of a city's list and keeps the good ones.
struct RosterChecker: RowChecker {
  static let hasAmount = false

  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .roster) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    var record = RosterRecord()
    record.location = check.location(row)
    record.kpj = check.kpj(batch, row, settings.cell(.kpj))
    record.nik = check.nik(batch, row, settings.cell(.nik), kpj: record.kpj)
    let name = batch.trimmed(row, settings.cell(.name))
    if name.isEmpty {
      let isNobody = !record.nik.isPresent && !record.kpj.isPresent
      check.fail(.name, settings.cell(.name), isNobody ? .nobody : .missingValue)
    }
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.participantID = check.text(
      batch, row, settings.cell(.participantID), &records.texts)
    record.birthDate = check.date(batch, row, settings.cell(.birthDate), .birthDate)
    record.from = check.date(batch, row, settings.cell(.from), .from)
    record.until = check.date(batch, row, settings.cell(.until), .until)
    let last = records.roster.last
    record.village = check.symbol(
      batch, row, settings.cell(.village), &records.villages, guess: last?.village ?? 0)
    record.job = check.symbol(
      batch, row, settings.cell(.job), &records.jobs, guess: last?.job ?? 0)
    let fund = check.symbol(
      batch, row, settings.cell(.fund), &records.funds, guess: last?.fund ?? 0)
    record.fund = fund == 0 ? settings.fund : fund
    let note = batch.bytes.span.extracting(batch.range(row, settings.cell(.note)))
    record.saysDead =
      DeathWords.standIn(name: batch.bytes.span.extracting(name))
      || DeathWords.endOfWord(in: note) != nil
    record.diedOn = DateCell(DeathWords.date(in: note, order: settings.statedDates ?? .dayFirst))
    records.roster.append(record)
    check.tally.accepted.add(amount)
  }
}
