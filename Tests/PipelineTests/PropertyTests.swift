import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// What must hold whatever the inputs are; each failure names its seed.
struct PropertyTests {
  static let seeds: [UInt64] = [1, 2, 6, 12, 21, 24]

  private struct Manifest: Decodable {
    struct Counts: Decodable {
      let read, accepted, rejected, duplicate, skipped: Int64
      var isWhole: Bool { read == accepted + rejected + duplicate + skipped }
    }
    struct Input: Decodable {
      let file: String
      let rows, amount: Counts
    }
    struct Book: Decodable {
      let name: String
      let holds: Bool
      let left, right: Int64
    }
    let inputs: [Input]
    let books: [Book]
  }

  /// A city's run, in a folder that goes with it.
  private func run(_ city: RandomCity, xml: Bool = false) throws -> RunScratch {
    let scratch = try RunScratch()
    let inputs = scratch.folder.appending(path: "inputs")
    try city.write(to: inputs, xml: xml)
    try scratch.run(inputs.appending(path: "kota.yaml"))
    return scratch
  }

  /// A table's rows without some columns, sorted.
  private func rows(_ csv: String, without dropped: Set<String>) throws -> [String] {
    let lines = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = try #require(lines.first)
    let kept = header.indices.filter { !dropped.contains(String(header[$0])) }
    return lines.map { cells in kept.map { cells[$0] }.joined(separator: ",") }.sorted()
  }

  private static let places: Set<String> = [
    "file", "line", "subject_file", "subject_line", "other_file", "other_line",
  ]

  /// Where two runs differ, places in files apart.
  private func differences(_ a: RunScratch, _ b: RunScratch) throws -> [String] {
    var differences: [String] = []
    for name in ["findings", "links", "coverage", "monthly", "statement"] {
      let (left, right) = (
        try rows(a.text("\(name).csv"), without: Self.places),
        try rows(b.text("\(name).csv"), without: Self.places)
      )
      differences += left.difference(from: right).map { "\(name): \($0)" }
    }
    return differences
  }

  @Test(arguments: seeds)
  func `Every row is read once and counted once, broken ones too`(seed: UInt64) throws {
    let city = RandomCity(seed: seed).spoiled(seed: seed)
    let scratch = try run(city)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(scratch.text("manifest.json").utf8))
    #expect(manifest.inputs.count == 10, "seed \(seed)")
    for input in manifest.inputs {
      #expect(input.rows.isWhole && input.amount.isWhole, "seed \(seed): \(input)")
    }
    for book in manifest.books {
      #expect(book.holds && book.left == book.right, "seed \(seed): \(book)")
    }
    let rejected = manifest.inputs.reduce(0) { $0 + $1.rows.rejected }
    #expect(rejected > 20, "seed \(seed)")
    // A shape may have line ends of its own: a row is a line that starts with a file's name.
    let rejects = try scratch.text("rejects.csv").split(separator: "\n").count { line in
      city.files.contains { line.hasPrefix($0.name + ",") }
    }
    #expect(rejects == Int(rejected), "seed \(seed)")
    let findings = try scratch.text("findings.csv")
    #expect(findings.matches(of: /,DAT-03,/).count == rejects, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `A file without broken rows loses none`(seed: UInt64) throws {
    let city = RandomCity(seed: seed)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(run(city).text("manifest.json").utf8))
    for file in city.files {
      let input = try #require(manifest.inputs.first { $0.file == file.name })
      #expect(input.rows.read == file.rows.count, "seed \(seed): \(file.name)")
      #expect(input.rows.rejected == 0, "seed \(seed): \(file.name)")
    }
  }

  @Test(arguments: seeds)
  func `The order of a file's records does not count`(seed: UInt64) throws {
    let city = RandomCity(seed: seed)
    let one = try run(city)
    #expect(try one.text("findings.csv").split(separator: "\n").count > 30, "seed \(seed)")
    let differences = try differences(one, run(city.shuffled(seed: seed)))
    #expect(differences.isEmpty, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `A payment file may come in two`(seed: UInt64) throws {
    let city = RandomCity(seed: seed)
    let differences = try differences(run(city), run(city.splitting("iuran-2024-03.csv")))
    #expect(differences.isEmpty, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `Memberships and claims may come as XML`(seed: UInt64) throws {
    let city = RandomCity(seed: seed)
    let differences = try differences(run(city), run(city, xml: true))
    #expect(differences.isEmpty, "seed \(seed)")
  }
}
