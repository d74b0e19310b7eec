/// Whether 01/02 is the first of February or the second of January.
public enum DateOrder: UInt8, Sendable {
  case dayFirst, monthFirst
}

/// What a cell says under each order of day and month.
public struct OrderedReading<Value: Equatable & Sendable>: Sendable {
  /// What it says where the day comes first; nil where it then says nothing.
  public let dayFirst: Value?
  /// What it says where the month comes first.
  public let monthFirst: Value?
  /// Whether it is empty or stands for no date, as `00/00/0000` does.
  public let isBlank: Bool

  /// A reading under both orders.
  @inlinable public init(dayFirst: Value?, monthFirst: Value?, isBlank: Bool = false) {
    (self.dayFirst, self.monthFirst, self.isBlank) = (dayFirst, monthFirst, isBlank)
  }

  /// What it says under one order.
  @inlinable public subscript(_ order: DateOrder) -> Value? {
    order == .dayFirst ? dayFirst : monthFirst
  }
}

extension CalendarDate {
  /// The last year that two digits may stand for, where nothing is known of the column.
  public static let latestShortYear = 2050

  /// Reads a cell: `YYYY-MM-DD`, or one of the forms that offices write; nil for anything else.
  @inlinable public init?(parsing text: Span<UInt8>, order: DateOrder) {
    if let date = CalendarDate(plain: text) {
      self = date
      return
    }
    guard let date = CalendarDate.readings(text)[order] else { return nil }
    self = date
  }

  /// Reads `YYYY-MM-DD`, the form in most files; nil for any other.
  @inlinable public init?(plain text: Span<UInt8>) {
    guard text.count == 10, text[4] == 0x2d, text[7] == 0x2d else { return nil }
    let year = Bytes.number(text, 0) * 1000 + Bytes.number(text, 1) * 100
    let decade = Bytes.number(text, 2) * 10 + Bytes.number(text, 3)
    let month = Bytes.number(text, 5) * 10 + Bytes.number(text, 6)
    let day = Bytes.number(text, 8) * 10 + Bytes.number(text, 9)
    self.init(year: year + decade, month: month, day: day)
  }

  /// What a cell says under each order; two digits are the year of which `latest` is the last.
  public static func readings(
    _ text: Span<UInt8>, latest: Int = latestShortYear
  ) -> OrderedReading<CalendarDate> {
    guard let tokens = DateTokens(text) else {
      return OrderedReading(dayFirst: nil, monthFirst: nil)
    }
    let read = { (order: DateOrder) in
      tokens.dateParts(order, latest: latest).flatMap {
        CalendarDate(year: $0.year, month: $0.month, day: $0.day)
      }
    }
    return OrderedReading(
      dayFirst: read(.dayFirst), monthFirst: read(.monthFirst), isBlank: tokens.isBlank)
  }

  /// What a cell of a date column says under each order: a spreadsheet's day number, too.
  public static func cellReadings(
    _ text: Span<UInt8>, latest: Int = latestShortYear
  ) -> OrderedReading<CalendarDate> {
    if let date = CalendarDate(serial: text) {
      return OrderedReading(dayFirst: date, monthFirst: date)
    }
    return readings(text, latest: latest)
  }

  /// Reads five digits as the day number of a spreadsheet, 1927 to 2099; a time of day is cut.
  public init?(serial text: Span<UInt8>) {
    let range = Bytes.trimmed(text)
    var (number, digits) = (Int32(0), 0)
    for place in range {
      if digits == 5 {
        guard place > range.lowerBound + 5 ? Bytes.isDigit(text[place]) : text[place] == 0x2e else {
          return nil
        }
        continue
      }
      guard Bytes.isDigit(text[place]) else { return nil }
      number = number * 10 + Int32(text[place] - 0x30)
      digits += 1
    }
    // 25569 is 1970-01-01.
    guard digits == 5, range.count != 6, (10_000...73_050).contains(number) else { return nil }
    self.init(day: number - 25_569)
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

    /// The year it can be; of two digits the one of which `latest` is the last.
    func year(latest: Int) -> Int? {
      switch digits {
      case 4: return value
      case 2:
        let year = latest - latest % 100 + value
        return year > latest ? year - 100 : year
      default: return nil
      }
    }
  }

