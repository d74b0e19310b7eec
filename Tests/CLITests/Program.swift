import Foundation
import TestSupport

/// The built program, run as a process of its own.
enum Program {
  /// How it ended and what it said.
  struct Answer {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the test bundle.
  private static var place: URL {
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      .deletingLastPathComponent().appendingPathComponent("rekon")
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("rekon")
  }

  /// Runs it, with changes to the environment or with all files limited to a few kilobytes, in a
  /// folder, with a file as its standard output.
  static func rekon(
    _ arguments: [String], environment: [String: String] = [:], smallFiles: Bool = false,
    in folder: String? = nil, output file: String? = nil
  ) throws -> Answer {
    let process = Process()
    (process.executableURL, process.arguments) = (place, arguments)
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    if smallFiles {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "ulimit -f 4 && exec \"$@\"", "sh", place.path] + arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    if let file { process.standardOutput = FileHandle(forWritingAtPath: file) }
    try process.run()
    try output.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}

/// A folder with the small city, for runs of the program; removed with its owner.
final class CityFolder {
  let path: String

  /// The city, with some files of its own.
  init(_ own: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("rekon-cli-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in SmallCity.files.merging(own, uniquingKeysWith: { $1 }) {
      try write(name, Data(text.utf8))
    }
    try write("fixed.key", Data(repeating: 7, count: 32))
    try permit("fixed.key", 0o600)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file.
  func write(_ name: String, _ data: Data) throws {
    try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Sets who may read and write a file.
  func permit(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
  }

  /// Removes a file.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Runs the city's definition, or another, into the folder `out`.
  func run(
    _ options: String..., definition: String? = nil, out: String = "out",
    environment: [String: String] = [:], smallFiles: Bool = false
  ) throws -> Program.Answer {
    let arguments = [
      "run", definition ?? "\(path)/d.yaml", "--out", "\(path)/\(out)", "--key",
      "\(path)/fixed.key", "--as-of", "2024-07-15",
    ]
    return try Program.rekon(
      arguments + options, environment: environment, smallFiles: smallFiles)
  }

  /// Whether a run was published.
  var isPublished: Bool { FileManager.default.fileExists(atPath: "\(path)/out/latest") }

  /// The bytes of each file of the newest run, by name.
  func published() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: "\(path)/out/latest/")
    where name != "rejects" {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/out/latest/\(name)"))
    }
    return files
  }
}
