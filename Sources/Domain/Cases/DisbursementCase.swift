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
  /// What the list adds up to.
  public let list: ListTotals

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
  }

  /// The earliest month of the list's rows, else the register's.
  public var month: CoverageMonth? { list.rows > 0 ? list.firstMonth : registerMonth }

  /// The disbursement as findings name it.
  public var ref: RecordRef { RecordRef(.disbursement, sp2d) }
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
  /// The different people, counted where the rows are of several months.
  public var people = 0

  /// No rows.
  public init() {}

  /// Adds a row.
  @inlinable public mutating func add(_ row: borrowing ContributionRow) {
    if rows == 0 { firstRow = row.row }
    rows += 1
    amount &+= Int64(row.amount)
    firstMonth = min(firstMonth, row.month)
    lastMonth = max(lastMonth, row.month)
    if row.paidDay > lastPaidDay { (lastPaidDay, lastPaidRow) = (row.paidDay, row.row) }
  }

  /// Whether the rows are of more than one month.
  public var hasSeveralMonths: Bool { rows > 0 && firstMonth != lastMonth }

  /// How many people it pays for: its rows, or its different people where months differ.
  public var headCount: Int { hasSeveralMonths ? people : rows }

  /// The latest day of payment.
  public var lastPaidOn: CalendarDate? {
    lastPaidDay == 0 ? nil : CalendarDate(day: Int32(lastPaidDay))
  }
}
