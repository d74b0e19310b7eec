internal import Domain

/// What payment rows say of themselves, kept where they cannot be read again by their place.
///
/// Rows of text files are not kept; those of XML and workbooks are: id, NIK and line each.
struct KeptRows: Sendable {
  private var ids: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int> = []
  private var niks: ContiguousArray<UInt64> = []
  private var lines: ContiguousArray<UInt32> = []
  private var parts: ContiguousArray<UInt16> = []
  private var numbers: PartNumbers

  /// None; `firstSheet` has no number, else the first sheet that is read.
  init(firstSheet: Int?) { numbers = PartNumbers(firstSheet: firstSheet) }

  /// How many rows there are.
  var count: Int { ends.count }

  /// Keeps a batch's rows.
  mutating func add(_ batch: borrowing RecordBatch, _ columns: ColumnMap) {
    numbers.see(batch)
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      ids.append(contentsOf: batch.bytes[batch.trimmed(row, columns.cell(.paymentID))])
      ends.append(ids.count)
      let nik = batch.range(row, columns.cell(.nik))
      niks.append(NIK(parsing: batch.bytes.span.extracting(nik)).raw)
      lines.append(row.line)
      parts.append(numbers.number(of: row))
    }
  }

  /// A row's line.
  func line(_ place: Int) -> UInt32 { lines[place] }

  /// Gives a row as it was kept.
  func read(_ place: Int, _ file: FileID, into row: inout PaymentEvidence.Row) {
    row.id.removeAll(keepingCapacity: true)
    row.id.append(contentsOf: ids[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
    row.nik = NIK(raw: niks[place])
    row.location = SourceLocation(file: file, part: parts[place], line: lines[place])
  }
}
