import Foundation
import Pipeline
import Testing

/// The same inputs on the same day give the same bytes.
struct SameBytesTests {
  @Test func `when started again from an empty folder`() throws {
    let scratch = try RunScratch()
    try scratch.run()
    #expect(try scratch.latestFiles() == RunScratch.sample.get())
  }

  @Test func `with the inputs listed in another order`() throws {
    let scratch = try RunScratch()
    try scratch.write("turned.yaml", try turned())
    try scratch.run(
      scratch.folder.appending(path: "turned.yaml"),
      inputs: RunScratch.root.appending(path: "SampleData/batik-berlian"))
    let (before, after) = (try RunScratch.sample.get(), try scratch.latestFiles())
    #expect(before.keys.sorted() == after.keys.sorted())
    let named: Set = ["manifest.json", "SHA256SUMS", "packet.html"]
    for (name, bytes) in before where !named.contains(name) {
      #expect(after[name] == bytes, "\(name)")
    }
  }

  @Test(arguments: [1, 2])
  func `with any number of threads`(threads: Int) throws {
    let scratch = try RunScratch()
    var options = scratch.options(RunScratch.batikBerlian)
    options.threads = threads
    _ = try runPipeline(options, progress: nil, seams: RunSeams())
    #expect(try scratch.latestFiles() == RunScratch.sample.get())
  }

  /// The sample pipeline with its kinds the other way round and the lists of payments spelt out
  /// from the last month to the first.
  private func turned() throws -> String {
    let lines = try String(contentsOf: RunScratch.batikBerlian, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("inputs:") }) + 1
    let end = try #require(lines.firstIndex { $0.hasPrefix("expect:") })
    let data = RunScratch.root.appending(path: "SampleData/batik-berlian").path()
    let lists = try FileManager.default.contentsOfDirectory(atPath: data)
      .filter { $0.hasPrefix("iuran-") }.sorted(by: >)
      .map { "{file: \($0)}" }
    try #require(lists.count == 18)
    let kinds = lines[first..<end].reversed().map { line in
      line.contains("contributions:") ? "  contributions: [\(lists.joined(separator: ", "))]" : line
    }
    return (lines[..<first] + kinds + lines[end...]).joined(separator: "\n")
  }
}
