public import Domain

/// Renders `links.csv`: which record is which participant, how sure, and the runner-up.
public enum LinksCSV {
  static let header: StaticString =
    "kind,key,participant,method,probability,tier,runner_up,runner_up_probability,file,line"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 112)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      if place < report.links.count {
        append(report.links[place], report, to: &text)
      } else {
        append(membership: place - report.links.count, report, to: &text)
      }
    }
    return text
  }

  private static func append(_ row: LinkRow, _ report: RunReport, to text: inout OutputText) {
    text.cell(row.kind.name)
    text.cell(row.key, in: report.arena)
    append(row.link, of: row.participant, report, to: &text)
    append(SourceLocation(file: row.file, line: row.line), report, to: &text)
  }

  private static func append(
    membership line: Int, _ report: RunReport, to text: inout OutputText
  ) {
    let record = report.membershipLinks.record(at: line)
    text.cell(word: RecordRef.Kind.membership.name)
    text.cell(record.kpj)
    let link = report.membershipLinks.link(at: line)
    append(link, of: report.membershipLinks.participant(link), report, to: &text)
    append(record.location, report, to: &text)
  }

  /// Participant, method, probability and tier, then the runner-up.
  private static func append(
    _ link: Link, of participant: Text, _ report: RunReport, to text: inout OutputText
  ) {
    let decision = report.decisions[link]
    text.cell(participant, in: report.arena)
    text.cell(word: name(link.method))
    let probability = Probability(decision?.candidate(of: link)?.probability ?? 1)
    append(link.isLinked ? probability : nil, to: &text)
    text.cell(word: name(link.tier))
    let rival = decision?.runnerUp(of: link)
    text.cell(rival.map { report.participants[Int($0.person)] } ?? .absent, in: report.arena)
    append(rival.map { Probability($0.probability) }, to: &text)
  }

  private static func append(
    _ location: SourceLocation, _ report: RunReport, to text: inout OutputText
  ) {
    text.cell { $0.append(text: report.files[Int(location.file)]) }
    text.cell(number: Int64(location.line))
    text.endRow()
  }

  private static func append(_ value: Probability?, to text: inout OutputText) {
    text.cell { text in if let value { text.append(value) } }
  }

  private static func name(_ method: Link.Method) -> StaticString {
    switch method {
    case .none: "none"
    case .nik: "nik"
    case .kpj: "kpj"
    case .probabilistic: "probabilistic"
    case .decision: "decision"
    }
  }

  static func name(_ tier: Link.Tier) -> StaticString {
    switch tier {
    case .none: "none"
    case .ambiguous: "ambiguous"
    case .suggested: "suggested"
    case .auto: "auto"
    }
  }
}
