public import Domain

/// How long things may take, by the day of the event.
public struct TimeLimits: Sendable {
  /// What is limited; the raw value is the word in the table.
  public enum What: String, CaseIterable, Sendable {
    case deathPayment = "jkm-payment"
    case accidentPayment = "jkk-payment"
    case accidentReport = "jkk-report"
    case accidentClaim = "jkk-claim"
    case earlyDeath = "jkm-early-death"
  }

  /// A limit of a time.
  public struct Limit: Sendable {
    /// The row that findings name.
    public let law: LawRef
    /// What is limited.
    public let what: What
    /// The first day of events under it.
    public let from: CalendarDate
    /// The last day of events under it, where it has ended.
    public let to: CalendarDate?
    /// How many units it allows.
    public let count: Int
    /// The unit.
    public let unit: Fact.Unit
    /// The hundredths of the benefit that each day beyond it costs.
    public let percentPerDay: Int64

    /// A limit of a time.
    public init(
      law: LawRef, what: What, from: CalendarDate, to: CalendarDate?, count: Int, unit: Fact.Unit,
      percentPerDay: Int64 = 0
    ) {
      (self.law, self.what, self.from, self.to) = (law, what, from, to)
      (self.count, self.unit, self.percentPerDay) = (count, unit, percentPerDay)
    }

    /// The limit as a finding states it.
    public var fact: Fact { .span(Int64(count), unit) }
  }

  /// The limits, by their first day.
  public var limits: [Limit]

  /// Limits.
  public init(limits: [Limit] = []) { self.limits = limits }

  /// The limit for an event on a day; nil where no row holds.
  public func limit(_ what: What, on day: CalendarDate) -> Limit? {
    limits.last { $0.what == what && $0.from <= day && day <= $0.to ?? day }
  }
}
