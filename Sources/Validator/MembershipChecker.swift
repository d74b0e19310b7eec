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
    var record = MembershipRecord()
    record.location = check.location(row)
    requireKPJ(batch, row, &record)
    record.nik = check.nik(batch, row, check.settings.cell(.nik), kpj: record.kpj)
    let name = check.requiredText(batch, row, .name)
    let from = check.requiredDate(batch, row, check.settings.cell(.from), .from)
    record.from = DateCell(from.isPresent ? from : nil)
    if check.failure != nil {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.birthDate = check.date(batch, row, check.settings.cell(.birthDate), .birthDate)
    record.until = check.date(batch, row, check.settings.cell(.until), .until)
    record.removedOn = check.date(batch, row, check.settings.cell(.removedOn), .removedOn)
    let last = records.memberships.last
    record.job = check.symbol(
      batch, row, check.settings.cell(.job), &records.jobs, guess: last?.job ?? 0)
    record.village = check.symbol(
      batch, row, check.settings.cell(.village), &records.villages, guess: last?.village ?? 0)
    record.wadah = wadah(batch, row, &records.wadahs, guess: last?.wadah ?? 0)
    let cause = batch.trimmed(row, check.settings.cell(.removalCause))
    record.saysDead = Bytes.contains(batch.bytes.span.extracting(cause), word: "MENINGGAL")
    record.removedAlive = !cause.isEmpty && !record.saysDead
    readStatus(batch, row, &record)
    record.nameSaysDead = DeathWords.standIn(name: batch.bytes.span.extracting(name))
    records.memberships.append(record)
    check.tally.accepted.add(amount)
  }

  /// A wadah's code: the first word, in capitals.
  ///
  /// It changes nothing; but a call that cannot would copy the checker for each row.
  private mutating func wadah(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ wadahs: inout SymbolTable,
    guess: SymbolTable.Symbol
  ) -> SymbolTable.Symbol {
    let range = batch.trimmed(row, check.settings.cell(.wadah))
    let text = batch.bytes.span.extracting(range)
    var (end, isUpper) = (0, true)
    while end < text.count, Bytes.isLetter(text[end]) || Bytes.isDigit(text[end]) {
      isUpper = isUpper && text[end] == Bytes.upper(text[end])
      end += 1
    }
    if isUpper { return wadahs.intern(text.extracting(0..<end), guess: guess) }
    var code: ContiguousArray<UInt8> = []
    for i in 0..<end { code.append(Bytes.upper(text[i])) }
    return wadahs.intern(code.span, guess: guess)
  }

  private mutating func readStatus(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout MembershipRecord
  ) {
    let status = batch.bytes.span.extracting(batch.trimmed(row, check.settings.cell(.status)))
    for word in ["NON", "TIDAK", "KELUAR", "BERAKHIR"] as [StaticString]
    where Bytes.contains(status, word: word) {
      record.isInactive = true
    }
    let segment = batch.bytes.span.extracting(batch.trimmed(row, check.settings.cell(.segment)))
    if Bytes.equal(segment, word: "PU") || Bytes.equal(segment, word: "PPU") {
      record.segment = .formal
    } else if !segment.isEmpty {
      record.segment = .other
    }
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
