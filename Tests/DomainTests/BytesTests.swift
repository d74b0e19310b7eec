import Domain
import Testing

@Suite struct BytesTests {
  /// Texts of every length up to three words, each with one byte changed at every place.
  private static let pairs: [([UInt8], [UInt8])] = (0...24).flatMap { count in
    let text = (0..<count).map { UInt8(0x41 + $0) }
    let changed = (0..<count).flatMap { place in
      [UInt8(0), 0x40, 0xff].map { byte in
        var other = text
        other[place] = byte
        return (text, other)
      }
    }
    return changed + [(text, text), (text, text + [0x41])]
  }

  @Test func `Texts compare as their bytes do, whatever their length`() {
    for (a, b) in Self.pairs {
      #expect(Bytes.equal(a.span, b.span) == (a == b))
      #expect(Bytes.precedes(a.span, b.span) == a.lexicographicallyPrecedes(b))
      #expect(Bytes.precedes(b.span, a.span) == b.lexicographicallyPrecedes(a))
    }
  }

  @Test func `Digits are read up to eighteen, any other byte among them is refused`() {
    let digits = Array("987654321012345678".utf8)
    for count in 1...18 {
      let text = Array(digits.prefix(count))
      let number = Int64(String(decoding: text, as: UTF8.self))
      #expect(Money.digits(text.span) == number)
      for place in text.indices {
        for byte in [0x2f, 0x3a, 0x20, 0x70, 0xb5, 0] as [UInt8] {
          var other = text
          other[place] = byte
          #expect(Money.digits(other.span) == nil)
        }
      }
    }
  }
}

@Suite struct TextArenaTests {
  private func text(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
  }

  @Test func `Texts stay what they are over many chunks`() {
    let counts = [1, 1 << 20, 17, 400_000, 700_000, 3 << 20, 5, (1 << 20) - 5, 1]
    var arena = TextArena()
    let texts = counts.enumerated().map { arena.add(text($0, $1).span) }
    for (number, count) in counts.enumerated() {
      arena.with(texts[number]) { span in
        #expect(span.withUnsafeBufferPointer { Array($0) } == text(number, count))
      }
    }
  }

  @Test func `A copy keeps its own texts`() {
    var arena = TextArena()
    let first = arena.add(text(1, 10).span)
    var copy = arena
    let second = arena.add(text(2, 10).span)
    let other = copy.add(text(3, 10).span)
    #expect(second == other)
    #expect(!arena.equal(first, second))
    #expect(arena.string(second) != copy.string(other))
  }
}
