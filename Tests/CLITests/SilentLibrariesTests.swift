import Foundation
import Testing

/// What libraries would print holds bytes of a file: nothing is printed by them.
struct SilentLibrariesTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "ReaderTests/Corpus")

  @Test func `standard error stays empty over every odd file`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path())
      .filter { !$0.hasSuffix(".jsonl") && !$0.hasSuffix(".md") }.sorted()
    try #require(names.count >= 150)
    let answer = try Program.rekon(
      ["inspect", "--rows", "jsonl"] + names.map { Self.corpus.appending(path: $0).path() })
    #expect(answer.errors.isEmpty, "\(answer.errors.prefix(500))")
    #expect(answer.status == 65)
    let summaries = answer.output.split(separator: "\n").count { $0.hasPrefix("{\"summary\"") }
    #expect(summaries == names.count)
  }
}
