/// Which months a run judges and which of them the city's lists cover.
public struct CaseCalendar: Sendable {
  /// The months of the definition.
  public let period: Period
  /// The first month that has a contribution row.
  public let firstGiven: CoverageMonth?
  /// The last month that has a contribution row.
  public let lastGiven: CoverageMonth?
  private let given: Set<CoverageMonth>

  /// A calendar for a period and the months that have rows.
  public init(period: Period, given: Set<CoverageMonth>) {
    self.period = period
    self.given = given
    (firstGiven, lastGiven) = (given.min(), given.max())
  }

  /// Whether a month has a contribution row.
  public func isGiven(_ month: CoverageMonth) -> Bool { given.contains(month) }
}

/// The kinds of input that a run was given; what is not given is not checked.
public struct GivenKinds: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Wraps bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// One kind.
  public init(_ kind: InputKind) { rawValue = 1 << kind.rawValue }
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
}
