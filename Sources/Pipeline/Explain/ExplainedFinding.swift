internal import Writer

/// A finding in plain Indonesian: what should be, what is, where it stands, who acts.
struct ExplainedFinding {
  private let finding: FindingLine
  private let rejects: [[String: String]]

  init(_ finding: FindingLine, rejects: [[String: String]]) {
    (self.finding, self.rejects) = (finding, rejects)
  }

  var lines: [String] {
    let title = finding.rule?.title.nonEmpty.map { " · \($0)" } ?? ""
    let heading = ExplainWording.heading(.finding, finding.id.text)
    return ["\(heading): \(finding.code.text)\(title)"] + Self.told(facts)
      + ["  \(ExplainWording.Label.evidence.rawValue):"] + records.map { "    - \($0)" }
  }

  /// How many findings there are, then each of them behind an empty line.
  static func all(_ findings: [FindingLine], rejects: [[String: String]]) -> [String] {
    ["  \(ExplainWording.findings(findings.count))"]
      + findings.flatMap { [""] + ExplainedFinding($0, rejects: rejects).lines }
  }

  /// The facts that are there, their labels in one column.
  static func told(_ facts: [(ExplainWording.Label, String?)]) -> [String] {
    facts.compactMap { label, text in
      let label = label.rawValue
      let room = String(repeating: " ", count: max(0, 17 - label.count))
      return text.map { "  \(label)\(room): \($0)" }
    }
  }

  private var facts: [(ExplainWording.Label, String?)] {
    [
      (.message, finding.message.nonEmpty),
      (.expected, finding.expected.nonEmpty),
      (.found, finding.found.nonEmpty),
      (.cell, cell),
      (.atRisk, atRisk),
      (.person, person),
      (.month, finding.month.nonEmpty),
      (.programme, finding.programme.nonEmpty),
      (.rule, finding.rule?.holds.nonEmpty.map { "\(finding.code.text): \($0)" }),
      (.legalBasis, legalBasis),
      (.law, lawRow),
      (.severity, finding.severity.nonEmpty.map(ExplainWording.spoken)),
      (.status, finding.status.nonEmpty.map(ExplainWording.spoken)),
      (.owner, finding.owner.nonEmpty.map(ExplainWording.spoken)),
      (.due, finding.due.nonEmpty),
      (.firstSeen, finding.first_seen.nonEmpty),
    ]
  }

  /// The cell for which a row was rejected.
  private var cell: String? {
    guard finding.subject_kind?.text == "file", let file = finding.subject_file.nonEmpty,
      let line = finding.subject_line.nonEmpty,
      let row = rejects.first(where: { $0["file"] == file && $0["line"] == line }),
      let column = row["field"], !column.isEmpty
    else { return nil }
    let (number, shape) = (row["column"] ?? "", row["shape"] ?? "")
    return ExplainWording.cell(
      column: column, number: number.isEmpty ? nil : number, shape: shape.isEmpty ? nil : shape)
  }

  private var atRisk: String? {
    guard let digits = finding.amount_at_risk.nonEmpty else { return nil }
    let how = finding.rule?.at_risk_how.nonEmpty.map { " (\($0))" } ?? ""
    return Int64(digits).map { Self.rupiah($0) + how } ?? digits + how
  }

  private var person: String? {
    let parts = [finding.person.nonEmpty, finding.nik.nonEmpty.map { "NIK \($0)" }]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private var legalBasis: String? {
    finding.rule?.legal_basis.nonEmpty.map { $0 + Self.certainty(finding.rule?.confirmed) }
  }

  private var lawRow: String? {
    guard let law = finding.law else { return nil }
    let since = law.valid_from.nonEmpty.map(ExplainWording.since)
    let parts = [law.title.nonEmpty, law.source.nonEmpty, since]
    let text = parts.compactMap { $0 }.joined(separator: "; ")
    let name = law.id.nonEmpty.map { "\($0): " } ?? ""
    return text.isEmpty ? nil : name + text + Self.certainty(law.confirmed)
  }

  /// The whole evidence, or the two sides where the run kept no more.
  private var records: [String] {
    let evidence = finding.evidence ?? []
    if !evidence.isEmpty {
      return evidence.map(Self.record)
    }
    let subject = Self.record(
      finding.subject_kind, finding.subject_key, finding.subject_file, finding.subject_line,
      role: "subject")
    guard finding.other_key.nonEmpty != nil else { return [subject] }
    return [
      subject,
      Self.record(
        finding.other_kind, finding.other_key, finding.other_file, finding.other_line,
        role: "other"),
    ]
  }

  /// A record with its place and what it is to the fact.
  static func record(_ evidence: FindingLine.Evidence) -> String {
    record(
      evidence.kind, evidence.key, evidence.file, evidence.line, role: evidence.role.nonEmpty)
  }

  private static func record(
    _ kind: Shown?, _ key: Shown?, _ file: Shown?, _ line: Shown?, role: String?
  ) -> String {
    let isPlace = kind?.text == "file"
    let name = [ExplainWording.kind(kind.nonEmpty), isPlace ? nil : key.nonEmpty]
      .compactMap { $0 }.joined(separator: " ")
    let place = file.nonEmpty.map { ExplainWording.place($0, line: line.nonEmpty) }
    return name + (place.map { isPlace ? " \($0)" : ", \($0)" } ?? "")
      + (role.map { " (\(ExplainWording.role($0)))" } ?? "")
  }

  private static func certainty(_ confirmed: Shown?) -> String {
    switch confirmed?.text {
    case "true": " (\(ExplainWording.certainty(true)))"
    case "false": " (\(ExplainWording.certainty(false)))"
    default: ""
    }
  }

  /// An amount with dots between thousands.
  static func rupiah(_ amount: Int64) -> String {
    let digits = Array("\(amount.magnitude)")
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "." }
      text.append(digit)
    }
    return (amount < 0 ? "-Rp" : "Rp") + text
  }
}

extension Optional where Wrapped == Shown {
  /// The text, where there is any.
  var nonEmpty: String? {
    guard let text = self?.text, !text.isEmpty else { return nil }
    return text
  }
}
