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
    var record = RosterRecord()
    record.location = check.location(row)
    record.kpj = check.kpj(batch, row, check.settings.cell(.kpj))
    record.nik = check.nik(batch, row, check.settings.cell(.nik), kpj: record.kpj)
    let name = batch.trimmed(row, check.settings.cell(.name))
    if name.isEmpty {
      let isNobody = !record.nik.isPresent && !record.kpj.isPresent
      check.fail(.name, check.settings.cell(.name), isNobody ? .nobody : .missingValue)
    }
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.participantID = participantID(batch, row, record.nik, &records.texts)
    record.birthDate = check.date(batch, row, check.settings.cell(.birthDate), .birthDate)
    record.from = check.date(batch, row, check.settings.cell(.from), .from)
    record.until = check.date(batch, row, check.settings.cell(.until), .until)
    let last = records.roster.last
    record.village = check.symbol(
      batch, row, check.settings.cell(.village), &records.villages, guess: last?.village ?? 0)
    record.job = check.symbol(
      batch, row, check.settings.cell(.job), &records.jobs, guess: last?.job ?? 0)
    let fund = check.symbol(
      batch, row, check.settings.cell(.fund), &records.funds, guess: last?.fund ?? 0)
    record.fund = fund == 0 ? check.settings.fund : fund
    let note = batch.bytes.span.extracting(batch.range(row, check.settings.cell(.note)))
    record.saysDead =
      DeathWords.standIn(name: batch.bytes.span.extracting(name))
      || DeathWords.endOfWord(in: note) != nil
    record.familyCard = NIK(
      parsing: batch.bytes.span.extracting(batch.range(row, check.settings.cell(.familyCard))))
    record.getsAid = Self.namesAid(
      batch.bytes.span.extracting(batch.range(row, check.settings.cell(.aid))))
    let order = check.settings.statedDates ?? .dayFirst
    record.diedOn = DateCell(DeathWords.date(in: note, order: order))
    records.roster.append(record)
    check.tally.accepted.add(amount)
  }

  /// The record's own id; one that repeats its NIK is none, since ids stand in clear in outputs.
  private func participantID(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ nik: NIK, _ texts: inout TextArena
  ) -> Text {
    let cell = check.settings.cell(.participantID)
    let id = NIK(parsing: batch.bytes.span.extracting(batch.range(row, cell)))
    return id.isNumber && id == nik ? .absent : check.text(batch, row, cell, &texts)
  }

  /// Whether a text names the aid that excludes from the programme; "bukan" and "tidak" deny it.
  private static func namesAid(_ text: Span<UInt8>) -> Bool {
    let isNamed = Bytes.contains(text, word: "PKH") || Bytes.contains(text, word: "BPNT")
    return isNamed && !Bytes.contains(text, word: "bukan") && !Bytes.contains(text, word: "tidak")
  }
}
