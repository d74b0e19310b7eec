internal import Domain

/// Watches whether ids ascend from row to row: then all are different and none is remembered.
struct IDOrder {
  /// Whether every id came after the one before.
  private(set) var isAscending = true
  /// Whether every row so far had an id.
  private(set) var isComplete = true
  private var last: ContiguousArray<UInt8> = []

  /// Sees the ids of a batch's rows.
  mutating func see(_ batch: borrowing RecordBatch, _ cell: Int) {
    guard isAscending else { return }
    let seen = follow(batch, cell)
    isAscending = seen.ascends
    isComplete = isComplete && seen.isComplete
    guard seen.last.start < seen.last.end else { return }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: batch.bytes[Int(seen.last.start)..<Int(seen.last.end)])
  }

  /// Follows the ids of a batch from the last one before it; an empty one says nothing.
  private func follow(
    _ batch: borrowing RecordBatch, _ cell: Int
  ) -> (ascends: Bool, isComplete: Bool, last: FieldRange) {
    var previous = last.span
    var (isComplete, end) = (true, FieldRange(start: 0, end: 0))
    for i in 0..<batch.rows.count {
      let field = batch.field(batch.rows[i], cell)
      guard field.start < field.end else {
        isComplete = false
        continue
      }
      let id = batch.bytes.span.extracting(Int(field.start)..<Int(field.end))
      guard Bytes.precedes(previous, id) else { return (false, isComplete, end) }
      (previous, end) = (id, field)
    }
    return (true, isComplete, end)
  }
}
