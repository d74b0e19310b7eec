public import Domain

/// What a death is worth, by day of the event, programme, heirs and length of cover.
struct DeathDue {
  /// The rupiah that are due.
  let amount: Int64
  /// The amount that the three-month rule grants on its other side, where it applies.
  var otherSide: Int64?
  /// Where the length of cover stands; nil where no start of cover is known.
  var standing: BenefitSchedule.ShortTenure.Standing?
  /// The row that decides.
  let law: LawRef

  /// Whether either of the two amounts may be the right one.
  var isOpen: Bool { otherSide != nil && (standing == nil || standing == .between) }
}

extension BenefitSchedule {
  /// What a death is worth; nil for other claims and where no row holds.
  func due(for claim: ClaimCase, of person: PersonCase) -> DeathDue? {
    guard claim.isDeath, let grant = grant(on: claim.incidentOn),
      let full = deathBenefit(claim.programme, on: claim.incidentOn)
    else { return nil }
    if claim.isFuneralWithoutHeirs { return DeathDue(amount: grant.funeral, law: grant.law) }
    guard claim.programme == .death, let rule = shortTenure(on: claim.incidentOn) else {
      return DeathDue(amount: full, law: grant.law)
    }
    let standing = person.lastStart(at: claim.incidentOn).map {
      rule.standing(since: $0, at: claim.incidentOn)
    }
    return standing == .short
      ? DeathDue(amount: rule.amount, otherSide: full, standing: standing, law: rule.law)
      : DeathDue(amount: full, otherSide: rule.amount, standing: standing, law: grant.law)
  }

  /// What a claim puts at risk: for a death what it is worth, else what was paid.
  func atRisk(of claim: ClaimCase, of person: PersonCase) -> Int64 {
    due(for: claim, of: person)?.amount ?? claim.paid
  }

  /// What a death that no claim tells of is worth; zero where no row holds.
  func atRisk(ofDeathOn day: CalendarDate, of person: PersonCase) -> Int64 {
    shortBenefit(ofDeathOn: day, of: person) ?? deathBenefit(.death, on: day) ?? 0
  }

  /// What a death is worth in a cover that is too short for the whole benefit in both readings of
  /// the three-month rule; nil in any other.
  public func shortBenefit(ofDeathOn day: CalendarDate, of person: PersonCase) -> Int64? {
    guard let rule = shortTenure(on: day), let start = person.lastStart(at: day),
      rule.standing(since: start, at: day) == .short
    else { return nil }
    return rule.amount
  }

  /// Whether a component of a claim was paid twice to the same recipient.
  ///
  /// Rows that name neither component nor recipient are parts where they add up to the benefit.
  func isPaidTwice(_ claim: ClaimCase) -> Bool {
    guard claim.repeated != nil else { return false }
    guard claim.repeatedIsUnnamed, claim.isDeath else { return true }
    return claim.deathBenefit != deathBenefit(claim.programme, on: claim.incidentOn)
  }
}

extension PersonCase {
  /// The membership that began last on or before a day, by its place: tenure runs from its start.
  func lastStarted(at day: CalendarDate) -> Int? {
    var last: (place: Int, from: CalendarDate)?
    for place in memberships.indices {
      guard let from = memberships[place].from.value, from <= day else { continue }
      if last.map({ from > $0.from }) ?? true { last = (place, from) }
    }
    return last?.place
  }

  /// The start of the last cover that began on or before a day.
  func lastStart(at day: CalendarDate) -> CalendarDate? {
    lastStarted(at: day).flatMap { memberships[$0].from.value }
  }

  /// The membership whose start decides, as a finding names it.
  func lastStartRef(at day: CalendarDate) -> RecordRef {
    lastStarted(at: day).map(membershipRef) ?? .none
  }

  /// How many whole months of cover there were until a day, over all memberships; days of several
  /// memberships count once.
  func monthsOfCover(until day: CalendarDate) -> Int {
    var (months, days) = (0, 0)
    var counted: CalendarDate?
    for membership in memberships {
      guard let from = membership.from.value, from <= day else { continue }
      // The day of the event closes the last cover, the day after its end any other.
      let until = membership.ends.map { $0.adding(days: 1) } ?? day
      let (start, end) = (max(from, counted ?? from), min(until, day))
      guard start < end else { continue }
      let whole = end.wholeMonths(since: start)
      months += whole
      days += Int(end.day - start.adding(months: whole).day)
      counted = end
    }
    return months + days / 30
  }
}
