internal import Domain

extension RecordBatch {
  /// Where a cell's text stands; empty where the row or the file has no such cell.
  @inline(__always)
  func range(_ row: Row, _ cell: Int) -> Range<Int> {
    let field = field(row, cell)
    return Int(field.start)..<Int(field.end)
  }

  /// What a cell is; text in every text file.
  @inline(__always)
  func kind(_ row: Row, _ cell: Int) -> CellKind {
    guard !kinds.isEmpty, cell >= 0, cell < Int(row.count) else { return .text }
    return kinds[Int(row.first) + cell]
  }

  /// Where a cell's text stands without white space around it.
  func trimmed(_ row: Row, _ cell: Int) -> Range<Int> {
    let range = range(row, cell)
    let inner = Bytes.trimmed(bytes.span.extracting(range))
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }
}

extension TextArena {
  /// Keeps a value's shape: letters as `a`, digits as `9`, the rest as it is.
  mutating func add(shapeOf text: Span<UInt8>) -> Text {
    var shape: ContiguousArray<UInt8> = []
    for i in 0..<min(text.count, Limits.shape) {
      let byte = text[i]
      shape.append(
        Bytes.isDigit(byte) ? 0x39 : Bytes.isLetter(byte) || byte >= 0x80 ? 0x61 : byte)
    }
    return add(shape.span)
  }
}
