internal import Domain

/// What a run says at its end: ten lines, and how it exits.
enum RunSummary {
  /// The exit status of a published run.
  static func status(of report: RunReport, failOn: Severity?) -> ExitStatus {
    let rejected = report.manifest.inputs.contains { $0.tally.rejected.rows > 0 }
    guard let failOn else { return rejected ? .partial : .ok }
    let isGrave = report.findings.contains {
      $0.finding.severity >= failOn && $0.finding.status != .pending
    }
    let isContradicted = report.manifest.expectations.contains { !$0.holds }
    return isGrave || isContradicted ? .findings : rejected ? .partial : .ok
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
      "\(report.programme) \(RunFolder.label(of: report.period))",
      "files read: \(inputs.count); rows: \(read), rejected: \(rejected)",
      "premiums: Rp\(report.monthly.sum(.coverage, .premiumAmount))",
      "benefits: Rp\(report.monthly.sum(.event, .benefitAmount))",
      "findings: \(found), pending: \(pending), at risk: Rp\(atRisk)",
      "books: \(report.manifest.books.count), all balance",
    ]
    for expectation in report.manifest.expectations {
      lines.append(
        "expected \(expectation.programme.code) \(RunFolder.label(of: expectation.period)): "
          + (expectation.holds ? "holds" : "does not hold"))
    }
    if let folder { lines.append("packet: \(folder)/packet.html") }
    return lines
  }
}
