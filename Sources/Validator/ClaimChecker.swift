internal import Domain

/// Checks the rows of BPJamsostek's claims and keeps the good ones.
///
/// Cancelled rows are kept too, as evidence of their claim, and counted as skipped.
struct ClaimChecker: RowChecker {
  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .claims) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    var record = ClaimRecord()
    record.location = check.location(row)
    record.amount = amount
    let number = check.requiredText(batch, row, .claimNumber)
    requireProgramme(batch, row, &record)
    let incident = check.requiredDate(batch, row, check.settings.cell(.incidentOn), .incidentOn)
    identify(batch, row, &record)
    let name = batch.trimmed(row, check.settings.cell(.name))
    if name.isEmpty, !record.nik.isPresent, !record.kpj.isPresent {
      check.fail(.name, check.settings.cell(.name), .nobody)
    }
    guard check.failure == nil else {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.incidentOn = incident
    record.number = records.texts.add(batch.bytes.span.extracting(number))
    record.name = records.texts.add(batch.bytes.span.extracting(name))
    record.saysDead = DeathWords.standIn(name: batch.bytes.span.extracting(name))
    readRest(batch, row, &record, &records)
    records.claims.append(record)
    if record.cancelled {
      check.tally.skipped.add(amount)
    } else {
      check.tally.accepted.add(amount)
    }
  }

  private mutating func requireProgramme(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout ClaimRecord
  ) {
    let cell = check.settings.cell(.programme)
    let range = batch.trimmed(row, cell)
    let programme = Programme(parsing: batch.bytes.span.extracting(range))
    if programme == nil {
      check.fail(.programme, cell, range.isEmpty ? .missingValue : .unreadableValue)
    }
    record.programme = programme ?? .none
  }

  private mutating func identify(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout ClaimRecord
  ) {
    record.kpj = check.kpj(batch, row, check.settings.cell(.kpj))
    record.nik = check.nik(batch, row, check.settings.cell(.nik), kpj: record.kpj)
  }

  private func readComponent(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout ClaimRecord,
    _ records: inout RunRecords
  ) {
    let range = batch.trimmed(row, check.settings.cell(.component))
    let text = batch.bytes.span.extracting(range)
    record.component =
      record.programme == .scholarship ? .scholarship : BenefitComponent(parsing: text)
    if record.component == .other { record.componentText = records.texts.add(text) }
  }

  private mutating func readRest(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ record: inout ClaimRecord,
    _ records: inout RunRecords
  ) {
    record.birthDate = check.date(batch, row, check.settings.cell(.birthDate), .birthDate)
    record.village = check.symbol(
      batch, row, check.settings.cell(.village), &records.villages,
      guess: records.claims.last?.village ?? 0)
    record.diedOn = check.date(batch, row, check.settings.cell(.diedOn), .diedOn)
    record.filedOn = check.date(batch, row, check.settings.cell(.filedOn), .filedOn)
    record.paidOn = check.date(batch, row, check.settings.cell(.paidOn), .paidOn)
    record.completeOn = check.date(batch, row, check.settings.cell(.completeOn), .completeOn)
    record.reportedOn = check.date(batch, row, check.settings.cell(.reportedOn), .reportedOn)
    _ = check.told(batch, row, check.settings.cell(.decidedOn), .decidedOn)
    readComponent(batch, row, &record, &records)
    let cancelled = batch.trimmed(row, check.settings.cell(.cancelled))
    record.cancelled =
      Bytes.equal(batch.bytes.span.extracting(cancelled), word: "Y")
      || Bytes.equal(batch.bytes.span.extracting(cancelled), word: "YA")
    let payee = batch.trimmed(row, check.settings.cell(.payee))
    record.payee = records.texts.add(batch.bytes.span.extracting(payee))
    let cause = batch.trimmed(row, check.settings.cell(.cause))
    record.withoutHeirs =
      Bytes.contains(batch.bytes.span.extracting(payee), word: "tanpa ahli waris")
      || Bytes.contains(batch.bytes.span.extracting(cause), word: "tanpa ahli waris")
  }
}

extension BenefitComponent {
  /// Reads `komponen`; case, underscores and spaces do not count (contract: section 6).
  init(parsing text: Span<UInt8>) {
    let known: [(StaticString, BenefitComponent)] = [
      ("santunan", .lumpSum), ("santunansekaligus", .lumpSum), ("santunankematian", .lumpSum),
      ("santunanberkala", .periodic), ("berkala", .periodic), ("biayapemakaman", .funeral),
      ("pemakaman", .funeral), ("beasiswa", .scholarship), ("biayapengobatan", .treatment),
      ("pengobatan", .treatment), ("perawatan", .treatment), ("transport", .transport),
      ("stmb", .temporaryDisability), ("cacat", .disability),
      ("pengembalianiuran", .premiumRefund), ("kompensasi", .compensation),
    ]
    if text.isEmpty {
      self = .whole
      return
    }
    self = .other
    for (word, component) in known where BenefitComponent.isSame(text, word) { self = component }
  }

  private static func isSame(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      var next = 0
      for i in 0..<text.count where text[i] != 0x5f && text[i] != 0x20 {
        guard next < letters.count, Bytes.lower(text[i]) == letters[next] else { return false }
        next += 1
      }
      return next == letters.count
    }
  }
}
