internal import Domain

/// What a run says at its end: ten lines, and how it exits.
enum RunSummary {
  /// The exit status of a published run.
  static func status(of report: RunReport, failOn: Severity?) -> ExitStatus {
    let isPartial = report.manifest.inputs.contains {
      $0.tally.rejected.rows > 0 || !$0.isUsed
    }
    let partial: ExitStatus = isPartial ? .partial : .ok
    guard let failOn else { return partial }
    let isGrave = report.findings.contains {
      $0.finding.severity >= failOn && $0.finding.status != .pending
    }
    let isContradicted = report.manifest.expectations.contains { !$0.holds }
    return .worst([isGrave || isContradicted ? .findings : .ok, partial])
  }

  /// The summary's lines.
  static func lines(of report: RunReport, folder: String?) -> [String] {
    let inputs = report.manifest.inputs
    let read = inputs.reduce(0) { $0 + $1.tally.read.rows }
    let rejected = inputs.reduce(0) { $0 + $1.tally.rejected.rows }
    let open = report.findings.lazy.map(\.finding).filter { $0.status != .pending }
    let atRisk = open.reduce(Int64(0)) { $0 &+ $1.atRisk }
    let (found, pending) = (open.count, report.findings.count - open.count)
    var lines = [
      (report.programme.isEmpty ? "" : "\(report.programme) ") + RunFolder.label(of: report.period),
      "files read: \(inputs.count); rows: \(read), rejected: \(rejected)",
      "premiums: \(sum(of: report, .contributions, .coverage, .premiumAmount))",
      "benefits: \(sum(of: report, .claims, .event, .benefitAmount))",
      "findings: \(found), pending: \(pending), at risk: Rp\(atRisk)",
      "books: \(report.manifest.books.count), all balance",
    ]
    for input in inputs {
      lines += input.statements.filter { !$0.holds }.map { line(of: $0, in: input.file) }
    }
    for expectation in report.manifest.expectations {
      lines.append(line(of: expectation))
    }
    if let folder { lines.append("packet: \(folder)/packet.html") }
    return lines
  }

  /// The rupiah of the period's months, where there are files to tell.
  private static func sum(
    of report: RunReport, _ kind: InputKind, _ basis: MonthlyLine.Basis,
    _ measure: MonthlyLine.Measure
  ) -> String {
    guard report.isGiven(kind) else { return "not checked, no \(kind.name) to read" }
    let lines = report.monthly.filter { $0.month.map(report.period.contains) == true }
    return "Rp\(lines.sum(basis, measure))"
  }

  /// What is wrong with a bank statement.
  private static func line(of statement: StatementBalance, in file: String) -> String {
    var wrong: [String] = []
    if let difference = statement.difference, difference.units != 0 {
      wrong.append(
        "the closing balance is \(difference.text) \(statement.currency) off opening and entries")
    }
    if let stated = statement.statedEntries, stated != statement.entries {
      wrong.append("\(stated) entries stated, \(statement.entries) found")
    }
    return "statement \(statement.statement) in \(file): \(wrong.joined(separator: "; "))"
  }

  /// Whether a published figure holds, what was found, and the claims behind it, if they are few.
  private static func line(of result: ExpectationResult) -> String {
    let what = "expected \(result.programme.code) \(RunFolder.label(of: result.period)): "
    guard result.isChecked else {
      return "\(what)not checked, no claims to read: \(told(result.expected))"
    }
    let found = told(result.found)
    let claims =
      result.claims.isEmpty || result.claims.count > 12
      ? "" : " (\(result.claims.joined(separator: ", ")))"
    return result.holds
      ? "\(what)holds: \(found)\(claims)"
      : "\(what)does not hold: \(told(result.expected)); found \(found)\(claims)"
  }

  private static func told(_ figures: CasesAndAmount) -> String {
    [figures.cases.map { "\($0) cases" }, figures.amount.map { "Rp\($0)" }]
      .compactMap { $0 }.joined(separator: ", ")
  }
}
