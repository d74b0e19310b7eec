public import Domain
import Glibc

/// The only clock: today in Asia/Jakarta, which is UTC+7 all year.
public enum CivilClock {
  /// The day it is in Jakarta.
  public static var today: CalendarDate { day(atUnixTime: Int(time(nil))) }

  /// The day it is in Jakarta so many seconds after 1970-01-01 UTC.
  static func day(atUnixTime seconds: Int) -> CalendarDate {
    let local = seconds + 7 * 3600
    let days = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    return CalendarDate(day: Int32(clamping: days))
  }
}

extension CalendarDate {
  /// Reads `2024-06-30` and nothing else.
  public init?(written: String) {
    let bytes = Array(written.utf8)
    guard bytes.count == 10, bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let month = CoverageMonth(written: String(written.prefix(7))) else { return nil }
    guard let day = Int(written.suffix(2)) else { return nil }
    self.init(year: month.year, month: month.month, day: day)
  }
}
