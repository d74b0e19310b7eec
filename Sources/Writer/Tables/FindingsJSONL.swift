public import Domain

/// Renders `findings.jsonl`: the columns of `findings.csv` with evidence, law and rule.
public enum FindingsJSONL {
  /// Some findings: one object a line.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var json = JSONText(pretty: false, room: rows.count * 1_536)
    let message = Message(report)
    for place in rows {
      let row = message.report.findings[place]
      json.object { json in
        appendFact(row, message, to: &json)
        appendRecords(row, message, to: &json)
        appendLife(row, message, to: &json)
        json.evidence(row.evidence, of: message)
        appendLaw(row.finding.law, message, to: &json)
        appendRule(row.finding.code, message, to: &json)
      }
      json.endLine()
    }
    return json.text
  }

  private static func appendFact(
    _ row: ReportedFinding, _ message: borrowing Message, to json: inout JSONText
  ) {
    let finding = row.finding
    json.member("id") { $0.append(hex: row.id) }
    json.member("code") { $0.append(finding.code) }
    json.member("severity", finding.severity.name)
    json.member("status", finding.status.name)
    json.member("month") { text in if let month = finding.month { text.append(month) } }
    json.member("person") { $0.append(row.person, in: message.report.arena) }
    json.member("nik") { $0.append(masked: row.nik) }
    json.member("programme", finding.programme.code)
    json.member("amount_at_risk", number: finding.atRisk)
    json.member("expected") { message.appendPlain(finding.expected, of: row, to: &$0) }
    json.member("found") { message.appendPlain(finding.found, of: row, to: &$0) }
  }

  private static func appendRecords(
    _ row: ReportedFinding, _ message: borrowing Message, to json: inout JSONText
  ) {
    json.member("subject_kind", row.finding.subject.kind.name)
    json.member("subject_key") { row.appendSubjectKey(in: message.report.arena, to: &$0) }
    json.member("subject_file") { $0.append(file: row.subjectFile, of: message.report) }
    json.member("subject_line", number: row.subjectLine > 0 ? Int64(row.subjectLine) : nil)
    json.member("other_kind", row.finding.other.kind.name)
    json.member("other_key") { $0.append(row.otherKey, in: message.report.arena) }
    json.member("other_file") { $0.append(file: row.otherFile, of: message.report) }
    json.member("other_line", number: row.otherLine > 0 ? Int64(row.otherLine) : nil)
  }

  private static func appendLife(
    _ row: ReportedFinding, _ message: borrowing Message, to json: inout JSONText
  ) {
    json.member("owner") { text in
      guard let entry = message.report.entryIndex(of: row.finding.code) else { return }
      text.append(message.report.entries[entry].owner.name)
    }
    json.member("due") { text in if let due = row.due { text.append(due) } }
    json.member("first_seen") { $0.append(row.firstSeen ?? message.report.asOf) }
    json.member("message") { message.append(row, to: &$0) }
  }

  private static func appendLaw(
    _ law: LawRef, _ message: borrowing Message, to json: inout JSONText
  ) {
    guard law != .none, Int(law.index) < message.report.law.count else {
      json.member("law") { _ in }
      return
    }
    json.object("law") { appendLawMembers(message.report.law[Int(law.index)], to: &$0) }
  }

  /// Appends what is said of a law row, here and in the manifest.
  static func appendLawMembers(_ row: LawRowText, to json: inout JSONText) {
    json.member("id", text: row.id)
    json.member("title", text: row.title)
    json.member("source", text: row.source)
    json.member("valid_from") { text in if let day = row.validFrom { text.append(day) } }
    json.member("confirmed", flag: row.confirmed)
  }

  private static func appendRule(
    _ code: RuleCode, _ message: borrowing Message, to json: inout JSONText
  ) {
    guard let place = message.report.entryIndex(of: code) else {
      json.member("rule") { _ in }
      return
    }
    let entry = message.report.entries[place]
    json.object("rule") { json in
      json.member("title", entry.title)
      json.member("holds", entry.holds)
      json.member("legal_basis", entry.legalBasis)
      json.member("confirmed", flag: entry.confirmed)
      json.member("at_risk_how", entry.atRisk)
    }
  }
}
