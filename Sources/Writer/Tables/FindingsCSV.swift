public import Domain

/// Renders `findings.csv`: one row per fact and code.
public enum FindingsCSV {
  static let header: StaticString = """
    id,code,severity,status,month,person,nik,programme,amount_at_risk,expected,found,\
    subject_kind,subject_key,subject_file,subject_line,other_kind,other_key,other_file,\
    other_line,owner,due,first_seen,message
    """

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 512)
    if rows.lowerBound == 0 { text.append(header: header) }
    let message = Message(report)
    for place in rows {
      let row = message.report.findings[place]
      appendFact(row, message, to: &text)
      appendRecords(row, message, to: &text)
      appendLife(row, message, to: &text)
      text.cell { message.append(row, to: &$0) }
      text.endRow()
    }
    return text
  }

  /// A finding's id, key and sentence, as its row has them.
  public static func shown(
    _ row: ReportedFinding, of report: RunReport
  ) -> (id: String, subjectKey: String, message: String) {
    var (id, key, message) = (OutputText(), OutputText(), OutputText())
    id.append(hex: row.id)
    row.appendSubjectKey(in: report.arena, to: &key)
    Message(report).append(row, to: &message)
    return (id.string, key.string, message.string)
  }

  private static func appendFact(
    _ row: ReportedFinding, _ message: borrowing Message, to text: inout OutputText
  ) {
    let finding = row.finding
    text.cell { $0.append(hex: row.id) }
    text.cell { $0.append(finding.code) }
    text.cell(finding.severity.name)
    text.cell(finding.status.name)
    text.cell(finding.month)
    text.cell(row.person, in: message.report.arena)
    text.cell { $0.append(masked: row.nik) }
    text.cell(finding.programme.code)
    text.cell(number: finding.atRisk)
    text.cell { message.appendPlain(finding.expected, of: row, to: &$0) }
    text.cell { message.appendPlain(finding.found, of: row, to: &$0) }
  }

  private static func appendRecords(
    _ row: ReportedFinding, _ message: borrowing Message, to text: inout OutputText
  ) {
    text.cell(row.finding.subject.kind.name)
    text.cell { row.appendSubjectKey(in: message.report.arena, to: &$0) }
    appendPlace(row.subjectFile, row.subjectLine, message, to: &text)
    text.cell(row.finding.other.kind.name)
    text.cell(row.otherKey, in: message.report.arena)
    appendPlace(row.otherFile, row.otherLine, message, to: &text)
  }

  private static func appendPlace(
    _ file: FileID?, _ line: UInt32, _ message: borrowing Message, to text: inout OutputText
  ) {
    text.cell { text in if let file { text.append(text: message.report.files[Int(file)]) } }
    text.cell { text in if line > 0 { text.append(number: Int64(line)) } }
  }

  private static func appendLife(
    _ row: ReportedFinding, _ message: borrowing Message, to text: inout OutputText
  ) {
    text.cell { text in
      guard let entry = message.report.entryIndex(of: row.finding.code) else { return }
      text.append(message.report.entries[entry].owner.name)
    }
    text.cell(row.due)
    text.cell(row.firstSeen ?? message.report.asOf)
  }
}

extension ReportedFinding {
  /// Appends the key of the record at fault, with the month where it is part of it.
  func appendSubjectKey(in arena: TextArena, to text: inout OutputText) {
    text.append(subjectKey, in: arena)
    guard finding.monthInKey, let month = finding.month else { return }
    text.append("|")
    text.append(month)
  }
}
