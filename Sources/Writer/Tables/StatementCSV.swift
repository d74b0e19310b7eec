public import Domain

/// Renders `statement.csv`: the reconciliation statement that foots.
public enum StatementCSV {
  static let header: StaticString = "section,line,label,role,count,amount"

  /// The file.
  public static func render(_ report: RunReport) -> OutputText {
    var text = OutputText(room: 64 + report.statement.lines.count * 80)
    text.append(header: header)
    for line in report.statement.lines {
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
