import Foundation
import Pipeline
import Testing

/// The city that the benchmark's generator invents: what is seeded there is what is found.
struct GeneratedDataTests {
  private static let seed = 29

  /// Runs a program on Python and returns what it prints.
  @discardableResult
  private static func python(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 \(arguments) failed")
    return String(decoding: said, as: UTF8.self)
  }

  private static let hasNumpy = (try? python("-c", "import numpy")) != nil

  /// A line of the scorer: how many were seeded, found, and both.
  private struct Score {
    let seeded, found, correct: Int
    var precision: Double { Double(correct) / Double(found) }
    var recall: Double { Double(correct) / Double(seeded) }
  }

  private func scores(_ data: URL, _ run: URL) throws -> [String: Score] {
    let script = RunScratch.root.appending(path: "Scripts/bench/score.py").path()
    var scores: [String: Score] = [:]
    for line in try Self.python(script, data.path(), run.path()).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 6, let seeded = Int(words[1]), let found = Int(words[2]),
        let correct = Int(words[3])
      else { continue }
      scores[String(words[0])] = Score(seeded: seeded, found: found, correct: correct)
    }
    return scores
  }

  @Test(
    .enabled(if: hasNumpy, "the generator needs numpy (apt: python3-numpy)"))
  func `what was seeded is found, from CSV and from XML`() throws {
    let scratch = try RunScratch()
    let data = scratch.folder.appending(path: "data-\(Self.seed)")
    let generator = RunScratch.root.appending(path: "Scripts/bench/generate.py").path()
    try Self.python(generator, data.path(), "--scale", "S", "--seed", "\(Self.seed)")
    let pipelines = RunScratch.root.appending(path: "Pipelines")
    try scratch.run(pipelines.appending(path: "generated.yaml"), inputs: data)
    let found = try scratch.findings()
    try expectQuality(try scores(data, scratch.latest))
    try expectNoRowLost(scratch, data)
    try scratch.run(pipelines.appending(path: "generated-xml.yaml"), inputs: data)
    #expect(try scratch.findings() == found, "seed \(Self.seed)")
  }

  private func expectQuality(_ scores: [String: Score]) throws {
    for code in ["KLM-01", "KEU-01", "IUR-06", "IUR-05/id"] {
      let score = try #require(scores[code])
      #expect(score.seeded > 0 && score.precision == 1 && score.recall == 1, "\(code)")
    }
    let repeated = try #require(scores["IUR-02/03"])
    #expect(repeated.seeded > 0 && repeated.precision == 1 && repeated.recall >= 0.98)
    let afterDeath = try #require(scores["IUR-05"])
    #expect(afterDeath.found > 0 && afterDeath.precision == 1)
  }

  private func expectNoRowLost(_ scratch: RunScratch, _ data: URL) throws {
    let inputs = try scratch.inputs()
    #expect(inputs.count == 5)
    for input in inputs {
      let text = try String(contentsOf: data.appending(path: input.file), encoding: .utf8)
      let lines = text.split(separator: "\n").count - 1
      #expect(input.rows["read"] == lines, "\(input.file), seed \(Self.seed)")
      let parts = ReadInput.ends.compactMap { input.rows[$0] }
      #expect(parts.count == 4 && parts.reduce(0, +) == lines, "\(input.file)")
    }
  }
}
