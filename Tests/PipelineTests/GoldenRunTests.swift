import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// A whole run over a handful of people: every published file as it was checked by hand.
struct GoldenRunTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test func `publishes every file as its golden one`() throws {
    let scratch = try RunScratch()
    var options = scratch.options(Self.golden.appending(path: "inputs/kecil.yaml"))
    options.asOf = CalendarDate(year: 2024, month: 4, day: 20)
    let outcome = try runPipeline(options, progress: nil, seams: RunSeams())
    #expect(outcome.status == .partial)
    let files = try scratch.latestFiles()
    #expect(
      files.keys.sorted() == [
        "SHA256SUMS", "coverage.csv", "coverage.jsonl", "findings.csv", "findings.jsonl",
        "links.csv", "links.jsonl", "manifest.json", "monthly.csv", "packet.html", "rejects.csv",
        "rejects/iuran-2024-03.csv",
        "rejects/klaim.csv", "sp2d.csv", "statement.csv",
      ])
    for (name, bytes) in files {
      let golden = try Golden(bytes, Self.golden.appending(path: "outputs/\(name)"))
      #expect(golden == .same, "\(name): look at the difference; RECORD_GOLDEN=1 records it")
    }
  }
}
