internal import Domain

/// The texts of one column in one stretch of bytes; an empty one is absent.
public struct TextColumn: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int> = []

  /// A column without rows.
  public init() {}

  /// How many rows there are.
  public var count: Int { ends.count }

  /// Takes all rows away and keeps their room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Puts a text behind the last one, without the white space around it.
  public mutating func append(_ text: Span<UInt8>) {
    for i in Bytes.trimmed(text) { bytes.append(text[i]) }
    ends.append(bytes.count)
  }

  /// Puts a text behind the last one as it stands.
  mutating func append(untrimmed text: Span<UInt8>) {
    for i in 0..<text.count { bytes.append(text[i]) }
    ends.append(bytes.count)
  }

  /// Puts a text behind the last one.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0.span) }
  }

  /// Puts a NIK or nothing behind the last text.
  mutating func append(digits number: UInt64) {
    var unit: UInt64 = 1
    while number / unit >= 10 { unit *= 10 }
    while number > 0, unit > 0 {
      bytes.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
    ends.append(bytes.count)
  }

  /// Puts a membership number behind the last text.
  mutating func append(_ kpj: KPJ) {
    if kpj.isPresent { kpj.write(to: &bytes) }
    ends.append(bytes.count)
  }

  /// Puts a date or nothing behind the last text, as `YYYY-MM-DD`.
  mutating func append(_ cell: DateCell) {
    if let (year, month, day) = cell.value?.parts {
      for (number, width) in [(year, 4), (month, 2), (day, 2)] {
        if width == 2 { bytes.append(0x2d) }
        for place in (0..<width).reversed() {
          let unit = place == 3 ? 1000 : place == 2 ? 100 : place == 1 ? 10 : 1
          bytes.append(0x30 + UInt8(number / unit % 10))
        }
      }
    }
    ends.append(bytes.count)
  }

  /// Joins a further text to the last one, with a space between them.
  public mutating func join(_ text: Span<UInt8>) {
    let range = Bytes.trimmed(text)
    guard let last = ends.popLast(), !range.isEmpty else { return append(text) }
    if last > (ends.last ?? 0) { bytes.append(0x20) }
    for i in range { bytes.append(text[i]) }
    ends.append(bytes.count)
  }

  /// Lends a row's text.
  @inline(__always)
  func with<T>(_ row: Int, _ body: (Span<UInt8>) -> T) -> T {
    body(bytes.span.extracting(range(row)))
  }

  /// A row's text.
  public func string(_ row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

  private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  /// Whether a row's text comes before another's in byte order; nil where both are equal.
  func precedes(_ row: Int, _ other: Int) -> Bool? {
    let (a, b) = (bytes.span.extracting(range(row)), bytes.span.extracting(range(other)))
    if Bytes.precedes(a, b) { return true }
    return Bytes.precedes(b, a) ? false : nil
  }

  /// The column with its rows in another order.
  func ordered(_ order: ContiguousArray<Int>) -> TextColumn {
    var column = TextColumn()
    column.bytes.reserveCapacity(bytes.count)
    column.ends.reserveCapacity(ends.count)
    for row in order {
      column.bytes.append(contentsOf: bytes[range(row)])
      column.ends.append(column.bytes.count)
    }
    return column
  }
}
