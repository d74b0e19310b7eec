/// Questions about single bytes of ASCII text.
public enum Bytes {
  /// Whether a byte is one of `0` to `9`.
  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte is an ASCII letter.
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The lower-case form of an ASCII letter; other bytes as they are.
  @inlinable public static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// The upper-case form of an ASCII letter; other bytes as they are.
  @inlinable public static func upper(_ byte: UInt8) -> UInt8 {
    byte &- 0x61 < 26 ? byte & 0xdf : byte
  }

  /// Whether a byte is what offices put around and between the digits of an id: `' . -` or space.
  ///
  /// The two bytes of a no-break space in UTF-8 count too.
  @inlinable public static func isFiller(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x27 || byte == 0x2e || byte == 0x2d || byte == 0xc2 || byte == 0xa0
      || byte == 0x09
  }

  /// Where the text starts and ends without white space around it.
  @inlinable public static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, text.count)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether two texts have the same bytes: eight are compared at a time, some of them twice.
  @inlinable public static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    let count = a.count
    guard count == b.count else { return false }
    guard count >= 8 else {
      for i in 0..<count where a[i] != b[i] { return false }
      return true
    }
    // The ends first: numbers that follow one another differ there.
    guard word(a, count - 8) == word(b, count - 8) else { return false }
    var i = 0
    while i < count - 8 {
      guard word(a, i) == word(b, i) else { return false }
      i += 8
    }
    return true
  }

  /// Whether a text comes before another in byte order.
  @inlinable public static func precedes(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    let shared = min(a.count, b.count)
    var i = 0
    while i + 8 <= shared, word(a, i) == word(b, i) { i += 8 }
    while i < shared, a[i] == b[i] { i += 1 }
    return i < shared ? a[i] < b[i] : a.count < b.count
  }

  /// Eight bytes of a text as one number, the first byte lowest.
  @inlinable static func word(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The number that at most eighteen digits write; nil where another byte stands among them.
  ///
  /// Eight digits are read at once: neighbours are added up to pairs, pairs to fours, fours to all.
  @inlinable static func digits(_ text: Span<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    var i = 0
    while i + 8 <= text.count {
      let word = word(text, i)
      let zeros: UInt64 = 0x3030_3030_3030_3030
      let highs: UInt64 = 0xf0f0_f0f0_f0f0_f0f0
      // A byte is a digit when its high half is 3, and still is with six added.
      guard word & highs == zeros, (word &+ 0x0606_0606_0606_0606) & highs == zeros else {
        return nil
      }
      let pairs = (word &- zeros) &* 10 &+ (word &- zeros) >> 8
      let low = (pairs & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
      let high = (pairs >> 16 & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
      number = number &* 100_000_000 &+ (low &+ high) >> 32
      i += 8
    }
    while i < text.count {
      let digit = text[i] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ UInt64(digit)
      i += 1
    }
    return number
  }

  /// The hash of no bytes, to be gone on with by `hash(_:adding:)` (FNV-1a, 64 bits).
  public static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash with one more byte.
  @inlinable public static func hash(_ hash: UInt64, adding byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The hash of a text's bytes: equal on every machine and in every run.
  @inlinable public static func hash(of text: Span<UInt8>) -> UInt64 {
    var hash = emptyHash
    for i in 0..<text.count { hash = Bytes.hash(hash, adding: text[i]) }
    return hash
  }

  /// Whether two ASCII texts are the same but for case.
  @inlinable public static func equalWithoutCase(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where lower(a[i]) != lower(b[i]) { return false }
    return true
  }

  /// Whether a text is an ASCII word, but for case.
  public static func equal(_ text: Span<UInt8>, word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for i in 0..<letters.count where lower(text[i]) != lower(letters[i]) { return false }
      return true
    }
  }

  /// Whether a text contains an ASCII word, but for case.
  public static func contains(_ text: Span<UInt8>, word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= text.count else { return false }
    for start in 0...(text.count - count)
    where equal(text.extracting(start..<start + count), word: word) { return true }
    return false
  }
}
