import Domain
import Foundation
import Pipeline
import TestSupport

/// A folder for runs in the process, with a fixed pseudonym key; removed with its owner.
final class RunScratch {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let batikBerlian = root.appending(path: "Pipelines/batik-berlian.yaml")

  /// The files of one run over the sample data, for all who only look at them.
  static let sample = Result {
    let scratch = try RunScratch()
    try scratch.run()
    return try scratch.latestFiles()
  }

  let folder: URL
  /// The newest published run.
  var latest: URL { folder.appending(path: "out/latest") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rekon-\(UUID().uuidString)")
    try write("fixed.key", Data(repeating: 7, count: 32))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.appending(path: "fixed.key").path())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file with its folders.
  func write(_ name: String, _ data: Data) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Writes a file of text with its folders.
  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Writes the small city with some files of its own and returns the definition's place.
  func writeCity(_ own: [String: String] = [:]) throws -> URL {
    for (name, text) in SmallCity.files.merging(own, uniquingKeysWith: { $1 }) {
      try write(name, text)
    }
    return folder.appending(path: "d.yaml")
  }

  /// Copies the sample data with its texts changed; returns the folder to give as inputs.
  func copySample(_ change: (_ name: String, _ text: String) throws -> String) throws -> URL {
    let data = Self.root.appending(path: "SampleData/batik-berlian")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path()).sorted() {
      let text = try String(contentsOf: data.appending(path: name), encoding: .utf8)
      try write("inputs/\(name)", try change(name, text))
    }
    return folder.appending(path: "inputs")
  }

  /// The options of a run into this folder.
  func options(_ definition: URL, inputs: URL? = nil) -> RunOptions {
    var options = RunOptions(definition: definition.path())
    options.inputs = inputs?.path()
    options.out = folder.appending(path: "out").path()
    options.key = folder.appending(path: "fixed.key").path()
    options.asOf = CalendarDate(year: 2024, month: 7, day: 15)
    return options
  }

  /// Runs a definition into this folder.
  @discardableResult
  func run(
    _ definition: URL = batikBerlian, inputs: URL? = nil, seams: RunSeams = RunSeams()
  ) throws -> RunOutcome {
    try runPipeline(options(definition, inputs: inputs), progress: nil, seams: seams)
  }

  /// The text of a file of the newest run.
  func text(_ name: String) throws -> String {
    try String(contentsOf: latest.appending(path: name), encoding: .utf8)
  }

  /// The bytes of each file of the newest run, by name.
  func latestFiles() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: latest.path()) {
      files[name] = try Data(contentsOf: latest.appending(path: name))
    }
    return files
  }

  /// All that stands under the output folder, by path: a file's bytes, a link's target.
  func published() throws -> [String: Data] {
    let out = folder.appending(path: "out").path()
    var entries: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: out) {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(out)/\(path)")
      let link = target.map { Data("-> \($0)".utf8) }
      entries[path] = link ?? FileManager.default.contents(atPath: "\(out)/\(path)") ?? Data()
    }
    return entries
  }

  /// Code and key of each finding of the newest run.
  func found() throws -> [String] {
    try findings().map { "\($0.code),\($0.subjectKey)" }.sorted()
  }

  /// The findings of the newest run.
  func findings() throws -> [FoundLine] {
    try FoundLine.lines(Data(contentsOf: latest.appending(path: "findings.jsonl")))
  }

  /// What the newest run's manifest says of its inputs.
  func inputs() throws -> [ReadInput] {
    try JSONDecoder().decode(ReadInputs.self, from: Data(try text("manifest.json").utf8)).inputs
  }

  private struct ReadInputs: Decodable { let inputs: [ReadInput] }
}

/// An input in a manifest: its rows and rupiah by what became of them.
struct ReadInput: Decodable {
  let file: String
  let rows, amount: [String: Int]

  /// What became of all rows, in the order of the book.
  static let ends = ["accepted", "rejected", "duplicate", "skipped"]
}

/// A line of `findings.jsonl` without the places, which depend on a file's form.
struct FoundLine: Decodable, Hashable {
  let id, code, severity, status, subjectKind, subjectKey, message: String
  let month, person, nik, programme, expected, found, otherKind, otherKey, due: String?
  let amountAtRisk: Int
}

extension FoundLine {
  /// The lines of a file.
  static func lines(_ file: Data) throws -> [FoundLine] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try file.split(separator: 0x0a).map { try decoder.decode(FoundLine.self, from: $0) }
  }
}
