public import Domain

/// What the law grants for the schooling of a dead or disabled member's children.
public struct ScholarshipGrant: Sendable {
  /// A kind of school.
  public struct Level: Hashable, Sendable {
    /// The rupiah of a year.
    public let perYear: Int64
    /// The most years.
    public let years: Int

    /// A kind of school.
    public init(perYear: Int64, years: Int) { (self.perYear, self.years) = (perYear, years) }
  }

  /// The row that findings name.
  public let law: LawRef
  /// The first day of events under it.
  public let from: CalendarDate
  /// The last day of events under it, where it has ended.
  public let to: CalendarDate?
  /// The months of contributions that a death not caused by work needs.
  public let months: Int
  /// The most children.
  public let children: Int
  /// The kinds of school.
  public let levels: [Level]

  /// The grant of a time.
  public init(
    law: LawRef, from: CalendarDate, to: CalendarDate?, months: Int, children: Int,
    levels: [Level]
  ) {
    (self.law, self.from, self.to, self.months) = (law, from, to, months)
    (self.children, self.levels) = (children, levels)
  }

  /// The most that one child may get in one year.
  public var mostOfChildInYear: Int64 { levels.map(\.perYear).max() ?? 0 }

  /// The most that one child may get over all years.
  public var mostOfChild: Int64 { levels.reduce(0) { $0 + $1.perYear * Int64($1.years) } }

  /// The most that all children may get in one year.
  public var mostInYear: Int64 { Int64(children) * mostOfChildInYear }

  /// The most that all children may get over all years.
  public var most: Int64 { Int64(children) * mostOfChild }
}
