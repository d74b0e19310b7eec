internal import Domain

/// Watches whether ids ascend from row to row: then all are different and none is remembered.
struct IDOrder {
  /// Whether every id came after the one before.
  private(set) var isAscending = true
  private var last: ContiguousArray<UInt8> = []

  /// Sees the ids of a batch's rows; an empty one says nothing.
  mutating func see(_ batch: borrowing RecordBatch, _ cell: Int) {
    guard isAscending else { return }
    var previous = last.span
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      guard cell < Int(row.count) else { continue }
      let field = batch.fields[Int(row.first) + cell]
      guard field.start < field.end else { continue }
      let id = batch.bytes.span.extracting(Int(field.start)..<Int(field.end))
      guard Bytes.precedes(previous, id) else {
        isAscending = false
        return
      }
      previous = id
    }
    last = previous.withUnsafeBufferPointer { ContiguousArray($0) }
  }
}
