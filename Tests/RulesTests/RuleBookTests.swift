import Domain
import Foundation
import Rules
import Testing

struct RuleBookTests {
  @Test func `codes are sorted and stand for one rule each`() {
    let codes = RuleBook.entries.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: RuleBook.types.indices)
  func `a rule's doc comment starts with what holds`(place: Int) throws {
    let type = RuleBook.types[place]
    let abstract = try RuleIndex.comment(of: type).prefix { !$0.isEmpty }.joined(separator: " ")
    #expect(abstract == "\(type.entry.holds)")
  }

  @Test(arguments: RuleBook.types.indices)
  func `a rule tells which facts conflict and what is no finding`(place: Int) throws {
    let comment = try RuleIndex.comment(of: RuleBook.types[place])
    #expect(comment.contains { $0.hasPrefix("Conflict: ") })
    #expect(comment.contains { $0.hasPrefix("No finding: ") })
  }

  @Test func `INDEX.md repeats the doc comments, and the program has it`() throws {
    let text = try RuleIndex.text()
    let file = RuleIndex.root.appending(path: "Sources/Rules/INDEX.md")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("INDEX.md was written; build and run again")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "run Scripts/index-rules")
    for type in RuleBook.types {
      #expect(try RuleBook.reasons(of: type.entry.code) == RuleIndex.comment(of: type))
    }
    #expect(RuleBook.reasons(of: RuleCode(.iur, 99)).isEmpty)
  }

  @Test func `every rule has an example of its own`() {
    let examples = RuleBook.entries.map { "\(RuleBook.example(of: $0.code))" }
    #expect(examples.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
    #expect(Set(examples).count == examples.count)
  }

  @Test(arguments: RuleBook.types.indices)
  func `a rule has a test file`(place: Int) {
    let source = RuleBook.file(of: RuleBook.types[place])
    let path = source.replacing("Sources/Rules", with: "Tests/RulesTests")
      .replacing(".swift", with: "Tests.swift")
    #expect(FileManager.default.fileExists(atPath: RuleIndex.root.appending(path: path).path))
  }

  @Test func `a book holds every rule once`() {
    let book = RuleBook(
      law: TestLaw.book, tariff: TestLaw.tariff, parameters: .init())
    let count = book.personRules.count + book.claimRules.count + book.disbursementRules.count
    // One rule each over repeated files, months, findings and rejected rows.
    #expect(count + book.fileRules.count + 4 == RuleBook.types.count)
  }

  @Test func `without claims the claim rules are not checked`() {
    let codes = RuleBook.notChecked(given: [.roster, .memberships, .contributions, .disbursements])
      .map(\.code.text)
    let ofClaims = codes.filter { ["KLM", "PRS", "SIL"].contains($0.prefix(3)) }
    #expect(ofClaims.count == 15 && !codes.contains("PRS-04"))
  }

  @Test func `KPS-02 needs one of the city's lists`() {
    func isNotChecked(_ given: GivenKinds) -> Bool {
      RuleBook.notChecked(given: given).contains { $0.code == RuleCode(.kps, 2) }
    }
    #expect(isNotChecked([.memberships]))
    #expect(isNotChecked([.roster]))
    #expect(!isNotChecked([.memberships, .roster]))
    #expect(!isNotChecked([.memberships, .contributions]))
  }

  @Test func `SIL-02 needs a list that tells of deaths`() {
    let codes = RuleBook.notChecked(given: [.claims, .contributions]).map(\.code.text)
    #expect(codes.contains("SIL-02"))
    #expect(!RuleBook.notChecked(given: [.claims, .roster]).map(\.code.text).contains("SIL-02"))
  }
}
