internal import Domain
internal import Reader

/// Notes how a file's payment rows are had again, while they are read.
struct PaymentRows {
  private let columns: ColumnMap
  private let separator: UInt8
  private let quote: UInt8
  private let isText: Bool
  private var places = RowPlaces()
  private var kept: KeptRows

  /// Notes for a file of some length, as its reader found it.
  init(_ reader: any RecordReader, length: Int, firstSheet: Int?) {
    kept = KeptRows(firstSheet: firstSheet)
    let detected = reader.detected
    columns = reader.columns
    (separator, quote) = (detected.separator ?? 0x2c, detected.quote ?? 0x22)
    isText = detected.format == .csv && detected.encoding == "utf-8"
    if isText { places.reserve(length / 100) }
  }

  /// Notes a batch's rows.
  mutating func add(_ batch: borrowing RecordBatch) {
    guard isText else { return kept.add(batch, columns) }
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      places.add(byte: batch.fileOffset + Int(row.byte), line: row.line)
    }
  }

  /// The rows noted.
  var all: PaymentEvidence.Rows {
    isText ? .inFile(places, separator: separator, quote: quote) : .kept(kept)
  }
}
