/// All that both sides say of one person: what the person rules judge.
public struct PersonCase {
  /// The person's number in the run.
  public let person: UInt32
  /// The person's row in the city's list: one or none.
  public let roster: Run<RosterRecord>
  /// The person's memberships, by start, then KPJ.
  public let memberships: Run<MembershipRecord>
  /// Where the first of them stands among the run's memberships; the others follow.
  public let firstMembership: UInt32
  /// The person's claims that are not cancelled, by day of the event, then number.
  public let claims: Run<ClaimCase>
  /// The person's payments, by month, fund and payment id.
  public let premiums: Run<Premium>
  /// What is known of the person's death.
  public let death: DeathFact?
  /// Whether the case holds one record that no id ties to anybody.
  public let isLoose: Bool
  /// The kinds of input there are.
  public let given: GivenKinds
  /// The months there are: one value, which all cases share, since a case is copied often.
  @usableFromInline let calendars: Run<CaseCalendar>
  /// What other people's records say: one value or none.
  public var sharedFacts = Run<SharedFacts>()

  /// A person's case.
  public init(
    person: UInt32, roster: Run<RosterRecord>, memberships: Run<MembershipRecord>,
    firstMembership: UInt32, claims: Run<ClaimCase>, premiums: Run<Premium>,
    death: DeathFact?, isLoose: Bool, given: GivenKinds, calendar: Run<CaseCalendar>
  ) {
    self.person = person
    (self.roster, self.memberships, self.claims) = (roster, memberships, claims)
    (self.firstMembership, self.premiums, self.death) = (firstMembership, premiums, death)
    (self.isLoose, self.given, calendars) = (isLoose, given, calendar)
  }

  /// The months there are.
  @inlinable public var calendar: CaseCalendar { calendars[0] }

  /// What other people's records say, where they say anything.
  @inlinable public var shared: SharedFacts? { sharedFacts.first }

  /// The month of death, where it is known.
  @inlinable public var monthOfDeath: CoverageMonth? { death?.date?.month }

  /// Whether the city lists the person: in its roster or among its payments.
  @inlinable public var isOnCityList: Bool { !roster.isEmpty || !premiums.isEmpty }

  /// The job that decides the tariff: the city's, else BPJamsostek's.
  public var job: SymbolTable.Symbol {
    if let listed = roster.first, listed.job != 0 { return listed.job }
    return memberships.first?.job ?? 0
  }

  /// The person's row in the city's list, as a finding names it.
  public var rosterRef: RecordRef {
    roster.isEmpty ? .none : RecordRef(.participant, person)
  }

  /// A membership as a finding names it.
  public func membershipRef(_ index: Int) -> RecordRef {
    RecordRef(.membership, firstMembership + UInt32(index))
  }

  /// Where the first payment of a month stands, or nil where the month is unpaid.
  @inlinable public func firstPremium(of month: CoverageMonth) -> Int? {
    var (low, high) = (0, premiums.count)
    while low < high {
      let middle = (low + high) / 2
      if premiums[middle].month < month { low = middle + 1 } else { high = middle }
    }
    return low < premiums.count && premiums[low].month == month ? low : nil
  }
}

/// What is known of a person's death.
public struct DeathFact: Sendable {
  /// The day, where some record states it.
  public let date: CalendarDate?
  /// The record that tells it.
  public let source: RecordRef
  /// Whether that record's link to the person is only suggested.
  public let isSuggested: Bool

  /// A death told by a record.
  public init(date: CalendarDate?, source: RecordRef, isSuggested: Bool = false) {
    (self.date, self.source, self.isSuggested) = (date, source, isSuggested)
  }
}

/// Some people's cases: what a rule is handed at a time.
public struct CaseBlock {
  /// The cases, at most 256.
  public let people: Run<PersonCase>

  /// A block of cases.
  public init(_ people: Run<PersonCase>) { self.people = people }
}
