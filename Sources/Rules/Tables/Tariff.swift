public import Domain

/// What a month of cover costs: a function of month, fund, sector and income bracket.
///
/// From 2026 the fund decides the price (PP 50/2025): the same work costs the full rate where a
/// public budget pays and half of it where anybody else does.
public struct Tariff: Sendable {
  /// The sectors that PP 50/2025 tells apart.
  public enum Sector: String, CaseIterable, Sendable { case transport, other }

  /// A class of incomes, by its lower bound; the printed upper bounds leave gaps.
  public struct Bracket: Hashable, Sendable {
    /// The lowest income of the class.
    public let income: Int64
    /// The income that benefits are computed from.
    public let base: Int64
    /// The premium for work accidents.
    public let jkk: Int64

    /// A class of incomes.
    public init(income: Int64, base: Int64, jkk: Int64) {
      (self.income, self.base, self.jkk) = (income, base, jkk)
    }
  }

  /// The rates of a time.
  public struct Rate: Sendable {
    /// The row that findings name.
    public let law: LawRef
    /// The first month.
    public let from: CoverageMonth
    /// The last month, where it has ended.
    public let to: CoverageMonth?
    /// The premium for deaths, the same for every income.
    public let jkm: Int64
    /// The classes of incomes, the lowest first.
    public let brackets: [Bracket]

    /// The rates of a time.
    public init(
      law: LawRef, from: CoverageMonth, to: CoverageMonth?, jkm: Int64, brackets: [Bracket]
    ) {
      (self.law, self.from, self.to, self.jkm) = (law, from, to, jkm)
      self.brackets = brackets
    }

    /// What the class of an income pays a month.
    public func amount(income: Int64 = 0) -> Int64 {
      let bracket = brackets.last { $0.income <= income } ?? brackets.first
      return (bracket?.jkk ?? 0) + jkm
    }
  }

  /// A time in which a sector pays a part of the rate.
  public struct Relief: Sendable {
    /// The row that findings name.
    public let law: LawRef
    /// The first month.
    public let from: CoverageMonth
    /// The last month.
    public let to: CoverageMonth
    /// The sector.
    public let sector: Sector
    /// The hundredths of the rate that remain to be paid.
    public let percent: Int64

    /// A time of relief.
    public init(
      law: LawRef, from: CoverageMonth, to: CoverageMonth, sector: Sector, percent: Int64
    ) {
      (self.law, self.from, self.to) = (law, from, to)
      (self.sector, self.percent) = (sector, percent)
    }
  }

  /// The rates, by their first month.
  public var rates: [Rate]
  /// The reliefs.
  public var reliefs: [Relief]

  /// A tariff.
  public init(rates: [Rate] = [], reliefs: [Relief] = []) {
    (self.rates, self.reliefs) = (rates, reliefs)
  }

  /// The lowest bracket's premium, for a fund that has the relief or one that is excluded from it.
  public func expected(
    _ month: CoverageMonth, fundIsExcluded: Bool, sector: Sector
  ) -> ExpectedPremium {
    guard let rate = rates.last(where: { $0.from <= month && month <= $0.to ?? month }) else {
      return .unknown
    }
    let full = rate.amount()
    guard
      let relief = reliefs.last(where: {
        $0.sector == sector && $0.from <= month && month <= $0.to
      })
    else { return ExpectedPremium(amount: full, alternative: nil, law: rate.law) }
    let part = full * relief.percent / 100
    return fundIsExcluded
      ? ExpectedPremium(amount: full, alternative: part, law: relief.law)
      : ExpectedPremium(amount: part, alternative: full, law: relief.law)
  }
}

/// What a month should cost.
public struct ExpectedPremium: Hashable, Sendable {
  /// The rupiah; zero where no rate is known for the month.
  public let amount: Int64
  /// What another fund would rightly pay: such a row is IUR-10 and not IUR-01.
  public let alternative: Int64?
  /// The row that decides.
  public let law: LawRef

  /// What a month should cost.
  public init(amount: Int64, alternative: Int64?, law: LawRef) {
    (self.amount, self.alternative, self.law) = (amount, alternative, law)
  }

  /// No rate is known.
  public static let unknown = ExpectedPremium(amount: 0, alternative: nil, law: .none)

  /// Whether a rate is known.
  @inlinable public var isKnown: Bool { law != .none }

  /// Whether the month costs less than the full rate.
  @inlinable public var isRelieved: Bool { amount < alternative ?? amount }
}