  private(set) var count = 0
  private(set) var first = Token()
  private(set) var second = Token()
  private(set) var third = Token()

  /// Cuts a text; nil where it is no date whatever the order.
  init?(_ text: Span<UInt8>) {
    let trimmed = Self.trimmed(text)
    var (place, end) = (trimmed.lowerBound, Self.withoutTime(text, trimmed))
    place = Self.withoutPlace(text, place..<end)
    while end > place, Self.isSpace(text[end - 1]) { end -= 1 }
    while place < end, Self.isSpace(text[place]) { place += 1 }
    var mayBreak = false
    while place < end {
      let byte = text[place]
      if Bytes.isDigit(byte) || Bytes.isLetter(byte) {
        guard let token = Self.token(text, &place, end), add(token) else { return nil }
        mayBreak = true
      } else {
        guard Self.isBreak(byte), mayBreak || Self.isSpace(byte) else { return nil }
        mayBreak = Self.isSpace(byte) && mayBreak
        place += 1
      }
    }
    guard count > 0, mayBreak else { return nil }
  }

  /// Whether the numbers stand for no date: all zero, or day zero of January 1900.
  var isBlank: Bool {
    guard count == 3 || count == 1 && first.isShort else { return false }
    if numbers(where: { $0 != 0 }) == 0 { return numbers(where: { $0 == 0 }) > 0 }
    let isShortYear = third.digits == 2 && third.value == 0
    return count == 3 && (first.value == 0 || second.value == 0 || third.value == 0)
      && (numbers(where: { $0 == 1900 }) > 0
        || isShortYear && (first.value == 0 || second.value == 0))
  }

  /// How many of the numbers are such.
  private func numbers(where isSuch: (Int) -> Bool) -> Int {
    func count(_ token: Token) -> Int { !token.isName && isSuch(token.value) ? 1 : 0 }
    return count(first) + count(second) + count(third)
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

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0xc2 || byte == 0xa0
  }

  private static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    let range = Bytes.trimmed(text)
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) || text[start] == 0x27 { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Where the date starts behind a place or a weekday: `Pekalongan, 01-02-1970`.
  private static func withoutPlace(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    for place in range where text[place] == 0x2c {
      // A comma behind a number is the date's own: `June 13, 2024`.
      if range.lowerBound < place, (start..<place).contains(where: { Bytes.isDigit(text[$0]) }) {
        break
      }
      start = place + 1
    }
    return start
  }

  /// Where the text ends without a time of day: one has a colon.
  private static func withoutTime(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard let colon = range.first(where: { text[$0] == 0x3a }) else { return range.upperBound }
    let before = range.lowerBound..<colon
    let cut = before.last { isSpace(text[$0]) || Bytes.upper(text[$0]) == 0x54 }
    return cut ?? range.upperBound
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == 0x2d || byte == 0x2e || byte == 0x2f || byte == 0x2c
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
  func dateParts(
    _ order: DateOrder, latest: Int = CalendarDate.latestShortYear
  ) -> (year: Int, month: Int, day: Int)? {
    if count == 1, first.digits == 8 {
      return (first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard count == 3 else { return nil }
    if first.digits == 4, second.isShort || second.isName, third.isShort {
      return (first.value, second.value, third.value)
    }
    guard let year = third.year(latest: latest) else { return nil }
    if first.isShort, second.isName { return (year, second.value, first.value) }
    if first.isName, second.isShort { return (year, first.value, second.value) }
    guard first.isShort, second.isShort else { return nil }
    return order == .dayFirst
      ? (year, second.value, first.value) : (year, first.value, second.value)
  }
}
