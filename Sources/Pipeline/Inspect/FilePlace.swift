internal import Domain
internal import Reader

/// Where a file is at fault as a whole: its start, where no other place is known.
struct FilePlace {
  /// The physical line, from 1.
  private(set) var line = 1
  /// The place in the line, from 1; zero where the whole line is meant.
  private(set) var column = 0
  /// The byte, from 0.
  private(set) var byte = 0

  /// The start of the file.
  init() {}

  /// Where a reader stopped; a document's lines are counted again for the byte.
  ///
  /// What stands inside an archive has no place in the file itself.
  init(of error: ReadError, in source: any ByteSource) throws {
    var bytes = SourceBytes(source)
    let (first, second) = (try bytes.next(), try bytes.next())
    guard error.line > 0, first != 0x50 || second != 0x4b else { return }
    (line, column) = (error.line, error.column)
    // In UTF-16 each character of a line has another byte beside it, before or behind.
    let isWide = [0xfe, 0xff].contains(first) && [0xfe, 0xff].contains(second)
    let isWideNow = isWide || first == 0 || second == 0
    bytes = SourceBytes(source)
    let start = try Self.start(of: line, &bytes, width: isWideNow ? 2 : 1)
    let reach = try Self.reach(&bytes, atMost: max(column - 1, 0) * (isWideNow ? 2 : 1))
    byte = start + reach
  }

  /// The first byte of a line.
  private static func start(
    of line: Int, _ bytes: inout SourceBytes, width: Int
  ) throws -> Int {
    var (place, current) = (0, 1)
    while current < line, let byte = try bytes.next() {
      place += 1
      guard byte == 0x0a else { continue }
      current += 1
      if width == 2, place % 2 == 1 {
        place += try bytes.next() == nil ? 0 : 1
      }
    }
    return place
  }

  /// How many bytes of a line there are, up to a number.
  private static func reach(_ bytes: inout SourceBytes, atMost most: Int) throws -> Int {
    var count = 0
    while count < most, let byte = try bytes.next(), byte != 0x0a { count += 1 }
    return count
  }
}

/// The bytes of a file, one after the other.
private struct SourceBytes {
  private let source: any ByteSource
  private var buffer = ContiguousArray<UInt8>(repeating: 0, count: 64 << 10)
  private var (place, count, offset) = (0, 0, 0)

  init(_ source: any ByteSource) { self.source = source }

  /// The next byte; nil at the end.
  mutating func next() throws -> UInt8? {
    if place == count {
      offset += count
      count = try buffer.withUnsafeMutableBytes { try source.read(into: $0, at: offset) }
      place = 0
      guard count > 0 else { return nil }
    }
    place += 1
    return buffer[place - 1]
  }
}
