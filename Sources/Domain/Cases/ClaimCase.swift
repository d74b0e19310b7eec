/// All rows of one claim number that are not cancelled, added up.
public struct ClaimCase: Sendable {
  /// The claim's number.
  public let number: Text
  /// Where its first row stands among the run's claim rows.
  public let firstRow: UInt32
  /// The programme.
  public let programme: Programme
  /// The day of the event.
  public let incidentOn: CalendarDate
  /// How the claim was linked.
  public let link: Link
  /// Whether it is for a death: JKM, or JKK with a day of death.
  public let isDeath: Bool
  /// The identity number its first row states.
  public let nik: NIK
  /// All rupiah paid.
  public var paid: Int64
  /// The rupiah of the components that the law fixes for a death.
  public var deathBenefit: Int64
  /// How many rows count toward the death benefit.
  public var benefitRows: Int
  /// Whether funeral costs without heirs are all that was paid.
  public var isFuneralWithoutHeirs = false
  /// The first row of a component that was paid to the same recipient twice, and the second.
  public var repeated: (first: UInt32, second: UInt32)?
  /// Whether the repeated rows state neither a component nor a recipient: where such rows add up to
  /// the benefit they are its parts.
  public var repeatedIsUnnamed = false
  /// The days that its rows state.
  public var dates = ClaimDates()
  /// The rupiah of the second of the repeated rows, where the law fixes no benefit for them.
  public var repeatedAmount: Int64?
  /// Whether it pays scholarships alone, whatever its programme is called.
  public var paysScholarshipsAlone = false
  /// The scholarships it pays, by row.
  public var scholarships: [Scholarship] = []
  /// Whether the event's month was covered.
  public var coverage = Coverage()

  /// A claim, from its first row.
  public init(
    number: Text, firstRow: UInt32, programme: Programme, incidentOn: CalendarDate, link: Link,
    isDeath: Bool, nik: NIK
  ) {
    self.nik = nik
    (self.number, self.firstRow, self.programme) = (number, firstRow, programme)
    (self.incidentOn, self.link, self.isDeath) = (incidentOn, link, isDeath)
    (paid, deathBenefit, benefitRows) = (0, 0, 0)
  }

  /// The claim as findings name it: by its first row.
  public var ref: RecordRef { RecordRef(.claim, firstRow) }
}

/// What the rows of a claim say of its handling.
public struct ClaimDates: Hashable, Sendable {
  /// The earliest day on which it was filed.
  public var filedOn: CalendarDate?
  /// The earliest day on which the accident was reported.
  public var reportedOn: CalendarDate?
  /// The day on which the application was complete, for the payment that took longest.
  public var completeOn: CalendarDate?
  /// The day of the payment that took longest after a complete application.
  public var paidOn: CalendarDate?

  /// No days.
  public init() {}
}

/// A scholarship that was paid.
public struct Scholarship: Hashable, Sendable {
  /// The recipient, by number among the person's recipients; zero where none is named.
  public let payee: Int
  /// The calendar year of the payment, where it is known.
  public let year: Int?
  /// The rupiah.
  public let amount: Int64

  /// A payment to a recipient in a year.
  public init(payee: Int, year: Int?, amount: Int64) {
    (self.payee, self.year, self.amount) = (payee, year, amount)
  }
}

/// Whether and how a claim's event was covered: a line of `coverage.csv`.
public struct Coverage: Sendable {
  /// The outcomes; the raw value is the word of the contract.
  public enum Outcome: String, Sendable {
    case covered
    case coveredLate = "covered-late"
    case healed
    case paidInAdvance = "paid-in-advance"
    case alignedStart = "aligned-start"
    case notCovered = "not-covered"
    case notChecked = "not-checked"
  }

  /// Why a claim is not covered: one of three findings.
  public enum Gap: Sendable {
    case beforeStart, afterEnd(monthsLate: Int), lapsed(months: Int), unpaidMonth
  }

  /// The outcome.
  public var outcome = Outcome.notChecked
  /// What is missing, where the event was not covered.
  public var gap: Gap?
  /// The membership that decides, by its place in the person's case.
  public var membership: Int?
  /// The payments of the event's month: places in the person's case.
  public var payments = 0..<0
  /// The first day of the cover that decides.
  public var from: CalendarDate?
  /// The last day of the cover that decides.
  public var until: CalendarDate?

  /// Nothing checked.
  public init() {}
}
