import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// The main job over the committed sample data, in the process.
struct SampleDataTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A folder of its own with a fixed key, for one run.
  private func run(
    inputs: URL? = nil, seams: RunSeams = RunSeams()
  ) throws -> (outcome: RunOutcome, folder: URL) {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "rekon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let key = scratch.appending(path: "fixed.key")
    try Data(repeating: 7, count: 32).write(to: key)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path())
    var options = RunOptions(
      definition: Self.root.appending(path: "Pipelines/batik-berlian.yaml").path())
    options.inputs = inputs?.path()
    options.out = scratch.appending(path: "out").path()
    options.key = key.path()
    options.asOf = CalendarDate(year: 2024, month: 7, day: 15)
    let outcome = try runPipeline(options, progress: nil, seams: seams)
    return (outcome, scratch.appending(path: "out/latest"))
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Code and key of each finding.
  private func found(in folder: URL) throws -> [String] {
    try text("findings.jsonl", in: folder).split(separator: "\n").map { line in
      let object = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      return "\(object.code),\(object.subjectKey)"
    }.sorted()
  }

  private struct Line: Decodable {
    enum CodingKeys: String, CodingKey {
      case code
      case subjectKey = "subject_key"
    }
    let code: String
    let subjectKey: String
  }

  /// Code and key of each line of a key file.
  private func keys(_ csv: String) -> [String] {
    csv.split(separator: "\n").dropFirst().map(String.init).sorted()
  }

  @Test func `finds what the key lists and nothing besides`() throws {
    let (outcome, folder) = try run()
    #expect(outcome.status == .partial)
    let key = try String(
      contentsOf: Self.root.appending(path: "SampleData/batik-berlian-key.csv"), encoding: .utf8)
    #expect(try found(in: folder) == keys(key))
  }

  @Test func `says that the published figure holds and which one does not`() throws {
    let (_, folder) = try run()
    let said = try text("manifest.json", in: folder)
    #expect(said.contains("\"holds\": true"))
    #expect(said.contains("420000000"))
    #expect(try text("packet.html", in: folder).contains("420.000.000"))
  }

  @Test func `shows only figures that stand in monthly or statement`() throws {
    let (_, folder) = try run()
    let values = PacketFigures.values(
      monthly: try text("monthly.csv", in: folder),
      statement: try text("statement.csv", in: folder))
    let shown = PacketFigures.shown(on: try text("packet.html", in: folder))
    #expect(shown.count > 100)
    for figure in shown {
      #expect(values[figure.key] == PacketFigures.digits(of: figure.text), "\(figure.key)")
    }
  }

  @Test func `gives the same bytes when started again`() throws {
    let (first, second) = (try run().folder, try run().folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: first.path()) {
      let a = try Data(contentsOf: first.appending(path: name))
      #expect(try a == Data(contentsOf: second.appending(path: name)), "\(name)")
    }
  }

  @Test(arguments: [RunSeams.Stage.reader, .validator, .matcher])
  func `stops with exit 4 when a stage loses a row`(stage: RunSeams.Stage) throws {
    #expect {
      _ = try run(seams: RunSeams(dropRowAt: stage))
    } throws: { error in
      Pipeline.ExitStatus(of: error) == .refused
    }
  }

  @Test(arguments: [11, 12, 13])
  func `finds the key of other seeds`(seed: Int) throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "rekon-seed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let make = Process()
    make.executableURL = Self.root.appending(path: "Scripts/make-sample-data")
    let data = scratch.appending(path: "SampleData")
    make.arguments = ["--seed", "\(seed)", "--out", data.path()]
    make.standardOutput = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    let (_, folder) = try run(inputs: data.appending(path: "batik-berlian"))
    let key = try String(
      contentsOf: data.appending(path: "batik-berlian-key.csv"), encoding: .utf8)
    #expect(try found(in: folder) == keys(key))
  }

  /// A copy of the sample data with one file's text changed.
  private func altered(
    _ file: String, _ change: (String) -> String
  ) throws -> URL {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "rekon-altered-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "SampleData/batik-berlian"), to: scratch)
    let place = scratch.appending(path: file)
    let text = try String(contentsOf: place, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try Data(changed.utf8).write(to: place)
    return scratch
  }

  @Test func `says that a claim altered by one rupiah breaks the published figure`() throws {
    let inputs = try altered("klaim.csv") { text in
      text.replacing("41.000.000", with: "41.000.001", maxReplacements: 1)
        .replacing("41000000", with: "41000001", maxReplacements: 1)
    }
    let (_, folder) = try run(inputs: inputs)
    let manifest = try text("manifest.json", in: folder)
    #expect(manifest.contains("420000001"))
    #expect(try text("packet.html", in: folder).contains("420.000.001"))
  }

  @Test func `names a row by its place when its payment id stands on an earlier row`() throws {
    let inputs = try altered("iuran-2024-06.csv") { text in
      let rows = text.split(separator: "\n")
      return text + rows[1] + "\n"
    }
    let (_, folder) = try run(inputs: inputs)
    let extra = try found(in: folder).filter { $0.hasPrefix("IUR-02,iuran-2024-06.csv:") }
    #expect(extra.count == 1)
  }
}
