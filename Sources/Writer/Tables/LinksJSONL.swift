public import Domain

/// Renders `links.jsonl`: for each link that probability decided the levels of agreement with
/// their weights in bits, for the likeliest participant and for the runner-up.
public enum LinksJSONL {
  /// Some of those links: one object a line.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var json = JSONText(pretty: false, room: rows.count * 512)
    for line in rows {
      let place = Int(report.decidedLinks[line])
      if place < report.links.count {
        let row = report.links[place]
        json.line(row.kind, row.link, report) { $0.append(row.key, in: report.arena) }
      } else {
        let line = place - report.links.count
        let (record, link) = (
          report.membershipLinks.record(at: line), report.membershipLinks.link(at: line)
        )
        json.line(.membership, link, report) { $0.append(record.kpj) }
      }
    }
    return json.text
  }
}

extension JSONText {
  fileprivate mutating func line(
    _ kind: RecordRef.Kind, _ link: Link, _ report: RunReport,
    key: (inout OutputText) -> Void
  ) {
    guard let decided = report.decisions[link] else { return }
    object { json in
      json.member("kind", kind.name)
      json.member("key", key)
      json.member("tier", LinksCSV.name(link.tier))
      json.member("prior", decimal: report.decisions.prior)
      json.array("candidates") { json in
        if let best = decided.best { json.candidate(best, report) }
        if let second = decided.second { json.candidate(second, report) }
      }
    }
    endLine()
  }

  fileprivate mutating func candidate(
    _ candidate: LinkDecisions.Candidate, _ report: borrowing RunReport
  ) {
    let participant = report.participants[Int(candidate.person)]
    let arena = report.arena
    object { json in
      json.member("participant") { $0.append(participant, in: arena) }
      json.member("probability", decimal: candidate.probability, digits: 4)
      json.array("compared") { json in
        for (place, comparison) in report.decisions.comparisons.enumerated() {
          let level = candidate.level(place).map { comparison.levels[$0] }
          json.object { json in
            json.member("what", text: comparison.what)
            json.member("level") { if let level { $0.append(text: level) } }
            json.member("weight", decimal: candidate.weights[place])
          }
        }
      }
    }
  }

  /// A member whose value is a number with so many digits behind the point.
  fileprivate mutating func member(_ key: StaticString, decimal value: Double, digits: Int = 1) {
    var unit: Int64 = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = Int64((value * Double(unit)).rounded())
    let sign = scaled < 0 ? "-" : ""
    let behind = "\(scaled.magnitude % UInt64(unit))"
    let padded = String(repeating: "0", count: digits - behind.count) + behind
    member(key, plain: "\(sign)\(scaled.magnitude / UInt64(unit)).\(padded)")
  }
}
