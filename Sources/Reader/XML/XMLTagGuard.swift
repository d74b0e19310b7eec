internal import Glibc

/// Finds start tags that are longer than a parser should see, whatever its attributes hold.
///
/// A tag has no `<` in itself, so that only stretches without one are looked at byte by byte.
struct XMLTagGuard {
  /// How many bytes a character of the markup has, and in which order.
  enum Units { case one, twoLittle, twoBig }

  private let units: Units
  /// How many units of the open tag were met; zero where none is open.
  private var length = 0
  private var quote: UInt16 = 0

  /// A guard for a document of an encoding.
  init(_ units: Units) { self.units = units }

  /// Where in the next bytes a tag stands that is too long; negative where it started before.
  mutating func tooLong(in bytes: UnsafeRawBufferPointer) -> Int? {
    units == .one ? tooLongInBytes(bytes) : tooLongInPairs(bytes)
  }

  private mutating func tooLongInBytes(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var place = 0
    while place < bytes.count {
      var start = place - length
      if length == 0 {
        guard let open = first(in: bytes, from: place) else { return nil }
        start = open
        while let later = last(in: bytes, after: start) { start = later }
        place = start
      }
      while place < bytes.count {
        guard take(UInt16(bytes[place])) else { return start }
        place += 1
        if length == 0 { break }
      }
    }
    return nil
  }

  private mutating func tooLongInPairs(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var start = -1
    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      if length == 0 { start = place }
      guard take(units == .twoLittle ? second << 8 | first : first << 8 | second) else {
        return start
      }
    }
    return nil
  }

  /// Takes a character; false where the tag it belongs to is too long.
  private mutating func take(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3c: (length, quote) = (1, 0)
    case _ where length == 0: break
    case _ where length == 1 && !Self.startsName(unit): length = 0
    case 0x3e where quote == 0: length = 0
    default:
      length += 1
      if unit == quote {
        quote = 0
      } else if quote == 0, unit == 0x22 || unit == 0x27 {
        quote = unit
      }
    }
    return length <= Limits.tag
  }

  private static func startsName(_ unit: UInt16) -> Bool {
    (unit | 0x20) &- 0x61 < 26 || unit == 0x5f || unit == 0x3a || unit >= 0x80
  }

  private func first(in bytes: UnsafeRawBufferPointer, from place: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return memchr(base + place, 0x3c, bytes.count - place).map { UnsafeRawPointer($0) - base }
  }

  /// The last `<` within a tag's greatest length behind another.
  private func last(in bytes: UnsafeRawBufferPointer, after place: Int) -> Int? {
    var later = min(place + Limits.tag, bytes.count - 1)
    while later > place, bytes[later] != 0x3c { later -= 1 }
    return later > place ? later : nil
  }
}
