import Domain
import Foundation
import Pipeline

/// A run over the committed sample data in a folder of its own, under a fixed key and day.
struct SampleRun {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A run with the defaults, made once for the tests that only read it.
  static let shared = Result { try SampleRun() }

  let outcome: RunOutcome
  /// The published folder.
  let folder: String

  init(_ change: (inout RunOptions) -> Void = { _ in }) throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "rekon-sample-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let key = scratch.appending(path: "fixed.key")
    try Data(repeating: 7, count: 32).write(to: key)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path())
    var options = RunOptions(
      definition: Self.root.appending(path: "Pipelines/batik-berlian.yaml").path())
    options.out = scratch.appending(path: "out").path()
    options.key = key.path()
    options.asOf = CalendarDate(year: 2024, month: 7, day: 15)
    change(&options)
    outcome = try runPipeline(options, progress: nil, seams: RunSeams())
    folder = options.out + "/latest"
  }

  /// A file of the published folder.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// The rows of a CSV file without quoted cells, by column.
  func rows(_ name: String) throws -> [[String: String]] {
    let lines = try text(name).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
    }
  }
}
