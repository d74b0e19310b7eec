internal import Domain

/// Repairs faulty rows, where that is wanted.
struct RowRepair {
  private let splitter: RowSplitter
  private let width: Int?
  private var texts = RowTexts()

  /// Repairs for a file that is written in a way.
  init(_ layout: CSVLayout) {
    (splitter, width) = (RowSplitter(layout.dialect), layout.width)
  }

  /// Gives the row of a fault as repaired; a blank line and a row too long give none.
  ///
  /// Cells that are missing count as empty, empty ones too many are cut; wrong quotes are taken as
  /// text, bad bytes as Windows-1252, NULs left out. The texts go behind the buffer's own.
  mutating func repair(_ fault: CSVFault, _ batch: inout RecordBatch) {
    guard fault.reason != .tooLong, fault.reason != .blankLine else { return }
    splitter.literalCells(batch.bytes.span, fault.start..<fault.end, into: &texts)
    if let width {
      texts.dropEmpty(to: width)
      batch.width = width
    }
    let first = batch.fields.count
    for cell in texts.ends.indices {
      let start = batch.bytes.count
      append(texts.bytes.span.extracting(texts.range(cell)), to: &batch.bytes)
      batch.fields.append(FieldRange(start: UInt32(start), end: UInt32(batch.bytes.count)))
    }
    batch.rows.append(
      RecordBatch.Row(
        first: UInt32(first), count: UInt32(texts.ends.count), line: fault.line,
        byte: UInt32(fault.start)))
  }

  private func append(_ cell: Span<UInt8>, to bytes: inout ContiguousArray<UInt8>) {
    let start = bytes.count
    cell.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    var isPlain = true
    for i in 0..<cell.count where cell[i] &- 1 >= 0x7f { isPlain = false }
    if isPlain { return }
    bytes.removeLast(cell.count)
    for i in 0..<cell.count where cell[i] != 0 { bytes.append(cell[i]) }
    if (try? UTF8Span(validating: bytes.span.extracting(start..<bytes.count))) != nil { return }
    bytes.removeLast(bytes.count - start)
    for i in 0..<cell.count where cell[i] != 0 { Windows1252.append(cell[i], to: &bytes) }
  }
}
