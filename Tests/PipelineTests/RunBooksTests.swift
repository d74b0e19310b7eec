import Foundation
import Pipeline
import TestSupport
import Testing

/// The books of a run notice a row that any stage loses.
struct RunBooksTests {
  /// The book that has to notice the loss.
  private static let books: [(RunSeams.Stage, String)] = [
    (.reader, "rows:iuran.csv"), (.validator, "contributions-linked"),
    (.matcher, "contributions-in-cases"), (.rules, "findings"),
    (.writer, "written:findings.csv"),
  ]

  @Test func `every stage has a book that notices`() {
    #expect(Self.books.map(\.0) == RunSeams.Stage.allCases)
  }

  @Test(arguments: books)
  func `a row lost is refused and the former run stays`(
    stage: RunSeams.Stage, book: String
  ) throws {
    let scratch = try RunScratch()
    let definition = try scratch.writeCity(SmallCity.repeated)
    try scratch.run(definition)
    #expect(try scratch.found() == ["IUR-02,B3"])
    let before = try scratch.published()
    let error = try #require(throws: RunError.self) {
      try scratch.run(definition, seams: RunSeams(dropRowAt: stage))
    }
    #expect(error.status == .refused)
    guard case .booksBroken(let name, let left, let right) = error else {
      Issue.record("expected a broken book, found \(error)")
      return
    }
    #expect(name == book && left != right)
    #expect(try scratch.published() == before)
  }

  @Test func `a dry run keeps the books of the reports as well`() throws {
    let scratch = try RunScratch()
    var options = scratch.options(try scratch.writeCity(SmallCity.repeated))
    options.dryRun = true
    let outcome = try runPipeline(options, progress: nil, seams: RunSeams())
    #expect(outcome.folder == nil && outcome.status == .ok)
    let error = #expect(throws: RunError.self) {
      try runPipeline(options, progress: nil, seams: RunSeams(dropRowAt: .writer))
    }
    #expect(error?.status == .refused)
    #expect(!FileManager.default.fileExists(atPath: options.out))
  }

  @Test func `what the definition switches off is still in the books`() throws {
    let scratch = try RunScratch()
    let definition = try scratch.writeCity(SmallCity.repeated)
    try scratch.write("d.yaml", SmallCity.definition + "rules: {off: [IUR-02]}\n")
    #expect(try scratch.run(definition).status == .ok)
    #expect(try scratch.found().isEmpty)
    let error = #expect(throws: RunError.self) {
      try scratch.run(definition, seams: RunSeams(dropRowAt: .rules))
    }
    #expect(error?.status == .refused)
  }
}
