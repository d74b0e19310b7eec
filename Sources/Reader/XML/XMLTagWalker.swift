private import Glibc

/// Finds the tags of a well-formed document in its own bytes, whatever their encoding.
///
/// Comments, instructions and CDATA are passed over. In all encodings that are read a `<` is one
/// unit and nothing else is.
public struct XMLTagWalker {
  /// What a tag does.
  public enum Tag: Sendable { case opens, closes, isWhole }

  private enum State { case text, open, start, end, mark, comment, data, instruction }

  /// How many bytes a unit has, and which of them is the high one.
  public let width: Int
  private let high: Int
  private var state = State.text
  private var tagStart = 0
  private var quote: UInt16 = 0
  /// The last two units of what is open.
  private var last: (UInt16, UInt16) = (0, 0)
  /// How many bytes were walked over.
  private var offset = 0

  /// A walker for a document that starts with these bytes.
  public init(_ head: Span<UInt8>) {
    let first = head.count > 1 ? (head[0], head[1]) : (0x3c, 0x3c)
    switch first {
    case (0xff, 0xfe), (0x3c, 0): (width, high) = (2, 1)
    case (0xfe, 0xff), (0, 0x3c): (width, high) = (2, 0)
    default: (width, high) = (1, 0)
    }
  }

  /// Walks over the next bytes; `found` is given each tag that ends in them, and its bytes' place.
  public mutating func walk(
    _ bytes: UnsafeRawBufferPointer, _ found: (Tag, Range<Int>) throws -> Void
  ) rethrows {
    var place = 0
    while place + width <= bytes.count {
      if state == .text, width == 1 {
        guard let next = Self.firstOpen(bytes, from: place) else { break }
        place = next
      }
      let unit =
        width == 1
        ? UInt16(bytes[place]) : UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high])
      let start = offset + place
      place += width
      if let tag = take(unit, at: start) { try found(tag, tagStart..<offset + place) }
    }
    offset += bytes.count
  }

  private static func firstOpen(_ bytes: UnsafeRawBufferPointer, from place: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return memchr(base + place, 0x3c, bytes.count - place).map { UnsafeRawPointer($0) - base }
  }

  /// Takes a unit; a tag comes back that ends with it.
  private mutating func take(_ unit: UInt16, at place: Int) -> Tag? {
    defer { last = (last.1, unit) }
    switch state {
    case .text: if unit == 0x3c { (state, tagStart) = (.open, place) }
    case .open: begin(unit)
    case .start: return inTag(unit)
    case .end: return close(when: unit == 0x3e) ? .closes : nil
    case .mark:
      if unit == 0x2d { (state, last) = (.comment, (0, 0)) }
      if unit == 0x5b { (state, last) = (.data, (0, 0)) }
    case .comment: _ = close(when: unit == 0x3e && last == (0x2d, 0x2d))
    case .data: _ = close(when: unit == 0x3e && last == (0x5d, 0x5d))
    case .instruction: _ = close(when: unit == 0x3e && last.1 == 0x3f)
    }
    return nil
  }

  private mutating func begin(_ unit: UInt16) {
    switch unit {
    case 0x2f: state = .end
    case 0x21: state = .mark
    case 0x3f: state = .instruction
    default: (state, quote) = (.start, 0)
    }
  }

  private mutating func inTag(_ unit: UInt16) -> Tag? {
    if unit == quote {
      quote = 0
    } else if quote == 0, unit == 0x22 || unit == 0x27 {
      quote = unit
    } else if quote == 0, close(when: unit == 0x3e) {
      return last.1 == 0x2f ? .isWhole : .opens
    }
    return nil
  }

  private mutating func close(when isEnd: Bool) -> Bool {
    if isEnd { state = .text }
    return isEnd
  }
}

/// Where the start tags of a document stand in its own bytes, for one whose bytes libxml2 turns
/// into others before it counts them.
///
/// A class, since the parser's feeder and its listener both hold it.
final class XMLTagPlaces {
  private var walker: XMLTagWalker
  private var places: ContiguousArray<Int> = []
  private var next = 0

  /// The places of a document that starts with these bytes.
  init(_ head: ContiguousArray<UInt8>) { walker = XMLTagWalker(head.span) }

  /// Looks through the next bytes before the parser gets them.
  func take(_ bytes: UnsafeRawBufferPointer) {
    places.removeFirst(next)
    next = 0
    walker.walk(bytes) { tag, place in if tag != .closes { places.append(place.lowerBound) } }
  }

  /// The first byte of the element that the parser opens next.
  func pop() -> Int {
    guard next < places.count else { return 0 }
    next += 1
    return places[next - 1]
  }
}
