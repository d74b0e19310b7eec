public import Domain

/// A report: the name of its file, how many rows it has, and how some of them are rendered.
public struct ReportFile: Sendable {
  /// The file's name in the run folder.
  public let name: String
  /// The rows that a report holds for the file; nil for a page, which is rendered as a whole.
  public let rows: (@Sendable (RunReport) -> Int)?
  /// Renders some rows, what stands above them with the first; Writer counts them as it writes.
  public let render: @Sendable (RunReport, Range<Int>) -> OutputText

  /// Renders the whole file.
  public func render(_ report: RunReport) -> OutputText { render(report, 0..<(rows?(report) ?? 0)) }
}

/// The reports of a run, in the order they are written; the manifest comes after them.
public enum ReportCatalog {
  /// Every report but the manifest, which names the others.
  public static let files: [ReportFile] = [
    ReportFile(name: "findings.csv", rows: { $0.findings.count }, render: FindingsCSV.render),
    ReportFile(name: "findings.jsonl", rows: { $0.findings.count }, render: FindingsJSONL.render),
    ReportFile(
      name: "links.csv", rows: { $0.links.count + $0.membershipLinks.count },
      render: LinksCSV.render),
    ReportFile(name: "links.jsonl", rows: { $0.decidedLinks.count }, render: LinksJSONL.render),
    ReportFile(name: "coverage.csv", rows: { $0.coverage.count }, render: CoverageCSV.render),
    ReportFile(name: "coverage.jsonl", rows: { $0.coverage.count }, render: CoverageJSONL.render),
    ReportFile(name: "rejects.csv", rows: { $0.rejects.count }, render: RejectsCSV.render),
    ReportFile(name: "sp2d.csv", rows: { $0.sp2ds.count }, render: SP2DCSV.render),
    ReportFile(name: "monthly.csv", rows: { $0.monthly.count }, render: MonthlyCSV.render),
    ReportFile(name: "statement.csv", rows: StatementCSV.rows, render: StatementCSV.render),
    ReportFile(name: "packet.html", rows: nil, render: { report, _ in Packet.render(report) }),
  ]
}
