internal import Domain

/// Watches whether ids ascend from row to row: then all are different and none is remembered.
struct IDOrder {
  /// Whether every id came after the one before.
  private(set) var isAscending = true
  private var last: ContiguousArray<UInt8> = []

  /// Sees the id of a row; an empty one says nothing.
  mutating func see(_ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int) {
    guard isAscending, cell < Int(row.count) else { return }
    let field = batch.fields[Int(row.first) + cell]
    let (start, end) = (Int(field.start), Int(field.end))
    guard start < end else { return }
    isAscending = follows(batch, start, end)
    last.removeAll(keepingCapacity: true)
    for i in start..<end { last.append(batch.bytes[i]) }
  }

  private func follows(_ batch: borrowing RecordBatch, _ start: Int, _ end: Int) -> Bool {
    for i in 0..<min(last.count, end - start) where last[i] != batch.bytes[start + i] {
      return last[i] < batch.bytes[start + i]
    }
    return last.count < end - start
  }
}
