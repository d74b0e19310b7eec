import Domain

extension PacketBuilder {
  /// How many findings the page lists one by one.
  static let topCount = 10

  /// The open findings by code, gravest first.
  var codes: CodeTable? {
    guard let end = statement.end(of: .findingsByCode) else { return nil }
    let severities = severities
    let rows = statement[.findingsByCode].filter { $0.role == .add }
      .compactMap { codeRow($0, severities) }
    let sorted = rows.sorted { ($1.rank, $0.row.code) < ($0.rank, $1.row.code) }
    return CodeTable(
      codeRows: sorted.map(\.row), allCount: PacketNumbers.countFigure(end),
      allAmount: PacketNumbers.amountFigure(end))
  }

  private func codeRow(
    _ line: StatementLine, _ severities: [RuleCode: [Severity: Int64]]
  ) -> (rank: UInt8, row: CodeRow)? {
    guard case .code(let code) = line.label else { return nil }
    let entry = report.entryIndex(of: code).map { report.entries[$0] }
    let counts = severities[code] ?? [entry?.severity ?? .low: line.count]
    let found = counts.keys.sorted(by: >)
    let row = CodeRow(
      code: code.text, codeTitle: entry.map { "\($0.title)" } ?? "",
      tags: found.map { severity in
        let word = "\(Wording.severity(severity))"
        let count = PacketNumbers.count(counts[severity] ?? 0)
        return Tag(
          tone: "\(severity.name)", toneWord: found.count == 1 ? word : "\(count) \(word)")
      },
      owner: entry.map { "\($0.owner.name)" } ?? "",
      codeCount: PacketNumbers.countFigure(line), codeAmount: PacketNumbers.amountFigure(line))
    return (found.first?.rawValue ?? 0, row)
  }

  /// How many open findings of each code have which severity.
  private var severities: [RuleCode: [Severity: Int64]] {
    var counts: [RuleCode: [Severity: Int64]] = [:]
    for row in report.findings where row.finding.status != .pending {
      counts[row.finding.code, default: [:]][row.finding.severity, default: 0] += 1
    }
    return counts
  }

  /// The findings that wait for certainty.
  var pending: PendingView? {
    guard let end = statement.end(of: .pendingByCode), end.count > 0 else { return nil }
    return PendingView(
      pendingCount: PacketNumbers.countFigure(end), pendingAmount: PacketNumbers.amountFigure(end))
  }

  /// The gravest open findings, then those with the most rupiah at risk.
  var topFindings: [FindingView] {
    var top: [ReportedFinding] = []
    for row in report.findings where row.finding.status != .pending {
      guard top.count < Self.topCount || top.last.map({ Self.precedes(row, $0) }) == true else {
        continue
      }
      let place = top.firstIndex { Self.precedes(row, $0) } ?? top.count
      top.insert(row, at: place)
      if top.count > Self.topCount { top.removeLast() }
    }
    return top.map(findingView)
  }

  private static func precedes(_ a: ReportedFinding, _ b: ReportedFinding) -> Bool {
    a.finding.severity == b.finding.severity
      ? a.finding.atRisk > b.finding.atRisk : a.finding.severity > b.finding.severity
  }

  private func findingView(_ row: ReportedFinding) -> FindingView {
    let message = Message(report)
    return FindingView(
      findingID: PacketNumbers.text { $0.append(hex: row.id) },
      findingCode: row.finding.code.text,
      sentence: PacketNumbers.text { message.append(row, to: &$0) },
      findingTone: "\(row.finding.severity.name)",
      person: report.arena.string(row.person),
      maskedNIK: PacketNumbers.text { $0.append(masked: row.nik) },
      atRisk: PacketNumbers.rupiah(row.finding.atRisk))
  }
}
