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
    let scratch = try ScratchRun()
    let outcome = try scratch.run(
      Self.golden.appending(path: "inputs/kecil.yaml"),
      asOf: CalendarDate(year: 2024, month: 4, day: 20))
    #expect(outcome.status == .partial)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.latest.path())
    #expect(
      names.sorted() == [
        "SHA256SUMS", "coverage.csv", "findings.csv", "findings.jsonl", "links.csv",
        "manifest.json", "monthly.csv", "packet.html", "rejects.csv", "statement.csv",
      ])
    for name in names {
      let golden = try Golden(
        try scratch.bytes(name), Self.golden.appending(path: "outputs/\(name)"))
      #expect(golden == .same, "\(name): look at the difference; RECORD_GOLDEN=1 records it")
    }
  }
}
