public import Domain

/// Which days are worked: neither weekends nor public holidays nor joint leave.
///
/// Only years with a row are known: a term that reaches beyond them is not judged.
public struct WorkingCalendar: Sendable {
  /// The days off of a time.
  public struct Row: Sendable {
    /// The row of the law book.
    public let law: LawRef
    /// The first day.
    public let from: CalendarDate
    /// The last day.
    public let to: CalendarDate
    /// Public holidays and joint leave.
    public let daysOff: Set<CalendarDate>

    /// The days off of a time.
    public init(law: LawRef, from: CalendarDate, to: CalendarDate, daysOff: Set<CalendarDate>) {
      (self.law, self.from, self.to, self.daysOff) = (law, from, to, daysOff)
    }
  }

  /// The rows, by their first day.
  public var rows: [Row]

  /// A calendar.
  public init(rows: [Row] = []) { self.rows = rows }

  /// Whether a day is worked; nil where no row holds.
  public func isWorked(_ day: CalendarDate) -> Bool? {
    guard let row = rows.last(where: { $0.from <= day && day <= $0.to }) else { return nil }
    return day.weekday <= 5 && !row.daysOff.contains(day)
  }

  /// The last day of a term of working days that begins on the day after another; nil where a day
  /// of it is unknown.
  public func end(ofWorkingDays count: Int, after start: CalendarDate) -> CalendarDate? {
    var (day, left) = (start, count)
    while left > 0 {
      day = day.adding(days: 1)
      guard let isWorked = isWorked(day) else { return nil }
      if isWorked { left -= 1 }
    }
    return day
  }

  /// How many working days lie after a day, up to another; nil where a day between is unknown.
  public func workingDays(after start: CalendarDate, until end: CalendarDate) -> Int? {
    var (day, count) = (start, 0)
    while day < end {
      day = day.adding(days: 1)
      guard let isWorked = isWorked(day) else { return nil }
      if isWorked { count += 1 }
    }
    return count
  }
}

extension CalendarDate {
  /// The day of the week, from 1 for Monday.
  public var weekday: Int { ((Int(day) + 3) % 7 + 7) % 7 + 1 }

  /// The day so many calendar months later; the last one where that month is shorter.
  func adding(months: Int) -> CalendarDate {
    let later = month.adding(months: months)
    return (1900..<2200).contains(later.year)
      ? later.date(day: parts.day) : adding(days: months * 31)
  }

  /// How many whole calendar months lie between another day and this one.
  func wholeMonths(since start: CalendarDate) -> Int {
    let months = month.months(since: start.month)
    return start.adding(months: months) <= self ? months : months - 1
  }
}
