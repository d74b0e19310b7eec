internal import Domain

/// What was paid beyond the half rate, and which unpaid months it pays for (PP 50/2025).
///
/// Walked month by month beside a person's payments, once over all memberships: money that has
/// paid for a month of one is not there for a month of another.
struct PremiumCredit {
  private let tariff: TariffIndex
  private var (next, amount, payer) = (0, Int64(0), UInt8(0))
  /// Where the last payment with an excess stands.
  private var source = 0

  private init(tariff: TariffIndex) { self.tariff = tariff }

  /// Calls `body` for each month of cover without a payment, with the membership whose month it is
  /// and the payment whose excess pays for it, by their places.
  ///
  /// The months are those of the lists given, inside the period and until the death, unless that is
  /// only suggested; one without any row between them is a missing list and not walked.
  static func forEachUnpaidMonth(
    of person: PersonCase, _ tariff: TariffIndex,
    _ body: (_ month: CoverageMonth, _ place: Int, _ source: Int?) -> Void
  ) {
    guard let lastGiven = person.calendar.lastGiven else { return }
    let period = person.calendar.period
    let death = person.deathIsSuggested ? nil : person.monthOfDeath
    let end = min(lastGiven, death ?? lastGiven, period.to)
    guard var month = person.firstCoveredMonth.map({ max($0, period.from) }) else { return }
    var credit = PremiumCredit(tariff: tariff)
    while month <= end {
      if !credit.isPaid(month, of: person), person.isExpected(month),
        let place = person.membership(covering: month)
      {
        body(month, place, credit.pays(for: month, of: person) ? credit.source : nil)
      }
      month = month.adding(months: 1)
    }
  }

  /// The payment whose excess pays for an unpaid month, by its place.
  static func payment(
    for month: CoverageMonth, of person: PersonCase, _ tariff: TariffIndex
  ) -> Int? {
    guard month >= tariff.firstRelief else { return nil }
    var found: Int?
    forEachUnpaidMonth(of: person, tariff) { unpaid, _, source in
      if unpaid == month { found = source }
    }
    return found
  }

  /// Takes up the payments before a month, and says whether one is for that month itself.
  @inline(__always)
  private mutating func isPaid(_ month: CoverageMonth, of person: PersonCase) -> Bool {
    while next < person.premiums.count, person.premiums[next].month < month {
      let more = excess(of: person.premiums[next], person)
      if more > 0 {
        (amount, payer, source) = (amount + more, person.premiums[next].fund, next)
      }
      next += 1
    }
    return next < person.premiums.count && person.premiums[next].month == month
  }

  /// Pays for an unpaid month, if enough is left.
  private mutating func pays(for month: CoverageMonth, of person: PersonCase) -> Bool {
    guard amount > 0 else { return false }
    let due = tariff.expected(month: month, fund: payer, job: person.job).amount
    guard amount >= due else { return false }
    amount -= due
    return true
  }

  /// What a payment at the full rate is above the half that was due.
  @inline(__always)
  private func excess(of premium: Premium, _ person: PersonCase) -> Int64 {
    guard premium.month >= tariff.firstRelief else { return 0 }
    let due = tariff.expected(premium, of: person)
    guard due.isRelieved, Int64(premium.amount) == due.alternative else { return 0 }
    return Int64(premium.amount) - due.amount
  }
}

extension PersonCase {
  /// The first month that any membership covers which a premium is due for.
  fileprivate var firstCoveredMonth: CoverageMonth? {
    var first: CoverageMonth?
    for membership in memberships where membership.segment != .formal {
      guard let start = membership.firstMonth else { continue }
      first = min(first ?? start, start)
    }
    return first
  }

  /// Whether a month's payments are known: it has rows, or lies before the first list.
  fileprivate func isExpected(_ month: CoverageMonth) -> Bool {
    if calendar.isDoubtful(month) { return false }
    return calendar.isGiven(month) || month <= calendar.firstGiven ?? month
  }

  /// The first of the memberships that cover a month, by its place, one whose link is sure before
  /// one that is suggested; a formal worker's covers none.
  fileprivate func membership(covering month: CoverageMonth) -> Int? {
    let covering = memberships.indices.lazy.filter { place in
      let membership = memberships[place]
      guard membership.segment != .formal, let start = membership.firstMonth else { return false }
      return start <= month && month <= membership.lastMonth ?? month
    }
    return covering.first { memberships[$0].link.tier != .suggested } ?? covering.first
  }
}
