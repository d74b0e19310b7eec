/// A line of `sp2d.csv`: what the register, the list and BPJamsostek say of one SP2D.
public struct SP2DRow: Sendable {
  /// Which sides there are.
  public enum Status: String, Sendable {
    case paired, registerOnly = "register-only", listOnly = "list-only", cancelled
    /// Only a refund names it.
    case refundOnly = "refund-only"
  }

  /// The SP2D, with all that its sides add up to.
  public let disbursement: DisbursementCase
  /// Its number.
  public let number: Text
  /// Which sides there are.
  public let status: Status
  /// The register's first line of it.
  public var register: SourceLocation?
  /// The first row of its list.
  public var firstRow: SourceLocation?
  /// The last row of its list.
  public var lastRow: SourceLocation?
  /// The billing codes of its list and of the register, in byte order: a stretch of all of them.
  public var billingCodes: ArraySlice<Text> = []
  /// The first receipt of the billing code under which money came.
  public var receipt: SourceLocation?
  /// What left the city's account for it: the entries' references, else `FILE:LINE`.
  public var bankEntries: [Text] = []
  /// Where the first of those entries stands.
  public var bank: SourceLocation?
  /// The latest day on which one of them was booked.
  public var bankBookedOn: CalendarDate?
  /// The codes of the findings about it, one for each: a stretch of all of them.
  public var findings: ArraySlice<RuleCode> = []

  /// An SP2D, or nil where no row that counts names it.
  public init?(_ disbursement: DisbursementCase, number: Text) {
    (self.disbursement, self.number) = (disbursement, number)
    switch (disbursement.registerRow != nil, disbursement.list.rows > 0) {
    case (true, _) where disbursement.isCancelled: status = .cancelled
    case (true, true): status = .paired
    case (true, false): status = .registerOnly
    case (false, true): status = .listOnly
    case (false, false):
      guard disbursement.refund != nil else { return nil }
      status = .refundOnly
    }
  }
}
