public import Domain

/// Renders `monthly.csv`: month, basis, fund, programme and measure, one figure a line.
public enum MonthlyCSV {
  static let header: StaticString = "month,basis,fund,programme,measure,value"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 64)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      let line = report.monthly[place]
      text.cell(line.month)
      text.cell(line.basis.name)
      text.cell(text: line.fund)
      text.cell(line.programme.code)
      text.cell(line.measure.name)
      text.cell(number: line.value)
      text.endRow()
    }
    return text
  }
}
