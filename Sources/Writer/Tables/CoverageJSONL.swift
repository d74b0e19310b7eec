public import Domain

/// Renders `coverage.jsonl`: the claim of each line of `coverage.csv`, and the records behind it
/// with their places.
public enum CoverageJSONL {
  /// Some claims: one object a line.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var json = JSONText(pretty: false, room: rows.count * 512)
    let message = Message(report)
    for place in rows {
      let row = message.report.coverage[place]
      json.object { json in
        json.member("claimNumber") { $0.append(row.claimNumber, in: message.report.arena) }
        json.evidence(row.evidence, of: message)
        json.member("person") { $0.append(row.person, in: message.report.arena) }
        json.member("programme", row.programme.code)
        json.member("incidentOn") { text in
          if let day = row.incidentOn { text.append(day) }
        }
        json.member("paid", number: row.paid)
      }
      json.endLine()
    }
    return json.text
  }
}

extension JSONText {
  /// The records that a finding or a claim's cover rests on.
  mutating func evidence(_ rows: Range<Int>, of message: borrowing Message) {
    array("evidence") { json in
      for place in rows {
        let record = message.report.evidence[place]
        json.object { json in
          json.member("kind", record.kind.name)
          json.member("key") { $0.append(record.key, in: message.report.arena) }
          json.member("file") { $0.append(file: record.file, of: message.report) }
          json.member("line", number: record.line > 0 ? Int64(record.line) : nil)
          json.member("role", record.role.name)
        }
      }
    }
  }
}

extension OutputText {
  /// Appends a file's name, where there is a file.
  mutating func append(file: FileID?, of report: RunReport) {
    if let file { append(text: report.files[Int(file)]) }
  }
}
