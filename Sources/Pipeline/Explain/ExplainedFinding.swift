internal import Writer

/// A finding in plain words: what should be, what is, where it stands, who acts.
struct ExplainedFinding {
  private let finding: FindingLine
  private let words: ExplainWording
  private let link: [Told]
  private let rejects: [[String: String]]

  /// A finding with what is known of its record's link.
  init(
    _ finding: FindingLine, _ words: ExplainWording, link: [Told], _ rejects: [[String: String]]
  ) {
    (self.finding, self.words, self.link, self.rejects) = (finding, words, link, rejects)
  }

  var lines: [String] {
    let title = words.title(finding.rule?.title.nonEmpty, holds: finding.rule?.holds.nonEmpty)
    let heading = words.heading(.finding, finding.id.text)
    return ["\(heading): \(finding.code.text)\(title.map { " · \($0)" } ?? "")"]
      + Told.lines(facts + link.filter { $0.label != .place }, words)
      + Told.list(.evidence, records, words)
  }

  private var facts: [Told] {
    let (expected, found) = (finding.expected.nonEmpty, finding.found.nonEmpty)
    let message = words.message(
      finding.message.nonEmpty, code: finding.code.text, expected: expected, found: found,
      month: finding.month.nonEmpty)
    let facts: [(ExplainWording.Label, String?)] = [
      (.message, message),
      (.expected, expected.map(words.fact)),
      (.found, found.map(words.fact)),
      (.cell, cell),
      (.atRisk, atRisk),
      (.person, person),
      (.month, finding.month.nonEmpty),
      (.programme, finding.programme.nonEmpty),
      (.rule, words.rule(finding.code.text, holds: finding.rule?.holds.nonEmpty)),
      (.legalBasis, legalBasis),
      (.law, lawRow),
      (.severity, finding.severity.nonEmpty.map(words.spoken)),
      (.status, finding.status.nonEmpty.map(words.spoken)),
      (.owner, finding.owner.nonEmpty.map(words.spoken)),
      (.due, finding.due.nonEmpty),
      (.firstSeen, finding.first_seen.nonEmpty),
    ]
    return facts.map { Told($0, $1) }
  }

  /// The cell for which a row was rejected.
  private var cell: String? {
    guard finding.subject_kind?.text == "file", let file = finding.subject_file.nonEmpty,
      let line = finding.subject_line.nonEmpty,
      let row = rejects.first(where: { $0["file"] == file && $0["line"] == line }),
      let column = row["field"], !column.isEmpty
    else { return nil }
    let (number, shape) = (row["column"] ?? "", row["shape"] ?? "")
    return words.cell(
      column: column, number: number.isEmpty ? nil : number, shape: shape.isEmpty ? nil : shape)
  }

  private var atRisk: String? {
    guard let digits = finding.amount_at_risk.nonEmpty else { return nil }
    return words.atRisk(
      Int64(digits).map(words.rupiah) ?? digits, how: finding.rule?.at_risk_how.nonEmpty)
  }

  private var person: String? {
    let parts = [finding.person.nonEmpty, finding.nik.nonEmpty.map { "NIK \($0)" }]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private var legalBasis: String? {
    finding.rule?.legal_basis.nonEmpty.map { $0 + certainty(finding.rule?.confirmed) }
  }

  private var lawRow: String? {
    guard let law = finding.law else { return nil }
    let since = law.valid_from.nonEmpty.map(words.since)
    let parts = [words.lawTitle(law.title.nonEmpty), law.source.nonEmpty, since]
    let text = parts.compactMap { $0 }.joined(separator: "; ")
    let name = law.id.nonEmpty.map { "\($0): " } ?? ""
    return text.isEmpty ? nil : name + text + certainty(law.confirmed)
  }

  /// The whole evidence, or the two sides where the run kept no more.
  private var records: [String] {
    let evidence = finding.evidence ?? []
    if !evidence.isEmpty { return evidence.map { $0.told(words) } }
    let subject = FindingLine.Evidence(
      kind: finding.subject_kind, key: finding.subject_key, file: finding.subject_file,
      line: finding.subject_line, role: Shown("subject"))
    let other = FindingLine.Evidence(
      kind: finding.other_kind, key: finding.other_key, file: finding.other_file,
      line: finding.other_line, role: Shown("other"))
    return (finding.other_key.nonEmpty == nil ? [subject] : [subject, other])
      .map { $0.told(words) }
  }

  private func certainty(_ confirmed: Shown?) -> String {
    switch confirmed?.text {
    case "true": " (\(words.certainty(true)))"
    case "false": " (\(words.certainty(false)))"
    default: ""
    }
  }
}

extension FindingLine.Evidence {
  /// A record with its place and what it is to the fact.
  func told(_ words: ExplainWording) -> String {
    let isPlace = kind?.text == "file"
    let name = [words.kind(kind.nonEmpty), isPlace ? nil : key.nonEmpty]
      .compactMap { $0 }.joined(separator: " ")
    let place = file.nonEmpty.map { words.place($0, line: line.nonEmpty) }
    return name + (place.map { isPlace ? " \($0)" : ", \($0)" } ?? "")
      + (role.nonEmpty.map { " (\(words.role($0)))" } ?? "")
  }
}

extension Optional where Wrapped == Shown {
  /// The text, where there is any.
  var nonEmpty: String? {
    guard let text = self?.text, !text.isEmpty else { return nil }
    return text
  }
}
