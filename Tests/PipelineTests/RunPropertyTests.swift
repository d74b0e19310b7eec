import Foundation
import Pipeline
import TestSupport
import Testing

/// What holds for a run whatever its input: a failing test names its seed.
struct RunPropertyTests {
  @Test(arguments: [1, 2] as [UInt64])
  func `results do not depend on the order of rows`(seed: UInt64) throws {
    let scratch = try RunScratch()
    var numbers = SeededGenerator(seed: seed)
    let inputs = try scratch.copySample { name, text in
      guard name.hasSuffix(".csv") else { return text }
      let lines = text.split(separator: "\n")
      let rows = lines.dropFirst().shuffled(using: &numbers)
      return (lines.prefix(1) + rows).joined(separator: "\n") + "\n"
    }
    try scratch.run(inputs: inputs)
    try expectSample(scratch)
  }

  @Test(arguments: [3, 4] as [UInt64])
  func `results do not depend on the order of files`(seed: UInt64) throws {
    let scratch = try RunScratch()
    var numbers = SeededGenerator(seed: seed)
    var texts: [String: String] = [:]
    let inputs = try scratch.copySample { name, text in
      texts[name] = text
      return text
    }
    let names = texts.keys.filter { $0.hasPrefix("iuran-") }.sorted()
    try #require(names.count == 18)
    let others = names.shuffled(using: &numbers)
    try #require(others != names)
    for (name, other) in zip(names, others) {
      try scratch.write("inputs/\(name)", try #require(texts[other]))
    }
    try scratch.run(inputs: inputs)
    try expectSample(scratch)
  }

  /// The same findings and figures as the sample data; rejected rows are named by their place.
  private func expectSample(_ scratch: RunScratch) throws {
    let sample = try RunScratch.sample.get()
    let wanted = try FoundLine.lines(try #require(sample["findings.jsonl"]))
    let found = try scratch.findings()
    #expect(found.filter { $0.code != "DAT-03" } == wanted.filter { $0.code != "DAT-03" })
    #expect(found.count == wanted.count)
    let files = try scratch.latestFiles()
    for name in ["coverage.csv", "monthly.csv", "statement.csv"] {
      #expect(files[name] == sample[name], "\(name)")
    }
  }

  @Test(arguments: [5, 6] as [UInt64])
  func `no row is lost, whatever stands in its cells`(seed: UInt64) throws {
    let scratch = try RunScratch()
    var numbers = SeededGenerator(seed: seed)
    var lines: [String: Int] = [:]
    let inputs = try scratch.copySample { name, text in
      guard name.hasSuffix(".csv") else { return text }
      let rows = text.split(separator: "\n").map(String.init)
      lines[name] = rows.count - 1
      let spoilt = rows.dropFirst().map { Self.spoilt($0, &numbers) }
      return (rows.prefix(1) + spoilt).joined(separator: "\n") + "\n"
    }
    let definition = try String(contentsOf: RunScratch.batikBerlian, encoding: .utf8)
    try scratch.write("d.yaml", definition + "rules: {rejectLimit: 100%}\n")
    let outcome = try scratch.run(scratch.folder.appending(path: "d.yaml"), inputs: inputs)
    #expect(outcome.status == .partial)
    var rejected = 0
    for input in try scratch.inputs() {
      if let count = lines[input.file] { #expect(input.rows["read"] == count, "\(input.file)") }
      for book in [input.rows, input.amount] {
        #expect(book["read"] == ReadInput.ends.compactMap { book[$0] }.reduce(0, +))
      }
      rejected += input.rows["rejected"] ?? 0
    }
    #expect(rejected > 100)
    #expect(try scratch.text("rejects.csv").split(separator: "\n").count == rejected + 1)
  }

  /// One row in thirty with a cell that means nothing, too much, or one cell too many.
  private static func spoilt(_ row: String, _ numbers: inout SeededGenerator) -> String {
    guard !row.contains("\""), Int.random(in: 0..<30, using: &numbers) == 0 else { return row }
    var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let nonsense = ["", "x", "-1", "9999999999999999999999", "2023-13", "\u{FEFF}", "a,b"]
    let cell = Int.random(in: 0..<cells.count, using: &numbers)
    cells[cell] = nonsense[Int.random(in: 0..<nonsense.count, using: &numbers)]
    return cells.joined(separator: ",")
  }
}
