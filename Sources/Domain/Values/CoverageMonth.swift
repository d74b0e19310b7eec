/// The calendar month that a premium pays for.
public struct CoverageMonth: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let index: UInt16

  /// The month with this count from January of the year 0.
  @inlinable public init(index: UInt16) { self.index = index }

  /// The month of a year, or nil outside 1900 to 2199.
  @inlinable public init?(year: Int, month: Int) {
    guard year >= 1900, year < 2200, month >= 1, month <= 12 else { return nil }
    self.init(index: UInt16(year * 12 + month - 1))
  }

  /// No month: what a row whose date cannot be told has.
  public static let absent = CoverageMonth(index: 0)

  /// Whether it is a month.
  @inlinable public var isPresent: Bool { index != 0 }

  /// The year.
  @inlinable public var year: Int { Int(index) / 12 }
  /// The month of the year, from 1.
  @inlinable public var month: Int { Int(index) % 12 + 1 }

  /// The month so many months later.
  @inlinable public func adding(months: Int) -> CoverageMonth {
    .init(index: UInt16(clamping: Int(index) + months))
  }

  /// How many months lie between another month and this one.
  @inlinable public func months(since other: CoverageMonth) -> Int {
    Int(index) - Int(other.index)
  }

  /// Writes `YYYY-MM`.
  public func write(to text: inout ContiguousArray<UInt8>) {
    for unit in [1000, 100, 10, 1] { text.append(UInt8(year / unit % 10) + 0x30) }
    text.append(0x2d)
    text.append(UInt8(month / 10) + 0x30)
    text.append(UInt8(month % 10) + 0x30)
  }

  /// A day of this month; the last one where the month is shorter.
  public func date(day: Int) -> CalendarDate {
    let last = CalendarDate.days(inMonth: month, of: year)
    guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else {
      preconditionFailure("a coverage month lies between 1900 and 2199")
    }
    return date
  }

  /// The last day of this month.
  public var lastDay: CalendarDate { date(day: 31) }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// A range of coverage months, both ends included.
public struct Period: Hashable, Sendable {
  /// The first month.
  public let from: CoverageMonth
  /// The last month.
  public let to: CoverageMonth

  /// The months from one to another, or nil where the second comes first.
  public init?(from: CoverageMonth, to: CoverageMonth) {
    guard from <= to else { return nil }
    (self.from, self.to) = (from, to)
  }

  /// How many months the period has.
  public var count: Int { to.months(since: from) + 1 }

  /// Whether a month lies in the period.
  @inlinable public func contains(_ month: CoverageMonth) -> Bool { from <= month && month <= to }

  /// Every month, in order.
  public var months: [CoverageMonth] { (0..<count).map { from.adding(months: $0) } }
}
