/// A premium payment as BPJamsostek received it.
public struct ReceiptRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The billing code, in the run's billing codes: the record's key.
  public var billingCode: SymbolTable.Symbol = 0
  /// The month it pays for.
  public var month: CoverageMonth?
  /// Who paid, in the run's funds.
  public var fund: SymbolTable.Symbol = 0
  /// The rupiah received.
  public var amount: Int64 = 0
  /// The day it was posted.
  public var postedOn = DateCell.absent

  /// An empty record.
  public init() {}
}

/// What the civil registry says of a person.
public struct RegistryRecord: Sendable {
  /// What is known of the person's life.
  public enum Status: UInt8, Sendable { case alive, dead, notFound }

  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The identity number that was looked up.
  public var nik = NIK.absent
  /// What was found.
  public var status = Status.alive
  /// The day of death.
  public var diedOn = DateCell.absent

  /// An empty record.
  public init() {}
}

/// A refund of premiums that was agreed.
public struct RefundRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The SP2D whose money comes back, in the run's SP2D numbers.
  public var sp2d: SymbolTable.Symbol = 0
  /// The rupiah that were agreed.
  public var agreed: Int64 = 0
  /// The day of the agreement.
  public var agreedOn = DateCell.absent
  /// The rupiah that came.
  public var received: Int64 = 0
  /// The day they came.
  public var receivedOn = DateCell.absent

  /// An empty record.
  public init() {}
}

/// One entry of the city's bank account.
public struct BankRecord: Sendable {
  /// Where the money went.
  public enum Direction: UInt8, Sendable { case unknown, credit, debit }

  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The statement's id.
  public var statement = Text.absent
  /// The account's number.
  public var account = Text.absent
  /// The amount, never negative, exact as in the file.
  public var amount = ExactAmount(whole: 0)
  /// The currency's code as written; absent where the file has none.
  public var currency = Text.absent
  /// Whether the account received or paid it.
  public var direction = Direction.unknown
  /// The day it was booked.
  public var bookedOn = CalendarDate(day: 0)
  /// The day it counts for interest.
  public var valueOn = DateCell.absent
  /// The bank's reference.
  public var reference = Text.absent
  /// The other side's name.
  public var counterparty = Text.absent
  /// What was written with the payment.
  public var remittance = Text.absent

  /// An empty record.
  public init() {}
}
