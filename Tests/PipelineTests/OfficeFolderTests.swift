import Foundation
import Pipeline
import Testing

/// The office's folder of monthly workbooks beside the same premiums as text files.
struct OfficeFolderTests {
  /// How many more rows stand above the first one of a workbook's list: its titles.
  private let titles = 5

  /// A key or a message with each place in a workbook as it is in the text file.
  private func asText(_ words: String) -> String {
    words.replacing(/(iuran-\d{4}-\d\d)\.xlsx:(\d+)/) { place in
      let line = Int(place.2).map { $0 - titles } ?? 0
      return "\(place.1).csv:\(line)"
    }.replacing(".xlsx", with: ".csv")
  }

  /// What a finding says, apart from file and line.
  private func said(_ line: FoundLine) -> [String] {
    let parts = [
      line.month, line.person, line.nik, line.programme, line.expected, line.found, line.otherKind,
      line.otherKey, line.due,
    ]
    return [line.code, line.severity, line.status, line.subjectKind, "\(line.amountAtRisk)"]
      + [line.subjectKey, line.message].map(asText) + parts.map { asText($0 ?? "-") }
  }

  @Test func `gives the findings of the text files`() throws {
    let (texts, workbooks) = (try RunScratch(), try RunScratch())
    try texts.run()
    let definition = RunScratch.root.appending(path: "Pipelines/kantor.yaml")
    #expect(try workbooks.run(definition).status == .partial)
    let wanted = try texts.findings().map(said).sorted { $0.lexicographicallyPrecedes($1) }
    let found = try workbooks.findings().map(said).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(found == wanted)
    #expect(wanted.count > 50)
  }

  @Test func `counts titles, totals and signatures as skipped`() throws {
    let scratch = try RunScratch()
    try scratch.run(RunScratch.root.appending(path: "Pipelines/kantor.yaml"))
    let workbooks = try scratch.inputs().filter { $0.file.hasSuffix(".xlsx") }
    #expect(workbooks.count == 18)
    let texts = try RunScratch()
    try texts.run()
    for workbook in workbooks {
      let text = try texts.inputs().first { $0.file == asText(workbook.file) }
      #expect(workbook.rows["accepted"] == text?.rows["accepted"], "\(workbook.file)")
      #expect(workbook.amount["accepted"] == text?.amount["accepted"], "\(workbook.file)")
    }
  }
}
