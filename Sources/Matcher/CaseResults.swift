public import Domain

/// What judging some people's cases gave: one partition's share of the run.
public struct CaseResults: Sendable {
  /// A cell of the monthly totals.
  public struct Cell: Hashable, Sendable {
    /// The month.
    public let month: CoverageMonth
    /// Who paid.
    public let fund: UInt8
    /// A month of a fund.
    public init(month: CoverageMonth, fund: UInt8) { (self.month, self.fund) = (month, fund) }
  }

  /// What a cell adds up to.
  public struct Sums: Sendable {
    /// Different people.
    public var people: Int64 = 0
    /// Payment rows.
    public var rows: Int64 = 0
    /// Their rupiah.
    public var amount: Int64 = 0
    /// What the tariff asks for these people.
    public var expected: Int64 = 0
    /// Nothing.
    public init() {}
    /// Adds another's.
    public mutating func add(_ other: Sums) {
      people += other.people
      rows += other.rows
      amount += other.amount
      expected += other.expected
    }
  }

  /// A claim and the payments that prove its cover.
  public struct CoveredClaim: Sendable {
    /// The claim, its coverage judged.
    public let claim: ClaimCase
    /// The membership that decides, where one does.
    public let membership: RecordRef
    /// Its stretch of `CaseResults.payments`.
    public var payments: Range<Int>
  }

  /// What the rules found.
  public var findings = Findings()
  /// By the month the premium is for.
  public var coverage: [Cell: Sums] = [:]
  /// By the month it was paid.
  public var cash: [Cell: Sums] = [:]
  /// The claims.
  public var claims: ContiguousArray<CoveredClaim> = []
  /// The row numbers of the payments that prove cover.
  public var payments: ContiguousArray<UInt32> = []
  /// Different people of each SP2D that has several months.
  public var people: [SymbolTable.Symbol: Int] = [:]
  /// What the people of each SP2D whose cover lapsed are worth less than the whole benefit.
  public var shortBenefits: [SymbolTable.Symbol: Int64] = [:]
  /// People with a premium in the period's last paid month, by kelurahan as written, with rupiah.
  public var villages: [SymbolTable.Symbol: Sums] = [:]
  /// The same by job as written.
  public var jobs: [SymbolTable.Symbol: Sums] = [:]
  /// People with a premium in the period's last paid month and what was paid for them then.
  public var lastMonth = Tally()
  /// Payments that stood in cases.
  public var premiums = Tally()

  /// Nothing.
  public init() {}

  /// Makes room for as many claims, most of which a payment of one month covers.
  mutating func reserve(claims count: Int) {
    claims.reserveCapacity(count)
    payments.reserveCapacity(count)
  }

  /// Adds another partition's share.
  public mutating func add(_ other: CaseResults) {
    findings.add(other.findings)
    for (cell, sums) in other.coverage { coverage[cell, default: Sums()].add(sums) }
    for (cell, sums) in other.cash { cash[cell, default: Sums()].add(sums) }
    for (name, sums) in other.villages { villages[name, default: Sums()].add(sums) }
    for (name, sums) in other.jobs { jobs[name, default: Sums()].add(sums) }
    for (sp2d, count) in other.people { people[sp2d, default: 0] += count }
    for (sp2d, less) in other.shortBenefits { shortBenefits[sp2d, default: 0] += less }
    let start = payments.count
    payments.append(contentsOf: other.payments)
    for var claim in other.claims {
      claim.payments = claim.payments.lowerBound + start..<claim.payments.upperBound + start
      claims.append(claim)
    }
    premiums.add(other.premiums)
    lastMonth.add(other.lastMonth)
  }
}
