public import Domain

/// The tariff by the run's own numbers of months, funds and jobs: three look-ups for an answer.
public struct TariffIndex: Sendable {
  @usableFromInline let first: UInt16
  @usableFromInline let entries: ContiguousArray<ExpectedPremium>
  @usableFromInline let isTransport: ContiguousArray<Bool>
  @usableFromInline let isExcluded: ContiguousArray<Bool>
  private let payers: ContiguousArray<Int16>
  private let rates: [Tariff.Rate]
  /// The first month in which anybody pays a part of the rate.
  let firstRelief: CoverageMonth

  /// Prepares a tariff for a run.
  ///
  /// `reliefExcludes` names the funds without relief: a fund is excluded when its text is such a
  /// name, alone or before other words. A row that names no fund is taken to be the city's.
  public init(law: LawBook, jobs: SymbolTable, funds: SymbolTable, reliefExcludes: [String]) {
    let tariff = law.tariff
    let starts = tariff.rates.map(\.from.index).min() ?? 0
    let months = Self.lastChange(of: tariff, from: starts) - starts
    first = starts
    rates = tariff.rates
    firstRelief = tariff.reliefs.map(\.from).min() ?? CoverageMonth(index: .max)
    var entries: ContiguousArray<ExpectedPremium> = []
    for month in 0...months {
      let month = CoverageMonth(index: starts + month)
      for sector in [Tariff.Sector.other, .transport] {
        for isExcluded in [false, true] {
          entries.append(tariff.expected(month, fundIsExcluded: isExcluded, sector: sector))
        }
      }
    }
    self.entries = entries
    isTransport = ContiguousArray(
      (0..<jobs.count).map { law.jobs.sector(of: jobs.string(UInt32($0))) == .transport })
    isExcluded = ContiguousArray(
      (0..<funds.count).map { symbol in
        symbol == 0 || Self.isNamed(funds.string(UInt32(symbol)), in: reliefExcludes)
      })
    let texts = (0..<funds.count).map { funds.string(UInt32($0)) }
    payers = FundIndex.payers(of: texts, law.funds)
  }

  /// The lowest bracket's premium; funds and jobs that came after the index count as the first.
  @inlinable public func expected(
    month: CoverageMonth, fund: UInt8, job: SymbolTable.Symbol
  ) -> ExpectedPremium {
    guard month.index >= first else { return .unknown }
    let excluded = Int(fund) >= isExcluded.count || isExcluded[Int(fund)]
    let transport = Int(job) < isTransport.count && isTransport[Int(job)]
    let slot = min(Int(month.index - first), entries.count / 4 - 1)
    return entries[slot * 4 + (transport ? 2 : 0) + (excluded ? 1 : 0)]
  }

  /// What a payment should have been.
  @inlinable public func expected(_ premium: Premium, of person: PersonCase) -> ExpectedPremium {
    expected(month: premium.month, fund: fund(of: premium, person), job: person.job)
  }

  /// Who paid: as the row says, else as the city's list says.
  @inlinable public func fund(of premium: Premium, _ person: PersonCase) -> UInt8 {
    if premium.fund != 0 { return premium.fund }
    return person.roster.first.flatMap { UInt8(exactly: $0.fund) } ?? 0
  }

  /// Whether two funds are one payer, however they are spelled.
  public func isOnePayer(_ a: UInt8, _ b: UInt8) -> Bool {
    a == b || Int(max(a, b)) < payers.count && payers[Int(a)] == payers[Int(b)]
  }

  /// The two parts of the lowest full premium of a month: work accidents, deaths.
  func parts(of month: CoverageMonth) -> (jkk: Int64, jkm: Int64, law: LawRef)? {
    guard let rate = rates.last(where: { $0.from <= month && month <= $0.to ?? month }) else {
      return nil
    }
    return (rate.amount() - rate.jkm, rate.jkm, rate.law)
  }

  /// What all of a person's payments should have been.
  func expectedSum(of person: PersonCase) -> Int64 {
    let job = person.job
    return person.premiums.reduce(0) {
      $0 + expected(month: $1.month, fund: fund(of: $1, person), job: job).amount
    }
  }

  /// The first month from which nothing changes any more.
  private static func lastChange(of tariff: Tariff, from start: UInt16) -> UInt16 {
    let ends = tariff.rates.compactMap(\.to) + tariff.reliefs.map(\.to)
    let changes = tariff.rates.map(\.from.index) + ends.map { $0.index + 1 }
    return max(start, changes.max() ?? start)
  }

  private static func isNamed(_ fund: String, in names: [String]) -> Bool {
    let text = fund.uppercased()
    return names.contains { name in
      let name = name.uppercased()
      guard text.hasPrefix(name) else { return false }
      guard let next = text.dropFirst(name.count).first else { return true }
      return !next.isLetter
    }
  }
}
