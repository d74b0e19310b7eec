import Domain

extension PersonCase {
  /// Whether the death is known only from a record whose link is suggested.
  var deathIsSuggested: Bool { death?.isSuggested ?? false }

  /// What a finding that rests on a membership's link is.
  func statusByLink(ofMembership place: Int) -> FindingStatus {
    memberships[place].link.tier == .suggested ? .pending : .new
  }

  /// What a finding that rests on a claim's link and on the person's cover is: a membership whose
  /// link is suggested may be somebody else's, and so may what it covers or leaves uncovered.
  func statusByCover(of claim: ClaimCase) -> FindingStatus {
    memberships.contains { $0.link.tier == .suggested } ? .pending : claim.statusByLink
  }

  /// The payment of the earliest month, and there the one with the lowest payment id, of some.
  func earliestPremium(where isMeant: (Premium) -> Bool) -> Premium? {
    var earliest: Premium?
    for premium in premiums where isMeant(premium) {
      guard let found = earliest else {
        earliest = premium
        continue
      }
      if premium.month > found.month { break }
      if premium.marks.contains(.first) { earliest = premium }
    }
    return earliest
  }

  /// The months of the period in which two memberships are active at once, by their places.
  func activeMonths(of a: Int, and b: Int) -> Period? {
    guard let left = memberships[a].activeDays, let right = memberships[b].activeDays else {
      return nil
    }
    let start = max(left.lowerBound, right.lowerBound)
    let end = min(left.upperBound, right.upperBound)
    let last = min(end, calendar.period.to.lastDay.day)
    guard start <= last else { return nil }
    let from = max(CalendarDate(day: start).month, calendar.period.from)
    return Period(from: from, to: CalendarDate(day: last).month)
  }

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

extension MembershipRecord {
  /// The days of an active membership, as days since 1970; nil where it is not active.
  var activeDays: ClosedRange<Int32>? {
    guard let start = from.value, !isInactive || ends != nil else { return nil }
    let end = ends?.day ?? .max
    return start.day <= end ? start.day...end : nil
  }
}

extension TariffIndex {
  /// What the months of a period cost a person, up to the last month given.
  func cost(of months: Period, for person: PersonCase) -> Int64 {
    var sum: Int64 = 0
    let last = min(months.to, person.calendar.lastGiven ?? months.to)
    let fund = person.premiums.first.map { self.fund(of: $0, person) } ?? 0
    for month in months.months where month <= last {
      sum += expected(month: month, fund: fund, job: person.job).amount
    }
    return sum
  }
}

extension CalendarDate {
  /// The full years from this birthday to a day.
  func years(until day: CalendarDate) -> Int {
    let (born, then) = (parts, day.parts)
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day) ? 1 : 0)
  }
}

extension Finding {
  /// The same finding about another record and month.
  func about(_ subject: RecordRef, month: CoverageMonth?) -> Finding {
    var finding = Finding(
      code, severity, month: month, person: person, subject: subject, other: other,
      expected: expected, found: found, atRisk: atRisk)
    (finding.status, finding.law, finding.support) = (status, law, support)
    return finding
  }
}

extension ReceiptMatch {
  /// The billing code as findings name it.
  var ref: RecordRef { billingCode == 0 ? .none : RecordRef(.receipt, billingCode) }
}

extension DisbursementCase {
  /// The latest month of the list's rows, else the register's.
  var lastMonth: CoverageMonth? { list.rows > 0 ? list.lastMonth : registerMonth }

  /// The rupiah of the list's rows of some years; where there are none, the register's.
  func amount(of isMeant: (Int) -> Bool) -> Int64 {
    guard list.rows > 0 else { return registerAmount }
    return parts.reduce(0) { isMeant(Int($1.year)) ? $0 + $1.amount : $0 }
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
