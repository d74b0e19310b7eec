/// How a record was linked to a person.
public struct Link: Hashable, Sendable {
  /// What linked it.
  public enum Method: UInt8, Sendable { case none, nik, kpj, probabilistic, decision }
  /// How sure it is.
  public enum Tier: UInt8, Sendable { case none, ambiguous, suggested, auto }

  /// The person of the record's case.
  public var person: UInt32
  /// What linked it to the person.
  public var method: Method
  /// How sure that is; a person outside the roster is `none`.
  public var tier: Tier
  /// Whether the record's own NIK or KPJ names somebody else or was refused.
  public var contradicted: Bool
  /// Whether the id that linked it has nothing but itself for it, and the name against it.
  public var isDoubted = false
  /// Which of the run's decisions by probability it rests on, from 1; zero where on none.
  public var decision: UInt32 = 0

  /// A link to a person.
  @inlinable public init(
    person: UInt32 = 0, method: Method = .none, tier: Tier = .none, contradicted: Bool = false
  ) {
    (self.person, self.method, self.tier) = (person, method, tier)
    self.contradicted = contradicted
  }

  /// Whether the record belongs to somebody in the roster.
  @inlinable public var isLinked: Bool { tier == .auto || tier == .suggested }
}
