/// The bytes of a ZIP archive whose entries are stored as they are.
public struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// An archive of entries, names and texts.
  public init(_ entries: [(name: String, text: String)]) {
    for entry in entries { add(entry.name, Array(entry.text.utf8)) }
  }

  /// The whole archive.
  public var archive: [UInt8] {
    let end = Self.number(0x0605_4b50, 4) + [0, 0, 0, 0] + Self.number(count, 2)
    let places = Self.number(directory.count, 4) + Self.number(bytes.count, 4) + [0, 0]
    return bytes + directory + end + Self.number(count, 2) + places
  }

  private mutating func add(_ name: String, _ text: [UInt8]) {
    let sizes = Self.number(text.count, 4) + Self.number(text.count, 4)
    let lengths = Self.number(name.utf8.count, 2) + [0, 0]
    let common =
      [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + Self.number(Self.sum(text), 4) + sizes + lengths
    directory += Self.number(0x0201_4b50, 4) + [20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + Self.number(bytes.count, 4) + Array(name.utf8)
    bytes += Self.number(0x0403_4b50, 4) + common + Array(name.utf8) + text
    count += 1
  }

  private static func number(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
      }
    }
  }
}
