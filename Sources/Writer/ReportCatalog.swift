public import Domain

/// A report: the name of its file, how it is rendered, and how many rows that has to give.
public struct ReportFile: Sendable {
  /// The file's name in the run folder.
  public let name: String
  /// The rows that a report holds for the file; nil for a page.
  public let rows: (@Sendable (RunReport) -> Int)?
  /// Renders the whole file; Writer counts the rows as it writes them.
  public let render: @Sendable (RunReport) -> OutputText
}

/// The reports of a run, in the order they are written; the manifest comes after them.
public enum ReportCatalog {
  /// Every report but the manifest, which names the others.
  public static let files: [ReportFile] = [
    ReportFile(name: "findings.csv", rows: { $0.findings.count }, render: FindingsCSV.render),
    ReportFile(name: "findings.jsonl", rows: { $0.findings.count }, render: FindingsJSONL.render),
    ReportFile(name: "links.csv", rows: { $0.links.count }, render: LinksCSV.render),
    ReportFile(name: "coverage.csv", rows: { $0.coverage.count }, render: CoverageCSV.render),
    ReportFile(name: "rejects.csv", rows: { $0.rejects.count }, render: RejectsCSV.render),
    ReportFile(name: "monthly.csv", rows: { $0.monthly.count }, render: MonthlyCSV.render),
    ReportFile(
      name: "statement.csv", rows: { $0.statement.lines.count }, render: StatementCSV.render),
    ReportFile(name: "packet.html", rows: nil, render: Packet.render),
  ]
}
