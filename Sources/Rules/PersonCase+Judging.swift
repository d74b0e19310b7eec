import Domain

extension PersonCase {
  /// Whether the death is known only from a record whose link is suggested.
  var deathIsSuggested: Bool { death?.isSuggested ?? false }

  /// The rupiah paid for months after a month.
  func paid(after month: CoverageMonth) -> Int64 {
    premiums.reduce(0) { $1.month > month ? $0 + Int64($1.amount) : $0 }
  }

  /// Calls `body` for every payment of a month beyond the one with the lowest payment id.
  @inline(__always) func forEachExtraPremium(_ body: (_ first: Premium, _ extra: Premium) -> Void) {
    var start = 0
    while start < premiums.count {
      var end = start + 1
      while end < premiums.count, premiums[end].month == premiums[start].month { end += 1 }
      if end - start > 1, premiums[start].month.isPresent {
        let first = (start..<end).first { premiums[$0].marks.contains(.first) } ?? start
        for extra in start..<end where extra != first { body(premiums[first], premiums[extra]) }
      }
      start = end
    }
  }
}

extension ClaimCase {
  /// What a finding that rests on the claim's link is: no accusation where the link is suggested.
  var statusByLink: FindingStatus { link.tier == .suggested ? .pending : .new }
}

extension CoverageMonth {
  /// The day until which the premium of this month may be paid; nil at the end of the calendar.
  func dueDate(on day: Int, monthsLater months: Int = 1) -> CalendarDate? {
    let month = adding(months: months)
    return month.year < 2200 ? month.date(day: max(1, day)) : nil
  }
}

/// How far two amounts lie apart, at most what an amount can hold.
func distance(_ a: Int64, _ b: Int64) -> Int64 {
  let (difference, overflow) = a.subtractingReportingOverflow(b)
  return overflow ? Int64.max : Int64(clamping: difference.magnitude)
}
