public import Domain

/// Renders `rejects.csv`: where a rejected row stands, which field, why; never the value.
public enum RejectsCSV {
  static let header: StaticString = "file,line,column,byte,field,code,reason,shape,sheet"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 96)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      let reject = report.rejects[place]
      text.cell { $0.append(text: report.files[Int(reject.location.file)]) }
      text.cell(number: Int64(reject.location.line))
      text.cell { if reject.column > 0 { $0.append(number: Int64(reject.column)) } }
      text.cell(number: Int64(reject.byte))
      text.cell { text in if let field = reject.field { text.append(text: field.text) } }
      text.cell { $0.append(text: reject.reason.rawValue) }
      text.cell(Wording.reason(reject.reason))
      text.cell(reject.shape, in: report.arena)
      let sheets = report.sheets[reject.location.file] ?? []
      text.cell { if reject.sheet < sheets.count { $0.append(text: sheets[reject.sheet]) } }
      text.endRow()
    }
    return text
  }
}
