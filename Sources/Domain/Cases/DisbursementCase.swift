/// One SP2D: the register's lines and the list of people it pays for.
public struct DisbursementCase: Sendable {
  /// The number.
  public let sp2d: SymbolTable.Symbol
  /// The register's first line of this number, where there is one.
  public let registerRow: UInt32?
  /// What the register says was paid.
  public let registerAmount: Int64
  /// How many people the register says it pays for.
  public let registerParticipants: Int64?
  /// The register's month.
  public let registerMonth: CoverageMonth?
  /// What the list adds up to.
  public let list: ListTotals

  /// A disbursement of both sides.
  public init(
    sp2d: SymbolTable.Symbol, registerRow: UInt32?, registerAmount: Int64,
    registerParticipants: Int64?, registerMonth: CoverageMonth?, list: ListTotals
  ) {
    (self.sp2d, self.registerRow, self.registerAmount) = (sp2d, registerRow, registerAmount)
    (self.registerParticipants, self.registerMonth) = (registerParticipants, registerMonth)
    self.list = list
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
    lastPaidDay = max(lastPaidDay, row.paidDay)
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
