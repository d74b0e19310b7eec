internal import Domain

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
