public import Domain

/// Renders `monthly.csv`: month, basis, fund, programme and measure, one figure a line.
public enum MonthlyCSV {
  static let header: StaticString = "month,basis,fund,programme,measure,value"

  /// The file.
  public static func render(_ report: RunReport) -> OutputText {
    var text = OutputText(room: 64 + report.monthly.count * 64)
    text.append(header: header)
    for place in report.monthly.indices {
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
