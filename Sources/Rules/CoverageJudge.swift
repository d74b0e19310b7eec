public import Domain

/// Judges whether the month of a claim's event was covered, and how.
///
/// The outcome is the first that applies: not checked, not covered, aligned start, paid in
/// advance, covered, covered late, healed. Only `Coverage.gap` leads to a finding.
public func coverage(
  of claim: ClaimCase, in person: PersonCase, dueDay: Int, tariff: TariffIndex
) -> Coverage {
  var result = Coverage()
  let month = claim.incidentOn.month
  guard isChecked(claim, in: person, month) else { return result }
  guard let cover = coveringMemberships(of: person, at: claim.incidentOn) else {
    reportMissingCover(of: person, at: claim.incidentOn, in: &result)
    return result
  }
  guard let first = person.firstPremium(of: month) else {
    if person.calendar.isDoubtful(month) { return result }
    result.use(cover.last, of: person)
    if let place = PremiumCredit.payment(for: month, of: person, tariff) {
      (result.outcome, result.payments) = (.paidInAdvance, place..<place + 1)
      return result
    }
    result.outcome = .notCovered
    let unpaid = unpaidMonths(before: month, of: person, since: person.memberships[cover.last])
    result.gap = unpaid > monthsOfArrears ? .lapsed(months: unpaid) : .unpaidMonth
    return result
  }
  var end = first + 1
  while end < person.premiums.count, person.premiums[end].month == month { end += 1 }
  result.use(cover.first, of: person)
  result.payments = first..<end
  result.outcome = outcome(
    of: claim.incidentOn, paidOn: firstPayment(of: person, in: first..<end),
    since: person.memberships[cover.first].firstMonth, dueDay: dueDay)
  return result
}

/// How many consecutive months may stay unpaid before the cover lapses.
private let monthsOfArrears = 3

/// Whether cover can be judged: a month of a list that is not used counts as given.
private func isChecked(
  _ claim: ClaimCase, in person: PersonCase, _ month: CoverageMonth
) -> Bool {
  person.given.contains(.memberships)
    && person.calendar.period.contains(month) && person.calendar.isGiven(month)
    && !person.memberships.isEmpty && (claim.link.isLinked || person.isOnCityList)
}

/// The first and the last started of the memberships that cover a day, by their places.
///
/// Where the month is paid the first says since when; where it is not, the last is the least
/// in arrears.
private func coveringMemberships(
  of person: PersonCase, at day: CalendarDate
) -> (first: Int, last: Int)? {
  func covers(_ place: Int) -> Bool {
    let membership = person.memberships[place]
    guard let from = membership.from.value, from <= day else { return false }
    return day <= membership.ends ?? day
  }
  let places = person.memberships.indices
  guard let first = places.first(where: covers), let last = places.last(where: covers) else {
    return nil
  }
  return (first, last)
}

/// Tells whether the cover starts after the event or ended before it.
private func reportMissingCover(
  of person: PersonCase, at day: CalendarDate, in result: inout Coverage
) {
  result.outcome = .notCovered
  var last: Int?
  for place in person.memberships.indices {
    let membership = person.memberships[place]
    guard let from = membership.from.value, from <= day else { continue }
    let latest = last.map { person.memberships[$0].ends ?? day }
    if latest.map({ $0 <= membership.ends ?? day }) ?? true { last = place }
  }
  if let last, let end = person.memberships[last].ends {
    result.use(last, of: person)
    result.gap = .afterEnd(monthsLate: beginningMonths(from: end, to: day))
  } else {
    result.use(0, of: person)
    result.gap = .beforeStart
  }
}

/// How many months have begun from the end of cover to a later day; a month's last day counts
/// as the last day of every month.
private func beginningMonths(from end: CalendarDate, to day: CalendarDate) -> Int {
  let (e, d) = (end.parts, day.parts)
  let whole = (d.year - e.year) * 12 + d.month - e.month
  return end == end.month.lastDay || d.day <= e.day ? whole : whole + 1
}

/// How many months directly before a month are unpaid since the start of cover.
///
/// Only months of the period from the first month given count; months without any row are passed.
private func unpaidMonths(
  before month: CoverageMonth, of person: PersonCase, since membership: MembershipRecord
) -> Int {
  let calendar = person.calendar
  guard let start = membership.firstMonth, let given = calendar.firstGiven else { return 0 }
  let first = max(start, calendar.period.from, given)
  var (unpaid, current) = (0, month)
  while current > first {
    current = current.adding(months: -1)
    if !calendar.isGiven(current) { continue }
    if person.firstPremium(of: current) != nil || calendar.isDoubtful(current) { return unpaid }
    unpaid += 1
  }
  return unpaid
}

/// The earliest day on which one of the payments was made, where any states it.
private func firstPayment(of person: PersonCase, in places: Range<Int>) -> CalendarDate? {
  var earliest: CalendarDate?
  for place in places {
    guard let day = person.premiums[place].paidOn else { continue }
    earliest = min(earliest ?? day, day)
  }
  return earliest
}

/// How a paid month was covered; a payment without a date counts as made in time.
private func outcome(
  of event: CalendarDate, paidOn: CalendarDate?, since start: CoverageMonth?, dueDay: Int
) -> Coverage.Outcome {
  guard let paidOn else { return .covered }
  let month = event.month
  if month == start, event < paidOn { return .alignedStart }
  if paidOn < month.date(day: 1) { return .paidInAdvance }
  guard let due = month.dueDate(on: dueDay) else { return .covered }
  if paidOn <= due { return .covered }
  return paidOn.month.months(since: month) <= monthsOfArrears ? .coveredLate : .healed
}

extension Coverage {
  /// Names the membership that decides.
  fileprivate mutating func use(_ place: Int, of person: PersonCase) {
    membership = place
    from = person.memberships[place].from.value
    until = person.memberships[place].ends
  }
}
