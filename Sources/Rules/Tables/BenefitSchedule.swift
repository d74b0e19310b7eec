public import Domain

/// What the law grants for a death, by the day of the event.
///
/// Work accidents are counted at the lowest bracket's base of one million: 48 times the base, the
/// periodic part and the funeral.
public struct BenefitSchedule: Sendable {
  /// The benefits of a time.
  public struct Grant: Sendable {
    /// The row that findings name.
    public let law: LawRef
    /// The first day.
    public let from: CalendarDate
    /// The last day, where it has ended.
    public let to: CalendarDate?
    /// A death that work did not cause.
    public let death: Int64
    /// A death by a work accident.
    public let workAccidentDeath: Int64
    /// The funeral alone, where there are no heirs.
    public let funeral: Int64

    /// The benefits of a time.
    public init(
      law: LawRef, from: CalendarDate, to: CalendarDate?, death: Int64, workAccidentDeath: Int64,
      funeral: Int64
    ) {
      (self.law, self.from, self.to, self.death) = (law, from, to, death)
      (self.workAccidentDeath, self.funeral) = (workAccidentDeath, funeral)
    }
  }

  /// The rule that a short membership is worth the funeral alone.
  public struct ShortTenure: Sendable {
    /// The row that findings name.
    public let law: LawRef
    /// The first day of events under it.
    public let from: CalendarDate
    /// The months of cover for the whole benefit, in one reading.
    public let months: Int
    /// The days of cover for the whole benefit, in the other reading.
    public let days: Int
    /// What a shorter membership is worth.
    public let amount: Int64

    /// The rule of a time.
    public init(law: LawRef, from: CalendarDate, months: Int, days: Int, amount: Int64) {
      (self.law, self.from, self.months) = (law, from, months)
      (self.days, self.amount) = (days, amount)
    }

    /// Where a length of cover stands.
    public enum Standing: Sendable {
      /// Too short in both readings.
      case short
      /// Too short in one reading and long enough in the other.
      case between
      /// Long enough in both readings.
      case full
    }

    /// Where cover that began on a day stands at the event.
    public func standing(since start: CalendarDate, at event: CalendarDate) -> Standing {
      let byMonths = event >= start.adding(months: months)
      let byDays = event.day - start.day >= Int32(days)
      return byMonths == byDays ? (byMonths ? .full : .short) : .between
    }
  }

  /// The benefits, by their first day.
  public var grants: [Grant]
  /// The rules of short memberships, by their first day.
  public var shortTenures: [ShortTenure]
  /// The scholarships for children, by their first day.
  public var scholarships: [ScholarshipGrant]

  /// A schedule.
  public init(
    grants: [Grant] = [], shortTenures: [ShortTenure] = [], scholarships: [ScholarshipGrant] = []
  ) {
    (self.grants, self.shortTenures, self.scholarships) = (grants, shortTenures, scholarships)
  }

  /// The scholarships for an event on a day.
  public func scholarship(on day: CalendarDate) -> ScholarshipGrant? {
    scholarships.last { $0.from <= day && day <= $0.to ?? day }
  }

  /// The benefits for an event on a day.
  public func grant(on day: CalendarDate) -> Grant? {
    grants.last { $0.from <= day && day <= $0.to ?? day }
  }

  /// The rule of short memberships for an event on a day.
  public func shortTenure(on day: CalendarDate) -> ShortTenure? {
    shortTenures.last { $0.from <= day }
  }

  /// The whole benefit of a death under a programme; nil where no row holds or it is no death.
  public func deathBenefit(_ programme: Programme, on day: CalendarDate) -> Int64? {
    switch programme {
    case .death: grant(on: day)?.death
    case .workAccident: grant(on: day)?.workAccidentDeath
    default: nil
    }
  }

  /// The row that says what a death puts at risk; none for other claims.
  func law(of claim: ClaimCase) -> LawRef {
    claim.isDeath ? grant(on: claim.incidentOn)?.law ?? .none : .none
  }
}
