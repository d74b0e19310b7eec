/// Whether 01/02 is the first of February or the second of January.
public enum DateOrder: UInt8, Sendable {
  case dayFirst, monthFirst
}

extension CalendarDate {
  /// Reads a cell: `YYYY-MM-DD`, or one of the forms that offices write; nil for anything else.
  @inlinable public init?(parsing text: Span<UInt8>, order: DateOrder) {
    if text.count == 10, text[4] == 0x2d, text[7] == 0x2d {
      let year = Bytes.number(text, 0) * 1000 + Bytes.number(text, 1) * 100
      let decade = Bytes.number(text, 2) * 10 + Bytes.number(text, 3)
      let month = Bytes.number(text, 5) * 10 + Bytes.number(text, 6)
      let day = Bytes.number(text, 8) * 10 + Bytes.number(text, 9)
      if let read = CalendarDate(year: year + decade, month: month, day: day) {
        self = read
        return
      }
    }
    self.init(anyForm: text, order: order)
  }

  /// The forms other than the first.
  @usableFromInline init?(anyForm text: Span<UInt8>, order: DateOrder) {
    guard let tokens = DateTokens(text), let parts = tokens.dateParts(order) else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}

extension Bytes {
  /// A digit's number; 0x10000 for any other byte.
  @inlinable static func number(_ text: Span<UInt8>, _ place: Int) -> Int {
    let digit = text[place] &- 0x30
    return digit < 10 ? Int(digit) : 0x10000
  }
}

/// The numbers and month names of a date, at most three.
struct DateTokens {
  /// A number or the name of a month.
  struct Token {
    var value = 0
    var digits = 0
    /// Whether it was a word.
    var isName: Bool { digits == 0 }
    /// Whether it can be a day or a month.
    var isShort: Bool { digits == 1 || digits == 2 }
    /// The year it can be; two digits up to 50 are of this century.
    var year: Int? {
      switch digits {
      case 4: value
      case 2: value <= 50 ? 2000 + value : 1900 + value
      default: nil
      }
    }
  }

  private(set) var count = 0
  private(set) var first = Token()
  private(set) var second = Token()
  private(set) var third = Token()

  /// Cuts a text; nil where it is no date whatever the order.
  init?(_ text: Span<UInt8>) {
    let trimmed = Bytes.trimmed(text)
    var (place, end) = (trimmed.lowerBound, Self.withoutTime(text, trimmed))
    for i in place..<end where text[i] == 0x2c { place = i + 1 }
    while end > place, text[end - 1] == 0x20 { end -= 1 }
    while place < end, text[place] == 0x20 { place += 1 }
    var mayBreak = false
    while place < end {
      let byte = text[place]
      if Bytes.isDigit(byte) || Bytes.isLetter(byte) {
        guard let token = Self.token(text, &place, end), add(token) else { return nil }
        mayBreak = true
      } else {
        guard Self.isBreak(byte), mayBreak || byte == 0x20 else { return nil }
        mayBreak = byte == 0x20 && mayBreak
        place += 1
      }
    }
    guard count > 0, mayBreak else { return nil }
  }

  private mutating func add(_ token: Token) -> Bool {
    switch count {
    case 0: first = token
    case 1: second = token
    case 2: third = token
    default: return false
    }
    count += 1
    return true
  }

  /// Where the text ends without a time of day: one has a colon.
  private static func withoutTime(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard let colon = range.first(where: { text[$0] == 0x3a }) else { return range.upperBound }
    let before = range.lowerBound..<colon
    let cut = before.last { text[$0] == 0x20 || Bytes.upper(text[$0]) == 0x54 }
    return cut ?? range.upperBound
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2d || byte == 0x2e || byte == 0x2f
  }

  private static func token(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Token? {
    let start = place
    var token = Token()
    if Bytes.isLetter(text[place]) {
      while place < end, Bytes.isLetter(text[place]) { place += 1 }
      guard let month = MonthName.number(text.extracting(start..<place)) else { return nil }
      token.value = month
      return token
    }
    while place < end, Bytes.isDigit(text[place]) {
      guard token.digits < 8 else { return nil }
      token.value = token.value * 10 + Int(text[place] - 0x30)
      token.digits += 1
      place += 1
    }
    return token
  }

  /// Year, month and day, where the tokens are those of a day.
  func dateParts(_ order: DateOrder) -> (year: Int, month: Int, day: Int)? {
    if count == 1, first.digits == 8 {
      return (first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard count == 3 else { return nil }
    if first.digits == 4, second.isShort || second.isName, third.isShort {
      return (first.value, second.value, third.value)
    }
    guard let year = third.year else { return nil }
    if first.isShort, second.isName { return (year, second.value, first.value) }
    if first.isName, second.isShort { return (year, first.value, second.value) }
    guard first.isShort, second.isShort else { return nil }
    return order == .dayFirst
      ? (year, second.value, first.value) : (year, first.value, second.value)
  }
}
