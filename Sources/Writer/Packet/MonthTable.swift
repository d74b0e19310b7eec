import Domain

/// Premiums by fund and benefits by programme, month by month: the chart in numbers.
struct MonthTable {
  let premiumColumns: [String]
  let benefitColumns: [String]
  let premiumSpan: Int
  let benefitSpan: Int
  let monthRows: [MonthRow]
  let sumCells: [Cell]

  /// A month's figures.
  struct MonthRow {
    let monthName: String
    let cells: [Cell]
  }

  /// A figure, or a dash where the month has none.
  struct Cell {
    var cellFigure: Figure?
    var dash = ""
  }

  /// The table of a report's period; nil where there is nothing to show.
  init?(_ report: RunReport) {
    let lines = report.monthly.filter { $0.month.map(report.period.contains) == true }
    let premiums = lines.lines(.coverage, .premiumAmount)
    let benefits = report.isGiven(.claims) ? lines.lines(.event, .benefitAmount) : []
    guard !premiums.isEmpty || !benefits.isEmpty else { return nil }
    let funds = Set(premiums.map(\.fund)).sorted()
    let programmes = Programme.allCases.filter { kind in
      benefits.contains { $0.programme == kind }
    }
    premiumColumns = funds.map { $0.isEmpty ? "(tidak dicatat)" : $0 }
    benefitColumns = programmes.map { "\($0.code)" }
    (premiumSpan, benefitSpan) = (funds.count, programmes.count)
    sumCells =
      funds.map { MonthTable.sum(.premiumByFund, .named($0), report) }
      + programmes.map { MonthTable.sum(.benefitByProgramme, .programme($0), report) }
    monthRows = report.period.months.map { month in
      let paid = funds.map { fund in premiums.first { $0.month == month && $0.fund == fund } }
      let granted = programmes.map { kind in
        benefits.first { $0.month == month && $0.programme == kind }
      }
      return MonthRow(
        monthName: PacketNumbers.month(month), cells: (paid + granted).map(MonthTable.cell))
    }
  }

  /// What a column adds up to: a line of the statement.
  private static func sum(
    _ section: StatementSection, _ label: StatementLabel, _ report: RunReport
  ) -> Cell {
    guard let line = report.statement[section].first(where: { $0.label == label }) else {
      return Cell(dash: "–")
    }
    return Cell(cellFigure: PacketNumbers.amountFigure(line))
  }

  private static func cell(_ line: MonthlyLine?) -> Cell {
    guard let line, line.value != 0 else { return Cell(dash: "–") }
    return Cell(cellFigure: PacketNumbers.amountFigure(line))
  }
}
