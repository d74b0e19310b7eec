internal import Domain

/// Checks the rows of what the civil registry says of people and keeps the good ones.
struct RegistryChecker: RowChecker {
  static let hasAmount = false

  var check: RowCheck

  init(_ settings: InputSettings) { check = RowCheck(settings, .registry) }

  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords
  ) {
    let settings = check.settings
    var record = RegistryRecord()
    record.location = check.location(row)
    record.nik = check.nik(batch, row, settings.cell(.nik), kpj: .absent)
    if !record.nik.isNumber {
      check.fail(
        .nik, settings.cell(.nik), record.nik.isPresent ? .unreadableValue : .missingValue)
    }
    let range = batch.trimmed(row, settings.cell(.status))
    let status = Self.status(batch.bytes.span.extracting(range))
    if status == nil {
      check.fail(
        .status, settings.cell(.status), range.isEmpty ? .missingValue : .unreadableValue)
    }
    guard let status, check.failure == nil else {
      check.reject(batch, row, amount: amount, &records)
      return
    }
    record.status = status
    record.diedOn = check.date(batch, row, settings.cell(.diedOn), .diedOn)
    records.registry.append(record)
    check.tally.accepted.add(amount)
  }

  private static func status(_ text: Span<UInt8>) -> RegistryRecord.Status? {
    if Bytes.equal(text, word: "HIDUP") { return .alive }
    if Bytes.equal(text, word: "MENINGGAL") || Bytes.equal(text, word: "MENINGGAL DUNIA") {
      return .dead
    }
    let isNotFound =
      Bytes.equal(text, word: "TIDAK DITEMUKAN") || Bytes.equal(text, word: "TIDAK_DITEMUKAN")
    return isNotFound ? .notFound : nil
  }
}
