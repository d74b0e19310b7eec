internal import Domain

/// What was paid beyond the half rate, and which unpaid months it pays for (PP 50/2025).
///
/// Walked month by month beside a person's payments.
struct PremiumCredit {
  private let tariff: TariffIndex
  private var (next, amount, payer) = (0, Int64(0), UInt8(0))
  /// Where the last payment with an excess stands.
  private(set) var source = 0

  init(tariff: TariffIndex) { self.tariff = tariff }

  /// Takes up the payments before a month, and says whether one is for that month itself.
  @inline(__always)
  mutating func isPaid(_ month: CoverageMonth, of person: PersonCase) -> Bool {
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
  mutating func pays(for month: CoverageMonth, of person: PersonCase) -> Bool {
    guard amount > 0 else { return false }
    let due = tariff.expected(month: month, fund: payer, job: person.job).amount
    guard amount >= due else { return false }
    amount -= due
    return true
  }

  /// The payment whose excess pays for an unpaid month of a membership, by its place.
  static func payment(
    for month: CoverageMonth, since start: CoverageMonth, of person: PersonCase,
    _ tariff: TariffIndex
  ) -> Int? {
    guard month >= tariff.firstRelief else { return nil }
    var credit = PremiumCredit(tariff: tariff)
    var current = max(start, tariff.firstRelief)
    while current <= month {
      let isOpen = !credit.isPaid(current, of: person)
      let isCovered = isOpen && credit.pays(for: current, of: person)
      if current == month { return isCovered ? credit.source : nil }
      current = current.adding(months: 1)
    }
    return nil
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
