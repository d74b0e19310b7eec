public import Domain

/// All dated tables of a run, and the rows that findings name.
public struct LawBook: Sendable {
  /// Every dated row; the place in this list is the row's `LawRef`, and the first is no row.
  public private(set) var rows = [LawRow.none]
  /// What a month costs.
  public var tariff = Tariff()
  /// What a death is worth.
  public var benefits = BenefitSchedule()
  /// How long things may take.
  public var limits = TimeLimits()
  /// Which days are worked.
  public var workingDays = WorkingCalendar()
  /// Which jobs the programme knows.
  public var jobs = JobTable()
  /// The city's kelurahan.
  public var villages = VillageTable()
  /// Who pays, and for which wadah.
  public var funds = FundTable()
  /// The budget accounts of premiums.
  public var accounts = AccountTable()

  /// A book without a row.
  public init() {}

  /// Adds a row and says how findings name it.
  public mutating func add(_ row: LawRow) -> LawRef {
    precondition(rows.count < Int(UInt16.max), "a law book has at most 65.534 rows")
    rows.append(row)
    return LawRef(index: UInt16(rows.count - 1))
  }

  /// The row that a finding names, or nil where it names none.
  public func row(_ ref: LawRef) -> LawRow? {
    ref == .none || Int(ref.index) >= rows.count ? nil : rows[Int(ref.index)]
  }

  /// How findings name the row with an id.
  public func ref(id: String) -> LawRef? {
    rows.indices.dropFirst().first { rows[$0].id == id }.map { LawRef(index: UInt16($0)) }
  }
}

/// One dated row of a table: what it is, where it is written and from when to when it holds.
public struct LawRow: Hashable, Sendable {
  /// The name in outputs, such as `tariff-2015`.
  public let id: String
  /// The title in Indonesian.
  public let title: String
  /// Where it is written.
  public let source: String
  /// The first day it holds, where that is known.
  public let validFrom: CalendarDate?
  /// The last day it holds, where it has ended.
  public let validTo: CalendarDate?
  /// Whether its source was seen in its own words.
  public let confirmed: Bool

  /// A row of a table.
  public init(
    id: String, title: String, source: String, validFrom: CalendarDate?, validTo: CalendarDate?,
    confirmed: Bool
  ) {
    (self.id, self.title, self.source) = (id, title, source)
    (self.validFrom, self.validTo, self.confirmed) = (validFrom, validTo, confirmed)
  }

  /// No row.
  public static let none = LawRow(
    id: "", title: "", source: "", validFrom: nil, validTo: nil, confirmed: false)
}
