/// A resident's identity number as a record states it: absent, sixteen digits, or ill-formed text.
///
/// Region of first issue (6 digits), birth date with the day plus 40 for women (6), serial (4).
/// It has no description on purpose: a NIK is printed by Writer's masking alone.
public struct NIK: Hashable, Sendable {
  /// Sixteen digits as a number; zero is absent; with the top bit set, a hash of other text.
  public let raw: UInt64

  @usableFromInline static let textMark: UInt64 = 1 << 63

  /// No NIK.
  public static let absent = NIK(raw: 0)

  /// Wraps a stored value.
  @inlinable public init(raw: UInt64) { self.raw = raw }

  /// A NIK whose digits a spreadsheet has lost, as in `3,37501E+15`; no record keeps it.
  public static let lost = NIK(raw: textMark | 1)

  /// Whether the record states one.
  @inlinable public var isPresent: Bool { raw != 0 }

  /// Whether the text has sixteen digits, so that it can be compared with others.
  @inlinable public var isNumber: Bool { raw != 0 && raw & NIK.textMark == 0 }

  /// Reads a cell; apostrophes, spaces, dots and dashes around and between digits are dropped.
  ///
  /// Text that has no sixteen digits stays as its hash: it is never used for linking, and equal
  /// texts compare equal.
  @inlinable public init(parsing text: Span<UInt8>) {
    guard text.count == 16, let number = Bytes.digits(text) else {
      self = NIK(cleaning: text)
      return
    }
    self.init(raw: number == 0 ? NIK.textMark : number)
  }

  @usableFromInline init(cleaning text: Span<UInt8>) {
    var (number, digits, others) = (UInt64(0), 0, 0)
    var hash = Bytes.emptyHash
    for i in 0..<text.count {
      let byte = text[i]
      if Bytes.isFiller(byte) { continue }
      hash = Bytes.hash(hash, adding: byte)
      if Bytes.isDigit(byte), digits < 17 {
        number = number &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
      } else {
        others += 1
      }
    }
    if digits == 0 && others == 0 {
      self.init(raw: 0)
    } else if digits == 16 && others == 0 && number != 0 {
      self.init(raw: number)
    } else if digits > 0, others > 0, NIK.isScientific(text) {
      self = .lost
    } else {
      self.init(raw: hash << 1 | NIK.textMark)
    }
  }

  /// Reads a number cell of a workbook, which holds fifteen digits and no more for certain.
  ///
  /// Sixteen are whole where the cell's own number is: up to the fifty-third power of two.
  public init(number text: Span<UInt8>) {
    let nik = NIK(parsing: text)
    self = nik.isNumber && nik.raw > 1 << 53 ? .lost : nik
  }

  /// Whether a text is a number with an exponent: digits, a mark, `E` and a power.
  public static func isScientific(_ text: Span<UInt8>) -> Bool {
    let range = Bytes.trimmed(text)
    var (hasDigits, place) = (false, range.lowerBound)
    while place < range.upperBound,
      Bytes.isDigit(text[place]) || Bytes.isFiller(text[place])
        || text[place] == 0x2c
    {
      hasDigits = hasDigits || Bytes.isDigit(text[place])
      place += 1
    }
    guard hasDigits, place < range.upperBound, Bytes.lower(text[place]) == 0x65 else {
      return false
    }
    place += 1
    if place < range.upperBound, text[place] == 0x2b { place += 1 }
    while place < range.upperBound, text[place] == 0x20 { place += 1 }
    guard (1...2).contains(range.upperBound - place) else { return false }
    return (place..<range.upperBound).allSatisfy { Bytes.isDigit(text[$0]) }
  }

  /// Whether it ends in 0, as one does whose last digit a spreadsheet has dropped.
  @inlinable public var endsInZero: Bool { isNumber && raw % 10 == 0 }

  /// Whether region, birth date and serial can be a NIK's (domain: 5.1).
  ///
  /// `reference` is the day at which the holder must be 17 to 100 years old.
  public func isWellFormed(at reference: CalendarDate) -> Bool {
    guard isNumber, case let province = raw / 100_000_000_000_000, (11...96).contains(province),
      raw % 10_000 != 0
    else { return false }
    let today = reference.parts
    return isOfAge(century: 1900, today) || isOfAge(century: 2000, today)
  }

  private func isOfAge(century: Int, _ today: (year: Int, month: Int, day: Int)) -> Bool {
    let (year, month, day) = birthParts(century: century)
    guard (1...12).contains(month), day > 0,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return false }
    let isBeforeBirthday = (today.month, today.day) < (month, day)
    return (17...100).contains(today.year - year - (isBeforeBirthday ? 1 : 0))
  }

  /// The date the six date digits stand for in a century; nil where the calendar has none.
  public func birthDate(century: Int) -> CalendarDate? {
    guard isNumber else { return nil }
    let (year, month, day) = birthParts(century: century)
    return CalendarDate(year: year, month: month, day: day)
  }

  private func birthParts(century: Int) -> (year: Int, month: Int, day: Int) {
    let digits = Int(raw / 10_000 % 1_000_000)
    let day = digits / 10_000
    return (century + digits % 100, digits / 100 % 100, day > 40 ? day - 40 : day)
  }
}
