import Foundation
import Pipeline
import TestSupport
import Testing

/// The main job over the committed sample data, in the process.
struct SampleDataTests {
  /// Code and key of each line of a key file.
  private func keys(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map(String.init).sorted()
  }

  @Test func `finds what the key lists and nothing besides`() throws {
    let scratch = try RunScratch()
    #expect(try scratch.run().status == .partial)
    let key = RunScratch.root.appending(path: "SampleData/batik-berlian-key.csv")
    #expect(try scratch.found() == keys(key))
  }

  @Test(arguments: 11...20)
  func `finds the key of other seeds`(seed: Int) throws {
    let scratch = try RunScratch()
    let data = scratch.folder.appending(path: "SampleData")
    let make = Process()
    make.executableURL = RunScratch.root.appending(path: "Scripts/make-sample-data")
    make.arguments = ["--seed", "\(seed)", "--out", data.path()]
    make.standardOutput = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    try scratch.run(inputs: data.appending(path: "batik-berlian"))
    #expect(try scratch.found() == keys(data.appending(path: "batik-berlian-key.csv")))
  }

  @Test func `says that the published figure holds and which one does not`() throws {
    let files = try RunScratch.sample.get()
    let said = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
    #expect(said.contains("\"holds\": true") && said.contains("\"holds\": false"))
    #expect(said.contains("420000000"))
    let page = String(decoding: try #require(files["packet.html"]), as: UTF8.self)
    #expect(page.contains("420.000.000"))
  }

  @Test func `shows only figures that stand in monthly or statement`() throws {
    let files = try RunScratch.sample.get()
    func text(_ name: String) throws -> String {
      String(decoding: try #require(files[name]), as: UTF8.self)
    }
    let values = PacketFigures.values(
      monthly: try text("monthly.csv"), statement: try text("statement.csv"))
    let shown = PacketFigures.shown(on: try text("packet.html"))
    #expect(shown.count > 100)
    for figure in shown {
      #expect(values[figure.key] == PacketFigures.digits(of: figure.text), "\(figure.key)")
    }
  }

  /// The sample data with one file's text changed, as inputs.
  private func altered(
    _ file: String, in scratch: RunScratch, _ change: (String) -> String
  ) throws -> URL {
    try scratch.copySample { name, text in
      guard name == file else { return text }
      let changed = change(text)
      try #require(changed != text)
      return changed
    }
  }

  @Test func `says that a claim altered by one rupiah breaks the published figure`() throws {
    let scratch = try RunScratch()
    let inputs = try altered("klaim.csv", in: scratch) { text in
      text.replacing("41.000.000", with: "41.000.001", maxReplacements: 1)
        .replacing("41000000", with: "41000001", maxReplacements: 1)
    }
    try scratch.run(inputs: inputs)
    let (manifest, page) = (try scratch.text("manifest.json"), try scratch.text("packet.html"))
    #expect(manifest.contains("420000001") && manifest.contains("KL2300204"))
    #expect(page.contains("420.000.001") && page.contains("KL2300204"))
  }

  @Test func `names a row by its place when its payment id stands on an earlier row`() throws {
    let scratch = try RunScratch()
    let inputs = try altered("iuran-2024-06.csv", in: scratch) { text in
      text + text.split(separator: "\n")[1] + "\n"
    }
    try scratch.run(inputs: inputs)
    let extra = try scratch.found().filter { $0.hasPrefix("IUR-02,iuran-2024-06.csv:") }
    #expect(extra.count == 1)
  }
}
