/// One SP2D: the register's lines and the list of people it pays for.
public struct DisbursementCase: Sendable {
  /// The number.
  public let sp2d: SymbolTable.Symbol
  /// The register's first line of this number, where there is one.
  public private(set) var registerRow: UInt32?
  /// What the register says was paid.
  public private(set) var registerAmount: Int64 = 0
  /// How many people the register says it pays for.
  public private(set) var registerParticipants: Int64?
  /// The register's month.
  public private(set) var registerMonth: CoverageMonth?
  /// What the register says was paid and neither cancelled nor sent back.
  public private(set) var paidAmount: Int64 = 0
  /// Whether the register has lines and all of them are cancelled or sent back.
  public private(set) var isCancelled = false
  /// The fiscal year; zero where neither it nor the day of issue is stated.
  public private(set) var fiscalYear: UInt16 = 0
  /// The day the register says it was issued.
  public private(set) var issuedOn: CalendarDate?
  /// The day the register says the money left.
  public private(set) var cashedOn: CalendarDate?
  /// The register's fund; zero where none is stated.
  public private(set) var fund: SymbolTable.Symbol = 0
  /// The budget accounts of its lines, those that differ.
  public private(set) var accounts: [SymbolTable.Symbol] = []
  /// The part for work accidents, where the register states it.
  public private(set) var jkk: Int64?
  /// The part for deaths, where the register states it.
  public private(set) var jkm: Int64?
  /// What the list adds up to.
  public let list: ListTotals
  /// What the list adds up to by year and billing code: its stretch of all lists' parts.
  public var parts: ArraySlice<ListPart> = []
  /// The billing codes of its list and of the register, in the order of the run's codes: its
  /// stretch of all SP2Ds' codes.
  public var billingCodes: ArraySlice<SymbolTable.Symbol> = []
  /// The fiscal year's total up to and with this SP2D, in the order of issue.
  public var yearTotal: Int64?
  /// What BPJamsostek received for it, where receipts are given.
  public var receipt: ReceiptMatch?
  /// What left the city's account for it, where bank statements are given.
  public var bank: BankMatch?
  /// What comes back of it, where a refund was agreed.
  public var refund: RefundTotals?

  /// A disbursement whose list is known; the register's lines are added.
  public init(sp2d: SymbolTable.Symbol, list: ListTotals = ListTotals()) {
    (self.sp2d, self.list) = (sp2d, list)
  }

  /// Adds a line of the register, which has a number among the run's lines.
  public mutating func add(_ record: DisbursementRecord, row: UInt32) {
    registerRow = registerRow ?? row
    registerAmount &+= record.amount
    if let count = record.participants {
      registerParticipants = max(registerParticipants ?? count, count)
    }
    if let month = record.month { registerMonth = min(registerMonth ?? month, month) }
    isCancelled = record.isCancelled && (isCancelled || row == registerRow)
    if !record.isCancelled { paidAmount &+= record.amount }
    issuedOn = issuedOn ?? record.issuedOn.value
    if let cashed = record.cashedOn.value { cashedOn = max(cashedOn ?? cashed, cashed) }
    if fiscalYear == 0 { fiscalYear = record.fiscalYear }
    if fund == 0 { fund = record.fund }
    if record.account != 0, !accounts.contains(record.account) { accounts.append(record.account) }
    if let part = record.jkk { jkk = (jkk ?? 0) &+ part }
    if let part = record.jkm { jkm = (jkm ?? 0) &+ part }
  }

  /// The earliest month of the list's rows, else the register's.
  public var month: CoverageMonth? { list.hasMonth ? list.firstMonth : registerMonth }

  /// The fiscal year: the register's, else that of the day of issue.
  public var bookedYear: Int? {
    fiscalYear != 0 ? Int(fiscalYear) : issuedOn.map(\.month.year)
  }

  /// What the register states: without cancelled lines, unless there are no others.
  public var statedAmount: Int64 { isCancelled ? registerAmount : paidAmount }

  /// What the city paid: as the register says, else as the list adds up to.
  public var cityPaid: Int64 { registerRow == nil ? list.amount : paidAmount }

  /// The latest day of payment: the list's, else the register's.
  public var lastPaidOn: CalendarDate? { list.lastPaidOn ?? cashedOn ?? issuedOn }

  /// The disbursement as findings name it.
  public var ref: RecordRef { RecordRef(.disbursement, sp2d) }
}

