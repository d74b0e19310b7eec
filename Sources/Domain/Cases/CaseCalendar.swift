/// Which months a run judges and which of them the city's lists cover.
public struct CaseCalendar: Sendable {
  /// The months of the definition.
  public let period: Period
  /// The first month that has a contribution row.
  public let firstGiven: CoverageMonth?
  /// The last month that has a contribution row.
  public let lastGiven: CoverageMonth?
  /// The last month of the period that has a contribution row which is used.
  public let lastPaid: CoverageMonth?
  /// One bit a month from `firstGiven`, so that a case copies no reference.
  private var given = InlineArray<8, UInt64>(repeating: 0)
  /// The same for months of which some payment list is not used.
  private var doubtful = InlineArray<8, UInt64>(repeating: 0)

  /// The longest stretch of months a run can judge.
  public static let longest = 512

  /// A calendar for a period and the months that have rows; they span at most `longest` months.
  ///
  /// `unused` are the months of lists whose rows are not used: they count as given.
  public init(
    period: Period, given rows: Set<CoverageMonth>, unused: Set<CoverageMonth> = []
  ) {
    self.period = period
    lastPaid = rows.filter(period.contains).max()
    let months = rows.union(unused)
    (firstGiven, lastGiven) = (months.min(), months.max())
    guard let first = firstGiven else { return }
    for month in months {
      let bit = month.months(since: first)
      if bit < CaseCalendar.longest { given[bit / 64] |= 1 << UInt64(bit % 64) }
    }
    for month in unused {
      let bit = month.months(since: first)
      if bit < CaseCalendar.longest { doubtful[bit / 64] |= 1 << UInt64(bit % 64) }
    }
  }

  /// Whether a month has a contribution row.
  public func isGiven(_ month: CoverageMonth) -> Bool {
    guard let bit = bit(of: month) else { return false }
    return given[bit / 64] & 1 << UInt64(bit % 64) != 0
  }

  /// Whether rows of a month may be missing, because some list of it is not used.
  public func isDoubtful(_ month: CoverageMonth) -> Bool {
    guard let bit = bit(of: month) else { return false }
    return doubtful[bit / 64] & 1 << UInt64(bit % 64) != 0
  }

  private func bit(of month: CoverageMonth) -> Int? {
    guard let first = firstGiven, case let bit = month.months(since: first), bit >= 0,
      bit < CaseCalendar.longest
    else { return nil }
    return bit
  }
}

/// The kinds of input that a run was given; what is not given is not checked.
public struct GivenKinds: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Wraps bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// One kind.
  public init(_ kind: InputKind) { rawValue = 1 << kind.rawValue }
  /// Several kinds.
  public init(kinds: some Sequence<InputKind>) { self.init(kinds.map { GivenKinds($0) }) }
  /// The city's list of people.
  public static let roster = GivenKinds(.roster)
  /// BPJamsostek's list of members.
  public static let memberships = GivenKinds(.memberships)
  /// The city's payment lists.
  public static let contributions = GivenKinds(.contributions)
  /// The city's SP2D register.
  public static let disbursements = GivenKinds(.disbursements)
  /// BPJamsostek's claims.
  public static let claims = GivenKinds(.claims)
  /// What BPJamsostek received.
  public static let receipts = GivenKinds(.receipts)
  /// The city's bank account.
  public static let bank = GivenKinds(.bank)
  /// What the civil registry says of people.
  public static let registry = GivenKinds(.registry)
  /// The refunds that were agreed.
  public static let refunds = GivenKinds(.refunds)
}
