internal import Domain

/// How the characters of a text file are written.
public enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case windows1252 = "windows-1252"

  /// The encoding of a name, in any case; the common names of the same encodings too.
  public init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "ascii", "us-ascii": self = .utf8
    case "utf-16le", "utf-16", "utf16", "utf16le": self = .utf16le
    case "utf-16be", "utf16be": self = .utf16be
    case "windows-1252", "cp1252", "latin1", "iso-8859-1": self = .windows1252
    default: return nil
    }
  }

  /// The encoding whose mark a file starts with.
  init?(mark bytes: ContiguousArray<UInt8>) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .utf8
    } else if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16le
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16be
    } else {
      return nil
    }
  }

  /// The encoding that a file's first bytes tell: by their mark, or by where their NULs stand.
  init?(head bytes: ContiguousArray<UInt8>) {
    if let marked = Self(mark: bytes) {
      self = marked
    } else {
      let pairs = min(bytes.count / 2, 512)
      let even = (0..<pairs).count { bytes[2 * $0] == 0 }
      let odd = (0..<pairs).count { bytes[2 * $0 + 1] == 0 }
      if pairs > 1, odd * 10 > pairs * 3, even * 4 < odd {
        self = .utf16le
      } else if pairs > 1, even * 10 > pairs * 3, odd * 4 < even {
        self = .utf16be
      } else {
        return nil
      }
    }
  }

  /// How many bytes the mark in front of the text has.
  func markLength(_ bytes: ContiguousArray<UInt8>) -> Int {
    switch self {
    case .utf8: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    case .utf16le: bytes.starts(with: [0xff, 0xfe]) ? 2 : 0
    case .utf16be: bytes.starts(with: [0xfe, 0xff]) ? 2 : 0
    case .windows1252: 0
    }
  }
}

/// Whether text that is not UTF-8 is Windows-1252: no character beyond ASCII is UTF-8, and each
/// byte is a character.
struct EncodingLook {
  private(set) var isWindows1252 = true
  private(set) var hasHighBytes = false
  /// How many bytes of a UTF-8 character are still to come, and how many came.
  private var wanted = 0
  private var met = 0

  /// Looks at the next bytes of the text.
  mutating func look(at bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      guard byte > 0x7f else {
        (wanted, met) = (0, 0)
        continue
      }
      hasHighBytes = true
      if Windows1252.isUndefined(byte) { isWindows1252 = false }
      if wanted > met, byte < 0xc0 {
        met += 1
        if met == wanted { isWindows1252 = false }
      } else {
        let lengths: [(Range<UInt8>, Int)] = [(0xc2..<0xe0, 2), (0xe0..<0xf0, 3), (0xf0..<0xf5, 4)]
        (wanted, met) = (lengths.first { $0.0.contains(byte) }?.1 ?? 0, 1)
      }
      if !isWindows1252 { return }
    }
  }

  /// Whether a file is Windows-1252 from a byte on.
  static func isWindows1252(
    _ source: any ByteSource, from offset: Int
  ) throws(ReadError) -> Bool {
    var look = EncodingLook()
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: Limits.chunk)
    var offset = offset
    do {
      while look.isWindows1252 {
        let count = try bytes.withUnsafeMutableBytes { room in
          let count = try source.read(into: room, at: offset)
          look.look(at: UnsafeRawBufferPointer(rebasing: room[..<count]))
          return count
        }
        if count == 0 { break }
        offset += count
      }
    } catch {
      throw .source(error)
    }
    return look.isWindows1252 && look.hasHighBytes
  }
}

/// The characters of Windows-1252.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9f; zero where there is none.
  private static let high: [UInt16] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
    0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
  ]

  /// The character of a byte; nil where there is none.
  static func character(_ byte: UInt8) -> UInt16? {
    guard (0x80..<0xa0).contains(byte) else { return UInt16(byte) }
    let code = high[Int(byte) - 0x80]
    return code == 0 ? nil : code
  }

  /// Appends a byte's character in UTF-8; U+FFFD where there is none.
  static func append(_ byte: UInt8, to text: inout ContiguousArray<UInt8>) {
    let code = character(byte) ?? 0xfffd
    if code < 0x80 { return text.append(UInt8(code)) }
    if code < 0x800 {
      text.append(UInt8(0xc0 | code >> 6))
    } else {
      text.append(UInt8(0xe0 | code >> 12))
      text.append(UInt8(0x80 | code >> 6 & 0x3f))
    }
    text.append(UInt8(0x80 | code & 0x3f))
  }

  /// Whether a byte is no character.
  static func isUndefined(_ byte: UInt8) -> Bool { character(byte) == nil }
}
