internal import Domain

/// A text file's bytes as UTF-8, whatever its encoding is.
///
/// What cannot be decoded comes as bytes that are no UTF-8, so that it is found as such: half a
/// surrogate pair as its three bytes, all else as 0xff.
struct TextSource {
  private(set) var encoding: TextEncoding
  /// Whether there are no more bytes.
  private(set) var isAtEnd: Bool

  private let source: any ByteSource
  private var isSourceAtEnd: Bool
  /// Bytes of the file that were not handed out yet.
  private var raw: ContiguousArray<UInt8>
  private var rawPlace: Int
  private var pending: UInt16?

  /// The text behind a file's mark; its first bytes are already there.
  init(_ source: any ByteSource, _ head: FileHead, _ encoding: TextEncoding) {
    (self.source, self.encoding, raw) = (source, encoding, head.bytes)
    rawPlace = encoding.markLength(head.bytes)
    (isSourceAtEnd, isAtEnd) = (head.isWhole, false)
  }

  /// Goes on in Windows-1252: `rest` are bytes that were handed out and come again, decoded.
  mutating func becomeWindows1252(again rest: ArraySlice<UInt8>) {
    encoding = .windows1252
    raw = ContiguousArray(rest) + raw[rawPlace...]
    (rawPlace, isAtEnd) = (0, false)
  }

  /// Fills the buffer from a place up to another; returns where the text ends.
  mutating func fill(
    _ bytes: inout ContiguousArray<UInt8>, from: Int, to: Int
  ) throws(ReadError) -> Int {
    var place = from
    if encoding == .utf8 {
      let count = min(raw.count - rawPlace, to - from)
      raw.withUnsafeBytes { old in
        bytes.withUnsafeMutableBytes { new in
          let part = UnsafeRawBufferPointer(rebasing: old[rawPlace..<rawPlace + count])
          UnsafeMutableRawBufferPointer(rebasing: new[place...]).copyMemory(from: part)
        }
      }
      (place, rawPlace) = (place + count, rawPlace + count)
      if rawPlace == raw.count { raw.removeAll(); rawPlace = 0 }
      if !isSourceAtEnd, place < to {
        place = try source.fill(&bytes, from: place, to: to)
        isSourceAtEnd = place < to
      }
      isAtEnd = isSourceAtEnd && raw.isEmpty
      return place
    }
    // One unit gives four bytes at most.
    while place + 4 <= to {
      guard try hasUnit() else { break }
      decode(&bytes, &place)
    }
    isAtEnd = try !hasUnit()
    return place
  }

  /// Whether there is something left to decode.
  private mutating func hasUnit() throws(ReadError) -> Bool {
    if raw.count - rawPlace < 2, !isSourceAtEnd {
      var next = ContiguousArray(raw[rawPlace...])
      let kept = next.count
      next.append(contentsOf: repeatElement(0, count: Limits.chunk))
      let end = try source.fill(&next, from: kept, to: next.count)
      isSourceAtEnd = end < next.count
      next.removeLast(next.count - end)
      (raw, rawPlace) = (next, 0)
    }
    return rawPlace < raw.count || pending != nil
  }

  private mutating func decode(_ bytes: inout ContiguousArray<UInt8>, _ place: inout Int) {
    if encoding == .windows1252 {
      Self.append(Windows1252.character(raw[rawPlace]), &bytes, &place)
      rawPlace += 1
      return
    }
    guard raw.count - rawPlace > 1 else {
      if let high = pending { Self.append(high, &bytes, &place) } else { lastByte(&bytes, &place) }
      pending = nil
      return
    }
    let pair = (UInt16(raw[rawPlace]), UInt16(raw[rawPlace + 1]))
    let unit = encoding == .utf16le ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    let isLow = unit & 0xfc00 == 0xdc00
    if let high = pending {
      pending = nil
      guard isLow else { return Self.append(high, &bytes, &place) }
      Self.append(0x10000 + (UInt32(high & 0x3ff) << 10 | UInt32(unit & 0x3ff)), &bytes, &place)
    } else if unit & 0xfc00 == 0xd800 {
      pending = unit
    } else {
      Self.append(unit, &bytes, &place)
    }
    rawPlace += 2
  }

  private mutating func lastByte(_ bytes: inout ContiguousArray<UInt8>, _ place: inout Int) {
    Self.append(nil, &bytes, &place)
    rawPlace += 1
  }

  private static func append(
    _ unit: UInt16?, _ bytes: inout ContiguousArray<UInt8>, _ place: inout Int
  ) {
    guard let unit else {
      bytes[place] = 0xff
      place += 1
      return
    }
    if unit < 0x80 {
      bytes[place] = UInt8(unit)
      place += 1
    } else if unit < 0x800 {
      bytes[place] = UInt8(0xc0 | unit >> 6)
      bytes[place + 1] = UInt8(0x80 | unit & 0x3f)
      place += 2
    } else {
      bytes[place] = UInt8(0xe0 | unit >> 12)
      bytes[place + 1] = UInt8(0x80 | unit >> 6 & 0x3f)
      bytes[place + 2] = UInt8(0x80 | unit & 0x3f)
      place += 3
    }
  }

  private static func append(
    _ code: UInt32, _ bytes: inout ContiguousArray<UInt8>, _ place: inout Int
  ) {
    bytes[place] = UInt8(0xf0 | code >> 18)
    bytes[place + 1] = UInt8(0x80 | code >> 12 & 0x3f)
    bytes[place + 2] = UInt8(0x80 | code >> 6 & 0x3f)
    bytes[place + 3] = UInt8(0x80 | code & 0x3f)
    place += 4
  }
}

extension TextEncoding {
  /// How many bytes of the file a byte of its text as UTF-8 stands for.
  func width(of byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .windows1252: byte & 0xc0 == 0x80 ? 0 : 1
    case .utf16le, .utf16be:
      byte == 0xff ? 1 : byte & 0xc0 == 0x80 ? 0 : byte < 0xf0 ? 2 : 4
    }
  }
}
