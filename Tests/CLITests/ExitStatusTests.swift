import Foundation
import Testing

/// The built program run as a process, judged by its exit status and what it says.
@Suite struct ExitStatusTests {
  private struct Answer {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the test bundle.
  private static var program: URL {
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      .deletingLastPathComponent().appendingPathComponent("rekon")
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("rekon")
  }

  private func rekon(_ arguments: String...) throws -> Answer {
    let process = Process()
    (process.executableURL, process.arguments) = (Self.program, arguments)
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// A folder with a definition and the files it may name.
  private func folder(_ definition: String, files: [String: String] = [:]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rekon-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files.merging(
      ["d.yaml": definition], uniquingKeysWith: { first, _ in first })
    {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder.path
  }

  private let head = "rekon: 1\nperiod: {from: 2024-01, to: 2024-06}\n"

  private func run(_ folder: String) throws -> Answer {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try rekon("run", folder + "/d.yaml", "--out", folder + "/out")
  }

  @Test func helpAndVersionAreResults() throws {
    let help = try rekon("--help")
    #expect(help.status == 0 && help.output.contains("Exit status:") && help.errors.isEmpty)
    let version = try rekon("--version")
    #expect(version.status == 0 && version.output.first?.isNumber == true)
  }

  @Test(arguments: [
    ["run"], ["run", "a", "--as-of", "2024-02-30"], ["walk"], ["run", "a", "--x"],
  ])
  func wrongUsageIs64(_ arguments: [String]) throws {
    let answer =
      switch arguments.count {
      case 1: try rekon(arguments[0])
      case 3: try rekon(arguments[0], arguments[1], arguments[2])
      default: try rekon(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(answer.status == 64 && answer.output.isEmpty && !answer.errors.isEmpty)
  }

  @Test func absentDefinitionIs66() throws {
    let answer = try rekon("run", "/nowhere/d.yaml")
    #expect(answer.status == 66 && answer.errors.hasPrefix("rekon: d.yaml: "))
  }

  @Test func absentInputIs66AndNamed() throws {
    let answer = try run(try folder(head + "inputs: {claims: [{file: klaim.csv}]}\n"))
    #expect(answer.status == 66 && answer.errors.hasPrefix("rekon: klaim.csv: "))
    #expect(answer.output.isEmpty && !answer.errors.contains("rekon-cli-"))
  }

  @Test func emptyInputIs65AndNamed() throws {
    let answer = try run(
      try folder(head + "inputs: {claims: [{file: klaim.csv}]}\n", files: ["klaim.csv": ""]))
    #expect(answer.status == 65 && answer.errors.contains("klaim.csv"))
  }

  @Test func unknownKeyIs78WithItsPlace() throws {
    let answer = try run(try folder(head + "input: {claims: [{file: klaim.csv}]}\n"))
    #expect(answer.status == 78 && answer.errors.hasPrefix("rekon: d.yaml:3:1: "))
    #expect(answer.errors.contains("Did you mean `inputs`?"))
  }

  @Test func rulesAreListed() throws {
    let rules = try rekon("rules", "IUR-05")
    #expect(rules.status == 0 && rules.output.contains("PremiumStopsAtDeath"))
    #expect(try rekon("rules", "IUR-99").status == 64)
  }

  @Test func explainWithoutARunIs66() throws {
    let answer = try rekon("explain", "K-1", "--out", "/nowhere")
    #expect(answer.status == 66 && answer.output.isEmpty)
  }
}
