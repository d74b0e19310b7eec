import Domain
import Foundation
import Pipeline

/// A folder of its own with a fixed key, in which definitions are run.
final class ScratchRun {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rekon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = folder.appending(path: "fixed.key")
    try Data(repeating: 7, count: 32).write(to: key)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where the newest published run stands.
  var latest: URL { folder.appending(path: "out/latest") }

  /// Runs a definition.
  @discardableResult
  func run(
    _ definition: URL, inputs: URL? = nil, asOf: CalendarDate?
  ) throws -> RunOutcome {
    var options = RunOptions(definition: definition.path())
    options.inputs = inputs?.path()
    options.out = folder.appending(path: "out").path()
    options.key = folder.appending(path: "fixed.key").path()
    options.asOf = asOf
    return try runPipeline(options, progress: nil, seams: RunSeams())
  }

  /// A published file's bytes.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: latest.appending(path: name))
  }

  /// A published file's text.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}
