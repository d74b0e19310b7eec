internal import Domain

/// Sums by month and fund in one dense table: what is added to once per payment.
struct MonthGrid {
  private var sums: ContiguousArray<CaseResults.Sums> = []
  /// The sums of rows that state no month, by fund.
  private var withoutMonth: [UInt8: CaseResults.Sums] = [:]
  private var first = 0
  private var months = 0
  private let funds: Int

  /// A grid for as many funds.
  init(funds: Int) { self.funds = funds }

  /// Adds to a cell.
  @inline(__always)
  mutating func add(_ month: CoverageMonth, _ fund: UInt8, _ more: CaseResults.Sums) {
    if !month.isPresent {
      withoutMonth[fund, default: .init()].add(more)
      return
    }
    let row = Int(month.index) - first
    if row < 0 || row >= months { widen(to: Int(month.index)) }
    sums[(Int(month.index) - first) * funds + Int(fund)].add(more)
  }

  /// Makes room for a month with those between it and the months there are, and for a year beyond:
  /// months come one after the other.
  private mutating func widen(to month: Int) {
    let low = months > 0 && first <= month ? first : max(month - 12, 0)
    let high = max(months > 0 ? first + months - 1 : 0, month + 12)
    var wider = ContiguousArray(
      repeating: CaseResults.Sums(), count: (high - low + 1) * funds)
    for (i, old) in sums.enumerated() { wider[(first - low) * funds + i] = old }
    (sums, first, months) = (wider, low, high - low + 1)
  }

  /// The cells that something was added to.
  var cells: [CaseResults.Cell: CaseResults.Sums] {
    var cells: [CaseResults.Cell: CaseResults.Sums] = [:]
    cells.reserveCapacity(sums.count { $0.rows > 0 } + withoutMonth.count)
    for (i, sum) in sums.enumerated() where sum.rows > 0 {
      let month = CoverageMonth(index: UInt16(first + i / funds))
      cells[.init(month: month, fund: UInt8(i % funds))] = sum
    }
    for (fund, sum) in withoutMonth { cells[.init(month: .absent, fund: fund)] = sum }
    return cells
  }
}

/// The sums of one partition while its people are counted.
struct PartitionSums {
  /// By the month the premium is for.
  var coverage: MonthGrid
  /// By the month it was paid.
  var cash: MonthGrid
  /// People of the last month by kelurahan as written.
  var villages: ContiguousArray<CaseResults.Sums>
  /// People of the last month by job as written.
  var jobs: ContiguousArray<CaseResults.Sums>
  private let months: DayMonths

  /// Empty sums for the funds, kelurahan and jobs there are.
  init(_ records: RunRecords, _ months: DayMonths) {
    self.months = months
    let grid = MonthGrid(funds: records.funds.count)
    (coverage, cash) = (grid, grid)
    villages = ContiguousArray(repeating: .init(), count: records.villages.count)
    jobs = ContiguousArray(repeating: .init(), count: records.jobs.count)
  }

  /// The sums that something was added to, by symbol.
  static func named(
    _ sums: ContiguousArray<CaseResults.Sums>
  ) -> [SymbolTable.Symbol: CaseResults.Sums] {
    var named: [SymbolTable.Symbol: CaseResults.Sums] = [:]
    named.reserveCapacity(sums.count { $0.people > 0 })
    for (i, sum) in sums.enumerated() where sum.people > 0 {
      named[SymbolTable.Symbol(i)] = sum
    }
    return named
  }

  /// The month of a day of payment.
  @inline(__always)
  func month(ofDay day: UInt16) -> CoverageMonth { months[day] }
}

/// The month of each day that a payment can have: looked up once per payment, never worked out.
struct DayMonths: Sendable {
  private var months: ContiguousArray<CoverageMonth> = []

  /// All days that fit in two bytes.
  init() {
    months.reserveCapacity(Int(UInt16.max) + 1)
    var month = CalendarDate(day: 0).month
    while months.count <= Int(UInt16.max) {
      let days = CalendarDate.days(inMonth: month.month, of: month.year)
      months.append(contentsOf: repeatElement(month, count: days))
      month = month.adding(months: 1)
    }
  }

  @inline(__always)
  subscript(_ day: UInt16) -> CoverageMonth { months[Int(day)] }
}
