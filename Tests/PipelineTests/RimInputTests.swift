import Domain
import Glibc
import Testing

@testable import Pipeline

@Suite struct RimInputTests {
  private let scratch = RimScratch()

  private func resolve(_ inputs: String) throws -> [InputFile] {
    let text = "rekon: 1\nperiod: {from: 2023-01, to: 2023-01}\ninputs: \(inputs)\n"
    var definition = try PipelineDefinition.decode(text, file: "a.yaml")
    definition.folder = scratch.path
    return try InputFiles.resolve(definition, folder: nil)
  }

  @Test func patternsAreExpandedInByteOrderAndOnce() throws {
    for name in ["i-2.csv", "i-1.csv", "i-10.csv", "k.csv"] { try scratch.make(name, "x") }
    let files = try resolve(
      "{claims: [{file: k.csv}], contributions: [{file: 'i-?.csv'}, {file: ./i-1.csv}, "
        + "{file: 'i-*.csv'}]}")
    #expect(files.map(\.name) == ["i-1.csv", "i-10.csv", "i-2.csv", "k.csv"])
    #expect(files.map(\.kind) == [.contributions, .contributions, .contributions, .claims])
  }

  @Test(arguments: ["gone.csv", "gone-*.csv"])
  func whatIsNotThereIsNamed(_ name: String) throws {
    let error = try #require(throws: RunError.self) {
      _ = try resolve("{claims: [{file: '\(name)'}]}")
    }
    #expect(error.status == .noInput)
    #expect("\(error)".hasPrefix("\(name): "))
    #expect("\(error)".contains("a.yaml:3:26"))
    #expect(!"\(error)".contains(scratch.path))
  }

  @Test func equalNamesShowTheShortestTailThatDiffers() throws {
    for name in ["a/q/x.csv", "b/q/x.csv", "y.csv"] { try scratch.make(name, "x") }
    let files = try resolve(
      "{claims: [{file: b/q/x.csv}, {file: a/q/x.csv}], roster: [{file: y.csv}]}")
    #expect(files.map(\.name) == ["y.csv", "a~q~x.csv", "b~q~x.csv"])
  }

  @Test func namesCannotSteerATerminal() {
    #expect(InputFiles.displayNames([["a", "\u{1b}[2Jx.csv"]]) == ["\\x1b[2Jx.csv"])
  }

  @Test func bytesAreHashedWhileRead() throws {
    try scratch.make("a.csv", "abc")
    let source = try FileSource(path: scratch.path + "/a.csv", name: "a.csv")
    var buffer = [UInt8](repeating: 0, count: 2)
    #expect(try buffer.withUnsafeMutableBytes { try source.read(into: $0) } == 2)
    #expect(try buffer.withUnsafeMutableBytes { try source.read(into: $0, at: 1) } == 2)
    #expect(buffer == Array("bc".utf8))
    let (hash, bytes) = try source.finish()
    #expect(hash == Digest.sha256(Array("abc".utf8)) && bytes == 3)
  }

  @Test func changedFileIsNoticed() throws {
    try scratch.make("a.csv", "abc")
    let source = try FileSource(path: scratch.path + "/a.csv", name: "a.csv")
    try source.verifyUnchanged()
    truncate(scratch.path + "/a.csv", 1)
    #expect(throws: RunError.fileChanged(name: "a.csv")) { try source.verifyUnchanged() }
    #expect(throws: RunError.fileChanged(name: "a.csv")) { _ = try source.finish() }
  }

  @Test func emptyFileAndFolderAreUnusable() throws {
    try scratch.make("empty.csv", "")
    for (path, name) in [("empty.csv", "empty.csv"), ("", "folder")] {
      let error = try #require(throws: RunError.self) {
        _ = try FileSource(path: "\(scratch.path)/\(path)", name: name)
      }
      #expect(error.status == .unusableFile)
      #expect("\(error)".hasPrefix("\(name): "))
    }
  }

  @Test func shippedLawIsThereFromAnywhere() throws {
    let files = try ShippedLaw.lawFiles(folder: nil)
    #expect(files.keys.sorted() == ShippedLaw.names.sorted())
    #expect(files.values.allSatisfy { !$0.isEmpty })
    let error = #expect(throws: RunError.self) {
      _ = try ShippedLaw.lawFiles(folder: scratch.path)
    }
    #expect(error?.status == .noInput)
  }
}
