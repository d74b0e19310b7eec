/// What a bank statement says of itself, and what its entries add up to.
public struct StatementBalance: Hashable, Sendable {
  /// The statement's id.
  public var statement: String
  /// The currency's code.
  public var currency = ""
  /// The balance before the first entry; negative where the account was overdrawn.
  public var opening: ExactAmount?
  /// The balance behind the last.
  public var closing: ExactAmount?
  /// The sum of the booked entries, credits less debits; nil where one cannot be read.
  public var booked: ExactAmount? = ExactAmount(units: 0)
  /// How many entries there are, whatever their status.
  public var entries = 0
  /// How many the statement says there are.
  public var statedEntries: Int?

  /// A statement without entries.
  public init(statement: String) { self.statement = statement }

  /// The closing balance less opening and entries; nil where one of them is not there.
  public var difference: ExactAmount? {
    guard let opening, let closing, let booked, let sum = ExactAmount.sum(opening, booked)
    else { return nil }
    return ExactAmount.sum(closing, ExactAmount(units: -sum.units))
  }

  /// Whether nothing that can be compared differs.
  public var holds: Bool {
    (difference?.units ?? 0) == 0 && (statedEntries == nil || statedEntries == entries)
  }
}
