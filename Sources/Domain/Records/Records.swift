/// A person of the city's list.
public struct RosterRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The city's own id; absent where another row had it first.
  public var participantID = Text.absent
  /// The identity number.
  public var nik = NIK.absent
  /// The membership number.
  public var kpj = KPJ.absent
  /// The name as written.
  public var name = Text.absent
  /// The birth date.
  public var birthDate = DateCell.absent
  /// The kelurahan as written, in the run's villages.
  public var village: SymbolTable.Symbol = 0
  /// The job as written, in the run's jobs.
  public var job: SymbolTable.Symbol = 0
  /// Who pays, in the run's funds.
  public var fund: SymbolTable.Symbol = 0
  /// The first day on the list.
  public var from = DateCell.absent
  /// The last day on the list.
  public var until = DateCell.absent
  /// Whether name or note say that the person has died.
  public var saysDead = false
  /// The date of death in the note.
  public var diedOn = DateCell.absent
  /// The number of the family card, which has sixteen digits as a NIK has.
  public var familyCard = NIK.absent
  /// Whether the person receives aid that excludes from the programme (PKH, BPNT).
  public var getsAid = false
  /// The person it was linked to.
  public var person: UInt32 = 0

  /// An empty record.
  public init() {}
}

/// One row of a claim: a component paid to a recipient.
public struct ClaimRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The claim's number: its key.
  public var number = Text.absent
  /// The programme that pays.
  public var programme = Programme.none
  /// Which part of the benefit it is.
  public var component = BenefitComponent.whole
  /// The component as written, where it is none of the known ones.
  public var componentText = Text.absent
  /// The identity number.
  public var nik = NIK.absent
  /// The membership number.
  public var kpj = KPJ.absent
  /// The name as written.
  public var name = Text.absent
  /// The birth date.
  public var birthDate = DateCell.absent
  /// The kelurahan as written, in the run's villages.
  public var village: SymbolTable.Symbol = 0
  /// The day of the accident or, for JKM, of the death.
  public var incidentOn = CalendarDate.absent
  /// The day of death, where it is stated.
  public var diedOn = DateCell.absent
  /// The day the claim was filed.
  public var filedOn = DateCell.absent
  /// The day on which its application was complete.
  public var completeOn = DateCell.absent
  /// The day on which the accident was reported.
  public var reportedOn = DateCell.absent
  /// The day it was paid.
  public var paidOn = DateCell.absent
  /// The rupiah paid.
  public var amount: Int64 = 0
  /// Whether the payment was cancelled (`status_batal` = Y).
  public var cancelled = false
  /// Who was paid, as written.
  public var payee = Text.absent
  /// Whether payee or cause say that there are no heirs.
  public var withoutHeirs = false
  /// Whether the name says that the person has died.
  public var saysDead = false
  /// How the record was linked.
  public var link = Link()

  /// An empty record.
  public init() {}

  /// The day of death the row states: `diedOn`, else for JKM the incident's.
  public var deathDate: CalendarDate? {
    if let died = diedOn.value { return died }
    return programme == .death && !cancelled && incidentOn.isPresent ? incidentOn : nil
  }

  /// Whether the row is of a death on a day that it does not tell.
  public var isUndatedDeath: Bool { programme == .death && !cancelled && deathDate == nil }
}

/// Which part of a benefit a claim's row pays.
public enum BenefitComponent: UInt8, Sendable {
  case whole, lumpSum, periodic, funeral, scholarship, treatment, transport, temporaryDisability
  case disability, premiumRefund, compensation, other

  /// Whether the row counts toward the benefit that the law fixes for a death.
  public var isDeathBenefit: Bool {
    switch self {
    case .whole, .lumpSum, .periodic, .funeral: true
    default: false
    }
  }
}

/// One line of the city's SP2D register.
public struct DisbursementRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The number, in the run's SP2D numbers.
  public var sp2d: SymbolTable.Symbol = 0
  /// The billing code that it pays, in the run's codes; zero where none is stated.
  public var billingCode: SymbolTable.Symbol = 0
  /// The month it pays for.
  public var month: CoverageMonth?
  /// Who pays, in the run's funds.
  public var fund: SymbolTable.Symbol = 0
  /// How many people it pays for.
  public var participants: Int64?
  /// The rupiah paid.
  public var amount: Int64 = 0
  /// The day it was issued.
  public var issuedOn = DateCell.absent
  /// The day the money left the account.
  public var cashedOn = DateCell.absent
  /// The budget account, in the run's accounts.
  public var account: SymbolTable.Symbol = 0
  /// Whether it was cancelled or came back from the bank, and so is not paid.
  public var isCancelled = false
  /// The fiscal year it is booked in; zero where it is not stated.
  public var fiscalYear: UInt16 = 0
  /// The part for work accidents.
  public var jkk: Int64?
  /// The part for deaths.
  public var jkm: Int64?

  /// An empty record.
  public init() {}
}

/// One payment row while its batch lasts: all that linking needs.
public struct ContributionRow: Sendable {
  /// The row's number over all contribution files, from 0.
  public var row: UInt32 = 0
  /// The number of the SP2D, in the run's SP2D numbers.
  public var sp2d: SymbolTable.Symbol = 0
  /// The identity number.
  public var nik = NIK.absent
  /// The membership number.
  public var kpj = KPJ.absent
  /// The name's place in the batch.
  public var name = FieldRange(start: 0, end: 0)
  /// The rupiah paid.
  public var amount: Int32 = 0
  /// The month it pays for.
  public var month = CoverageMonth(index: 0)
  /// The day it was paid, as days since 1970; zero is absent.
  public var paidDay: UInt16 = 0
  /// Who paid, in the run's funds.
  public var fund: UInt8 = 0
  /// The billing code, in the run's billing codes.
  public var billingCode: SymbolTable.Symbol = 0
  /// Whether the name says that the person has died.
  public var saysDead = false

  /// An empty row.
  @inlinable public init() {}
}
