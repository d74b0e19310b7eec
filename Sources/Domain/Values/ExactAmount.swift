/// An amount exact to five decimals, as bank statements have it.
public struct ExactAmount: Hashable, Comparable, Sendable {
  /// The amount in hundred thousandths.
  public let units: Int64

  /// How many units a whole has.
  public static let scale: Int64 = 100_000

  /// Wraps hundred thousandths.
  public init(units: Int64) { self.units = units }

  /// A whole amount; at most 92 trillion.
  public init(whole: Int64) { units = whole * Self.scale }

  /// The amount without its decimals.
  public var whole: Int64 { units / Self.scale }

  /// The least whole amount that is not below it.
  public var roundedUp: Int64 { whole + (units > whole * Self.scale ? 1 : 0) }

  /// The amount without its sign.
  public var magnitude: ExactAmount { ExactAmount(units: abs(units)) }

  /// Whether one is less than the other.
  public static func < (a: Self, b: Self) -> Bool { a.units < b.units }

  /// The sum of two; nil where it does not fit.
  public static func sum(_ a: Self, _ b: Self) -> Self? {
    let (sum, overflow) = a.units.addingReportingOverflow(b.units)
    return overflow ? nil : ExactAmount(units: sum)
  }

  /// Reads a plain decimal: digits, at most one point with up to five decimals behind it that are
  /// not zero, and a sign; nil for anything else.
  public init?(decimal text: Span<UInt8>) {
    var (units, decimals, digits, isNegative) = (Int64(0), -1, 0, false)
    for i in 0..<text.count {
      let byte = text[i]
      if i == 0, byte == 0x2d || byte == 0x2b {
        isNegative = byte == 0x2d
      } else if byte == 0x2e, decimals < 0 {
        decimals = 0
      } else if Bytes.isDigit(byte) {
        digits += 1
        if decimals >= 5 {
          if byte != 0x30 { return nil }
          continue
        }
        if decimals >= 0 { decimals += 1 }
        let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int64(byte - 0x30))
        if overflow || carry { return nil }
        units = sum
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    for _ in max(decimals, 0)..<5 {
      let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = tens
    }
    self.init(units: isNegative ? -units : units)
  }

  /// Reads a cell in one of the forms that offices write, decimals included.
  public init?(parsing text: Span<UInt8>, style: AmountStyle) {
    if let money = Money(parsing: text, style: style) {
      guard abs(money.rupiah) <= Int64.max / Self.scale else { return nil }
      self.init(whole: money.rupiah)
      return
    }
    var whole = ContiguousArray<UInt8>()
    for i in 0..<text.count { whole.append(text[i]) }
    guard let decimals = Self.cutDecimals(&whole, style),
      let money = Money(parsing: whole.span, style: style),
      abs(money.rupiah) < Int64.max / Self.scale
    else { return nil }
    let isNegative = whole.contains { $0 == 0x2d || $0 == 0x28 }
    let units = money.rupiah * Self.scale
    self.init(units: isNegative ? units - decimals : units + decimals)
  }

  /// Cuts one to five decimals out of a cell; nil where the last mark is not theirs.
  private static func cutDecimals(
    _ text: inout ContiguousArray<UInt8>, _ style: AmountStyle
  ) -> Int64? {
    guard let mark = text.lastIndex(where: { $0 == 0x2e || $0 == 0x2c }) else { return nil }
    let isThousands =
      style == .dotThousands && text[mark] == 0x2e
      || style == .commaThousands && text[mark] == 0x2c
    let digits = text[(mark + 1)...].prefix(while: Bytes.isDigit)
    guard !isThousands, (1...5).contains(digits.count), !text[..<mark].contains(text[mark])
    else { return nil }
    var units: Int64 = 0
    for digit in digits { units = units * 10 + Int64(digit - 0x30) }
    for _ in digits.count..<5 { units *= 10 }
    text.removeSubrange(mark..<digits.endIndex)
    return units
  }

  /// The amount as `-1234.50`.
  public var text: String {
    var bytes: ContiguousArray<UInt8> = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the amount with its decimals, as many as there are and at least two.
  public func write(to text: inout ContiguousArray<UInt8>) {
    if units < 0 { text.append(0x2d) }
    text.append(contentsOf: String(units.magnitude / UInt64(Self.scale)).utf8)
    var decimals = ContiguousArray(String(UInt64(Self.scale) + units.magnitude % 100_000).utf8)
    decimals[0] = 0x2e
    while decimals.count > 3, decimals.last == 0x30 { decimals.removeLast() }
    text.append(contentsOf: decimals)
  }
}
