public import Domain

/// A person's case in which all is well: a test changes the part it is about.
///
/// The period is January to June 2024. The person is listed, has one membership from the first day
/// and a premium of 16.800 for every month, paid by fund 1 on the month's tenth day.
public struct CaseBuilder {
  /// The person's number.
  public var person: UInt32 = 7
  /// The row in the city's list.
  public var roster: RosterRecord? = CaseBuilder.listed()
  /// The memberships, by start.
  public var memberships = [CaseBuilder.membership()]
  /// The claims, by day and number.
  public var claims: [ClaimCase] = []
  /// The payments, by month, fund and payment id.
  public var premiums: [Premium]
  /// What is known of the person's death.
  public var death: DeathFact?
  /// Whether the case holds one record that no id ties to anybody.
  public var isLoose = false
  /// The kinds of input there are.
  public var given: GivenKinds = [.roster, .memberships, .contributions, .disbursements, .claims]
  /// What other people's records say.
  public var shared: SharedFacts?
  /// The months that are judged.
  public var period: Period
  /// The months that have a row; all months of the period where nil.
  public var givenMonths: Set<CoverageMonth>?

  /// A case in which all is well.
  public init() {
    let (first, last) = (CaseBuilder.month("2024-01"), CaseBuilder.month("2024-06"))
    guard let period = Period(from: first, to: last) else {
      preconditionFailure("January comes before June")
    }
    self.period = period
    premiums = period.months.enumerated().map { place, month in
      CaseBuilder.premium(month, row: UInt32(place))
    }
  }

  /// Calls `body` with the case; its runs are valid until it returns.
  public func build<R>(_ body: (PersonCase) throws -> R) rethrows -> R {
    let rows = [roster].compactMap { $0 }
    let facts = [shared].compactMap { $0 }
    let calendars = [CaseCalendar(period: period, given: givenMonths ?? Set(period.months))]
    return try rows.withUnsafeBufferPointer { roster in
      try memberships.withUnsafeBufferPointer { memberships in
        try claims.withUnsafeBufferPointer { claims in
          try premiums.withUnsafeBufferPointer { premiums in
            try facts.withUnsafeBufferPointer { facts in
              try calendars.withUnsafeBufferPointer { calendars in
                var made = PersonCase(
                  person: person, roster: whole(roster), memberships: whole(memberships),
                  firstMembership: 100, claims: whole(claims), premiums: whole(premiums),
                  death: death, isLoose: isLoose, given: given, calendar: whole(calendars))
                made.sharedFacts = whole(facts)
                return try body(made)
              }
            }
          }
        }
      }
    }
  }

  private func whole<T>(_ buffer: UnsafeBufferPointer<T>) -> Run<T> {
    Run(buffer, from: 0, count: buffer.count)
  }
}

// MARK: Parts

extension CaseBuilder {
  /// A month, as `2024-06`.
  public static func month(_ text: String) -> CoverageMonth { day(text + "-01").month }

  /// A day, as `2024-06-11`.
  public static func day(_ text: String) -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    else { preconditionFailure("a test writes days as 2024-06-11") }
    return day
  }

  /// A NIK, as its text.
  public static func nik(_ text: String) -> NIK { NIK(parsing: text.utf8Span.span) }

  /// A row of the city's list, with a synthetic NIK.
  public static func listed(nik: String = "3375010101800001") -> RosterRecord {
    var row = RosterRecord()
    (row.nik, row.job, row.fund) = (CaseBuilder.nik(nik), 1, 1)
    return row
  }

  /// A membership under no stated wadah, without an end unless given.
  public static func membership(
    from: String = "2024-01-01", until: String? = nil, nik: String = "3375010101800001"
  ) -> MembershipRecord {
    var membership = MembershipRecord()
    membership.from = DateCell(day(from))
    membership.until = DateCell(until.map(day))
    (membership.nik, membership.job) = (CaseBuilder.nik(nik), 1)
    membership.link = Link(person: 7, method: .nik, tier: .auto)
    return membership
  }

  /// A payment; the tenth day of the month unless another is given.
  public static func premium(
    _ month: CoverageMonth, row: UInt32, amount: Int32 = 16_800, fund: UInt8 = 1,
    paidOn: String? = nil, marks: Premium.Marks = []
  ) -> Premium {
    var line = ContributionRow()
    (line.row, line.amount, line.month, line.fund) = (row, amount, month, fund)
    line.paidDay = UInt16((paidOn.map(day) ?? month.date(day: 10)).day)
    return Premium(line, person: 7, marks: marks)
  }

  /// A claim for a death that was paid as the law says, linked for sure.
  public static func claim(
    on incident: String, programme: Programme = .death, paid: Int64 = 42_000_000,
    row: UInt32 = 40, tier: Link.Tier = .auto, nik: String = "3375010101800001",
    isDeath: Bool? = nil
  ) -> ClaimCase {
    var claim = ClaimCase(
      number: Text(start: row, count: 1), firstRow: row, programme: programme,
      incidentOn: day(incident), link: Link(person: 7, method: .nik, tier: tier),
      isDeath: isDeath ?? (programme == .death), nik: CaseBuilder.nik(nik))
    (claim.paid, claim.deathBenefit, claim.benefitRows) = (paid, paid, 1)
    return claim
  }
}
