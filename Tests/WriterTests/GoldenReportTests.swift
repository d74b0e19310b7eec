import Domain
import Testing
import Writer

struct GoldenReportTests {
  @Test(arguments: ReportCatalog.files.map(\.name))
  func `renders every report as its golden file`(_ name: String) throws {
    let file = try #require(ReportCatalog.files.first { $0.name == name })
    try expectGolden(file.render(SampleReport.report).bytes, name)
  }

  @Test func `renders the manifest as its golden file`() throws {
    let outputs = [
      ReportedOutput(file: "findings.csv", sha256: String(repeating: "00ff", count: 16), bytes: 7)
    ]
    try expectGolden(
      ManifestJSON.render(SampleReport.report, outputs: outputs), "manifest.json")
  }

  @Test func `renders the same bytes twice`() {
    for file in ReportCatalog.files {
      #expect(file.render(SampleReport.report).bytes == file.render(SampleReport.report).bytes)
    }
  }

  @Test func `writes a header and nothing else where there is nothing`() {
    let report = RunReport(
      programme: "Batik Berlian", city: "Kota Pekalongan", period: SampleReport.period,
      asOf: SampleReport.day(2024, 7, 15))
    for file in ReportCatalog.files where file.name.hasSuffix(".csv") {
      let text = String(decoding: file.render(report).bytes, as: UTF8.self)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    }
    #expect(FindingsJSONL.render(report, rows: report.findings.indices).bytes.isEmpty)
    #expect(!Packet.render(report).bytes.isEmpty)
  }
}
