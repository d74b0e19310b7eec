/// A membership number of BPJamsostek, kept as text in eight bytes and compared exactly.
///
/// Up to seventeen digits with their leading zeros, or up to eleven letters and digits.
public struct KPJ: Hashable, Sendable {
  /// Zero is absent; below the top bit, six bits of length and the number in base 10 or 37.
  public let raw: UInt64

  @usableFromInline static let lettersMark: UInt64 = 1 << 63

  /// No KPJ.
  public static let absent = KPJ(raw: 0)

  /// Wraps a stored value.
  @inlinable public init(raw: UInt64) { self.raw = raw }

  /// Whether the record states one.
  @inlinable public var isPresent: Bool { raw != 0 }

  /// Reads a cell; nil where the text is there and cannot be a KPJ.
  @inlinable public init?(parsing text: Span<UInt8>) {
    guard text.count <= 17, let number = Bytes.digits(text) else {
      self.init(cleaning: text)
      return
    }
    self.init(raw: text.isEmpty ? 0 : UInt64(text.count) << 57 | number)
  }

  /// The rare forms: fillers dropped, a trailing `.0` of a number cell cut, letters packed.
  @usableFromInline init?(cleaning text: Span<UInt8>) {
    guard !NIK.isScientific(text) else { return nil }
    var end = Bytes.trimmed(text).upperBound
    if end > 2, text[end - 1] == 0x30, text[end - 2] == 0x2e { end -= 2 }
    var (number, packed) = (UInt64(0), UInt64(0))
    var (count, letters) = (0, false)
    for i in 0..<end where !Bytes.isFiller(text[i]) {
      let byte = Bytes.upper(text[i])
      guard count < 17, Bytes.isDigit(byte) || Bytes.isLetter(byte) else { return nil }
      letters = letters || !Bytes.isDigit(byte)
      let digit = Bytes.isDigit(byte) ? UInt64(byte) - 0x30 : UInt64(byte) - 0x41 + 10
      number = number &* 10 &+ digit
      packed = count < 11 ? packed * 37 + digit + 1 : packed
      count += 1
    }
    guard !letters || count <= 11 else { return nil }
    let plain = UInt64(count) << 57 | number
    self.init(raw: count == 0 ? 0 : letters ? KPJ.lettersMark | packed : plain)
  }

  /// A number in whose order texts of KPJs stand: the first twelve characters in base 37.
  public var textHead: UInt64 {
    let top: UInt64 = 177_917_621_779_460_413
    guard raw & KPJ.lettersMark == 0 else {
      var head = max(raw & ~KPJ.lettersMark, 1)
      while head < top { head *= 37 }
      return head
    }
    var number = raw & (1 << 57 - 1)
    for _ in 12..<max(raw >> 57, 12) { number /= 10 }
    let count = min(raw >> 57, 12)
    var (head, weight) = (UInt64(0), UInt64(1))
    for _ in count..<12 { weight *= 37 }
    for _ in 0..<count {
      head += (number % 10 + 1) * weight
      number /= 10
      weight *= 37
    }
    return head
  }

  /// Whether the KPJ's text comes before another's in byte order.
  public func textPrecedes(_ other: KPJ) -> Bool {
    let isPlain = (raw | other.raw) & KPJ.lettersMark == 0
    if isPlain, raw >> 57 == other.raw >> 57 { return raw < other.raw }
    var texts = (ContiguousArray<UInt8>(), ContiguousArray<UInt8>())
    write(to: &texts.0)
    other.write(to: &texts.1)
    return Bytes.precedes(texts.0.span, texts.1.span)
  }

  /// Writes the KPJ's text.
  public func write(to text: inout ContiguousArray<UInt8>) {
    let isPlain = raw & KPJ.lettersMark == 0
    let base: UInt64 = isPlain ? 10 : 37
    var number = isPlain ? raw & (1 << 57 - 1) : raw & ~KPJ.lettersMark
    var unit: UInt64 = 1
    if isPlain {
      for _ in 1..<max(raw >> 57, 1) { unit *= base }
    } else {
      while number / unit >= base { unit *= base }
    }
    while unit > 0, isPresent {
      let digit = UInt8(number / unit) - (isPlain ? 0 : 1)
      text.append(digit < 10 ? digit + 0x30 : digit - 10 + 0x41)
      number %= unit
      unit /= base
    }
  }
}
