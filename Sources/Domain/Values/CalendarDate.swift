/// A day in the Gregorian calendar, counted from 1 January 1970.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let day: Int32

  /// The day with this count from 1970-01-01.
  @inlinable public init(day: Int32) { self.day = day }

  /// The day of this date, or nil where the calendar has none; years 1900 to 2199.
  @inlinable public init?(year: Int, month: Int, day: Int) {
    guard year >= 1900, year < 2200, month >= 1, month <= 12, day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's chrono-compatible algorithms.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(day: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// No date: what a row whose date cannot be told has; its month is absent, too.
  public static let absent = CalendarDate(day: -719_528)

  /// Whether it is a date.
  @inlinable public var isPresent: Bool { self != .absent }

  /// A number without sign in whose order days stand.
  @inlinable public var rank: UInt32 { UInt32(bitPattern: day) ^ 1 << 31 }

  /// The number of days of a month.
  @inlinable public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has 29 February.
  @inlinable public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = Int(day) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The month this day lies in.
  public var month: CoverageMonth {
    let (year, month, _) = parts
    return CoverageMonth(index: UInt16(year * 12 + month - 1))
  }

  /// The day so many days later.
  @inlinable public func adding(days: Int) -> CalendarDate { .init(day: day + Int32(days)) }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.day < b.day }
}

/// A date that may be absent, in four bytes: what a record holds.
public struct DateCell: Hashable, Sendable {
  @usableFromInline let raw: Int32

  /// No date.
  public static let absent = DateCell(nil)

  /// Stores a date or its absence.
  @inlinable public init(_ date: CalendarDate?) { raw = date.map(\.day) ?? Int32.min }

  /// The date, where there is one.
  @inlinable public var value: CalendarDate? {
    raw == Int32.min ? nil : CalendarDate(day: raw)
  }
}
