public import Domain

/// Renders `statement.csv`: the reconciliation statement that foots; parts of few people are one.
public enum StatementCSV {
  /// How many rows there are.
  public static func rows(_ report: RunReport) -> Int { report.statement.publishedLines.count }

  static let header: StaticString = "section,line,label,role,count,amount"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 80)
    if rows.lowerBound == 0 { text.append(header: header) }
    for line in report.statement.publishedLines[rows] {
      text.cell(text: line.section.name)
      text.cell(number: Int64(line.line))
      text.cell { Wording.append(line.label, of: report, to: &$0) }
      text.cell(line.role.name)
      text.cell(number: line.count)
      text.cell(number: line.amount)
      text.endRow()
    }
    return text
  }
}