/// The rows of an SP2D's list that are of one year and one billing code.
public struct ListPart: Hashable, Sendable {
  /// The SP2D.
  public let sp2d: SymbolTable.Symbol
  /// The billing code.
  public let billingCode: SymbolTable.Symbol
  /// The year of their months.
  public let year: UInt16
  /// How many rows there are.
  public var rows = 0
  /// Their rupiah.
  public var amount: Int64 = 0

  /// No rows of a year and billing code.
  public init(sp2d: SymbolTable.Symbol, billingCode: SymbolTable.Symbol, year: UInt16) {
    (self.sp2d, self.billingCode, self.year) = (sp2d, billingCode, year)
  }
}

/// What BPJamsostek received for an SP2D.
public struct ReceiptMatch: Hashable, Sendable {
  /// The rupiah received.
  public var received: Int64 = 0
  /// The billing code that findings name; zero where none is known.
  public var billingCode: SymbolTable.Symbol = 0
  /// Whether the search for receipts that add up was stopped at its bound.
  public var searchStopped = false

  /// Nothing received.
  public init() {}
}

/// What left the city's account for an SP2D.
public struct BankMatch: Hashable, Sendable {
  /// The rupiah that left.
  public let paid: Int64
  /// The entries that name it or were chosen for it, among the run's bank entries.
  public let rows: [UInt32]
  /// Whether entries name its number; else they were chosen by amount and date.
  public let isNamed: Bool
  /// Whether the search for entries that add up was stopped at its bound.
  public let searchStopped: Bool

  /// What left the account.
  public init(paid: Int64, rows: [UInt32], isNamed: Bool, searchStopped: Bool) {
    (self.paid, self.rows, self.isNamed) = (paid, rows, isNamed)
    self.searchStopped = searchStopped
  }
}

/// What comes back of an SP2D.
public struct RefundTotals: Hashable, Sendable {
  /// The rupiah that were agreed.
  public var agreed: Int64 = 0
  /// The rupiah that came.
  public var received: Int64 = 0
  /// The first row of the agreement among the run's refunds.
  public let firstRow: UInt32

  /// A refund of which the first row is known.
  public init(firstRow: UInt32) { self.firstRow = firstRow }
}

/// What the payment rows of one SP2D add up to.
public struct ListTotals: Sendable {
  /// How many rows name it.
  public var rows = 0
  /// Their rupiah.
  public var amount: Int64 = 0
  /// The earliest month.
  public var firstMonth = CoverageMonth(index: UInt16.max)
  /// The latest month.
  public var lastMonth = CoverageMonth(index: 0)
  /// The latest day of payment as days since 1970; zero where no row states one.
  public var lastPaidDay: UInt16 = 0
  /// The row paid on that day; the first of them.
  public var lastPaidRow: UInt32 = 0
  /// The first row.
  public var firstRow: UInt32 = 0
  /// The last row.
  public var lastRow: UInt32 = 0
  /// The different people, counted where the rows are of several months.
  public var people = 0
  /// How much less than the whole benefit deaths of its people would have been worth on the due
  /// day, where it was paid so late that their cover had lapsed.
  public var shortBenefits: Int64 = 0
  /// Where the part of the last row stands among the run's parts.
  public var lastPart = Int32(-1)

  /// No rows.
  public init() {}

  /// Adds a row.
  @inlinable public mutating func add(_ row: borrowing ContributionRow) {
    if rows == 0 { firstRow = row.row }
    lastRow = row.row
    rows += 1
    amount &+= Int64(row.amount)
    if row.month.isPresent {
      firstMonth = min(firstMonth, row.month)
      lastMonth = max(lastMonth, row.month)
    }
    if row.paidDay > lastPaidDay { (lastPaidDay, lastPaidRow) = (row.paidDay, row.row) }
  }

  /// Whether the rows are of more than one month.
  public var hasSeveralMonths: Bool { hasMonth && firstMonth != lastMonth }

  /// Whether any row states its month.
  public var hasMonth: Bool { lastMonth.isPresent }

  /// How many people it pays for: its rows, or its different people where months differ.
  public var headCount: Int { hasSeveralMonths ? people : rows }

  /// The latest day of payment.
  public var lastPaidOn: CalendarDate? {
    lastPaidDay == 0 ? nil : CalendarDate(day: Int32(lastPaidDay))
  }
}
