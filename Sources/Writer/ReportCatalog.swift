public import Domain

/// A report: the name of its file and how it is rendered.
public struct ReportFile: Sendable {
  /// The file's name in the run folder.
  public let name: String
  /// Renders the whole file.
  public let render: @Sendable (RunReport) -> ContiguousArray<UInt8>
}

/// The reports of a run, in the order they are written; the manifest comes after them.
public enum ReportCatalog {
  /// Every report but the manifest, which names the others.
  public static let files: [ReportFile] = [
    ReportFile(name: "findings.csv", render: FindingsCSV.render),
    ReportFile(name: "findings.jsonl", render: FindingsJSONL.render),
    ReportFile(name: "links.csv", render: LinksCSV.render),
    ReportFile(name: "coverage.csv", render: CoverageCSV.render),
    ReportFile(name: "rejects.csv", render: RejectsCSV.render),
    ReportFile(name: "monthly.csv", render: MonthlyCSV.render),
    ReportFile(name: "statement.csv", render: StatementCSV.render),
    ReportFile(name: "packet.html", render: Packet.render),
  ]
}
