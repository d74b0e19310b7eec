internal import Domain

/// What the last cell of a column meant: in a payment list most cells repeat the one above.
///
/// Comparing a cell with the one above costs less than reading it. The one above is found in the
/// batch's own bytes, so nothing is kept beyond a batch.
struct RepeatedCell<Value: Sendable>: Sendable {
  private var cell = FieldRange(start: 0, end: 0)
  private var value: Value

  /// No cell yet; `value` is never given.
  init(_ value: Value) { self.value = value }

  /// What the cell means, where it has the bytes of the last one; an empty cell never does.
  @inline(__always)
  func value(of field: FieldRange, in bytes: Span<UInt8>) -> Value? {
    guard cell.start < cell.end else { return nil }
    let last = bytes.extracting(Int(cell.start)..<Int(cell.end))
    let text = bytes.extracting(Int(field.start)..<Int(field.end))
    return Bytes.equal(last, text) ? value : nil
  }

  /// Remembers what a cell means.
  @inline(__always)
  mutating func note(_ field: FieldRange, _ value: Value) { (cell, self.value) = (field, value) }

  /// Forgets the cell, as its batch goes.
  mutating func forget() { cell = FieldRange(start: 0, end: 0) }
}
