internal import Domain
internal import Writer

extension Teller {
  /// How many findings of a month are told one by one.
  private static let gravest = 10

  /// A month: its figures, its SP2Ds and its findings.
  func month(_ month: String) throws -> [String]? {
    guard CoverageMonth(written: month) != nil else { return nil }
    let figures = try run.rows(of: "monthly.csv", mentioning: [month])
      .filter { $0["month"] == month }
    let sp2ds = ((try? run.rows(of: "sp2d.csv", mentioning: [month])) ?? [])
      .filter { $0["month"] == month }
    let findings = try run.findings(mentioning: "\"month\":\"\(month)\"")
      .filter { $0.month?.text == month }
    guard !figures.isEmpty || !sp2ds.isEmpty || !findings.isEmpty else { return nil }
    let (pending, open) = (findings.filter(\.isPending), findings.filter { !$0.isPending })
    return [words.heading(.month, month)]
      + Told.list(.figures, figures.map(figure), words)
      + Told.list(.statement, try statement(of: month), words)
      + Told.list(.disbursements, sp2ds.map(line), words)
      + (findings.isEmpty ? ["  \(words.findings(0))"] : [])
      + Told.list(.open, byCode(open), words) + Told.list(.pending, byCode(pending), words)
      + Told.list(.gravest, gravest(findings), words)
  }

  private func figure(_ row: [String: String]) -> String {
    words.figure(
      basis: row["basis"] ?? "", fund: row["fund"] ?? "", programme: row["programme"] ?? "",
      measure: row["measure"] ?? "", value: row.number("value") ?? 0)
  }

  /// The statement's lines where the run is of this month alone, else what months they are of.
  private func statement(of month: String) throws -> [String] {
    guard let period = run.period else { return [] }
    guard period.from == month, period.to == month else {
      return [words.statementPeriod(from: period.from, to: period.to)]
    }
    return try run.rows(of: "statement.csv").map { row in
      words.statement(
        row["section"] ?? "", row["line"] ?? "", label: row["label"] ?? "",
        count: row.number("count") ?? 0, amount: row.number("amount") ?? 0)
    }
  }

  /// The findings' sums: the first line of all, then one for each code.
  private func byCode(_ findings: [FindingLine]) -> [String] {
    if findings.isEmpty { return [] }
    let codes = Dictionary(grouping: findings, by: \.code.text).sorted { $0.key < $1.key }
    return [tally(findings)]
      + codes.map { code, own in
        let rule = own.first?.rule
        let title = words.title(rule?.title.nonEmpty, holds: rule?.holds.nonEmpty) ?? ""
        return "\(code): \(tally(own)) · \(title)"
      }
  }

  private func tally(_ findings: [FindingLine]) -> String {
    words.tally(findings.count, findings.reduce(0) { $0 &+ $1.rupiah })
  }

  /// The gravest findings: by severity, rupiah at risk, then id.
  private func gravest(_ findings: [FindingLine]) -> [String] {
    let ranks = Dictionary(
      uniqueKeysWithValues: Severity.allCases.map { ("\($0.name)", $0.rawValue) })
    let rank = { (finding: FindingLine) in ranks[finding.severity?.text ?? ""] ?? 0 }
    let sorted = findings.sorted { a, b in
      if rank(a) != rank(b) { return rank(a) > rank(b) }
      return a.rupiah == b.rupiah ? a.id.text < b.id.text : a.rupiah > b.rupiah
    }
    return sorted.prefix(Self.gravest).map { finding in
      let message = words.message(
        finding.message.nonEmpty, code: finding.code.text, expected: finding.expected.nonEmpty,
        found: finding.found.nonEmpty, month: nil)
      let parts = [
        "\(finding.id.text) \(finding.code.text)", finding.severity.nonEmpty.map(words.spoken),
        words.rupiah(finding.rupiah),
        "\(words.kind(finding.subject_kind.nonEmpty)) \(finding.subject_key?.text ?? "")", message,
      ]
      return parts.compactMap { $0 }.joined(separator: " · ")
    }
  }
}
