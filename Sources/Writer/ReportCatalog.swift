public import Domain

/// A report: the name of its file and how it is rendered, a piece of its rows at a time.
public struct ReportFile: Sendable {
  /// The file's name in the run folder.
  public let name: String
  /// How many rows make up the file; one for what is rendered as a whole.
  public let rows: @Sendable (RunReport) -> Int
  /// Renders some of the rows; what stands above the rows comes with the first.
  public let render: @Sendable (RunReport, Range<Int>) -> ContiguousArray<UInt8>

  /// A report that may have very many rows.
  init(
    name: String, rows: @escaping @Sendable (RunReport) -> Int,
    render: @escaping @Sendable (RunReport, Range<Int>) -> ContiguousArray<UInt8>
  ) {
    (self.name, self.rows, self.render) = (name, rows, render)
  }

  /// A report that is rendered as a whole.
  init(name: String, render: @escaping @Sendable (RunReport) -> ContiguousArray<UInt8>) {
    self.init(name: name, rows: { _ in 1 }, render: { report, _ in render(report) })
  }

  /// Renders the whole file.
  public func render(_ report: RunReport) -> ContiguousArray<UInt8> {
    render(report, 0..<rows(report))
  }
}

/// The reports of a run, in the order they are written; the manifest comes after them.
public enum ReportCatalog {
  /// Every report but the manifest, which names the others.
  public static let files: [ReportFile] = [
    ReportFile(name: "findings.csv", rows: \.findings.count, render: FindingsCSV.render),
    ReportFile(name: "findings.jsonl", rows: \.findings.count, render: FindingsJSONL.render),
    ReportFile(name: "links.csv", rows: \.links.count, render: LinksCSV.render),
    ReportFile(name: "coverage.csv", render: CoverageCSV.render),
    ReportFile(name: "rejects.csv", render: RejectsCSV.render),
    ReportFile(name: "monthly.csv", render: MonthlyCSV.render),
    ReportFile(name: "statement.csv", render: StatementCSV.render),
    ReportFile(name: "packet.html", render: Packet.render),
  ]
}
