import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Runs every folder under `Scenarios`: a new one joins without code (`Scenarios/README.md`).
struct ScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scenarios")

  /// The tables of which a scenario tells every row.
  private static let whole: Set = ["findings.csv", "coverage.csv", "links.csv"]

  @Test(arguments: try Scenario.all(in: folder))
  func `publishes what the scenario expects`(_ scenario: Scenario) throws {
    let scratch = try RunScratch()
    var options = scratch.options(scenario.folder.appending(path: "input/definition.yaml"))
    options.asOf = try scenario.asOf()
    let outcome = try runPipeline(options, progress: nil, seams: RunSeams())
    if let status = try scenario.text("exit.txt") {
      #expect("\(outcome.status.rawValue)" == status)
    }
    let expectations = try scenario.expected()
    try #require(!expectations.isEmpty)
    for (name, table) in expectations {
      let text =
        name == "not_checked.csv" ? try scratch.notChecked() : try scratch.text(name)
      let found = ScenarioTable(text).rows(of: table.columns)
      let expected = table.rows(of: table.columns)
      let missing = expected.removing(found)
      #expect(missing.isEmpty, "missing from \(name)")
      guard Self.whole.contains(name) else { continue }
      let further = found.removing(expected)
      #expect(further.isEmpty, "further in \(name)")
    }
  }
}

/// A folder with `input/`, `expected/` and a README of one paragraph.
struct Scenario: CustomTestStringConvertible, Sendable {
  let folder: URL
  var testDescription: String { folder.lastPathComponent }

  /// The folders in order of their names.
  static func all(in folder: URL) throws -> [Scenario] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.hasDirectoryPath }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Scenario(folder: $0) }
  }

  /// The day the run looks from.
  func asOf() throws -> CalendarDate {
    CaseBuilder.day(try text("as-of.txt") ?? "2026-01-01")
  }

  /// What a file beside the tables says, where there is one.
  func text(_ name: String) throws -> String? {
    let file = folder.appending(path: "expected/\(name)")
    guard FileManager.default.fileExists(atPath: file.path()) else { return nil }
    return try String(contentsOf: file, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The tables expected of the run, by name.
  func expected() throws -> [String: ScenarioTable] {
    var tables: [String: ScenarioTable] = [:]
    let expected = folder.appending(path: "expected")
    for file in try FileManager.default.contentsOfDirectory(
      at: expected, includingPropertiesForKeys: nil) where file.pathExtension == "csv"
    {
      tables[file.lastPathComponent] = ScenarioTable(
        try String(contentsOf: file, encoding: .utf8))
    }
    return tables
  }
}

/// A CSV file's header and rows.
struct ScenarioTable {
  let columns: [String]
  private let cells: [[String]]

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(Self.cells)
    (columns, cells) = (lines.first ?? [], Array(lines.dropFirst()))
  }

  /// Each row's cells of some columns, in order; a column that is not there gives `?`.
  func rows(of wanted: [String]) -> [String] {
    let places = wanted.map { columns.firstIndex(of: $0) }
    return cells.map { row in
      places.map { $0.map { $0 < row.count ? row[$0] : "" } ?? "?" }.joined(separator: ",")
    }.sorted()
  }

  private static func cells(_ line: Substring) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

extension [String] {
  /// What is left when each of the others is taken away once.
  func removing(_ others: [String]) -> [String] {
    var left = self
    for other in others {
      if let place = left.firstIndex(of: other) { left.remove(at: place) }
    }
    return left
  }
}

extension RunScratch {
  /// The codes that the newest run did not check, as a table.
  func notChecked() throws -> String {
    struct Manifest: Decodable {
      struct Entry: Decodable { let code: String }
      let notChecked: [Entry]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let manifest = try decoder.decode(Manifest.self, from: Data(try text("manifest.json").utf8))
    return (["code"] + manifest.notChecked.map(\.code)).joined(separator: "\n") + "\n"
  }
}
