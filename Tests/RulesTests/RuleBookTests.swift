import Domain
import Foundation
import Rules
import Testing

struct RuleBookTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `codes are sorted and stand for one rule each`() {
    let codes = RuleBook.entries.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: RuleBook.types.indices)
  func `a rule's doc comment starts with what holds`(place: Int) throws {
    let type = RuleBook.types[place]
    let lines = try String(
      contentsOf: Self.root.appending(path: RuleBook.file(of: type)), encoding: .utf8
    )
    .split(separator: "\n", omittingEmptySubsequences: false)
    let declaration = try #require(lines.firstIndex { $0.hasPrefix("public struct \(type): ") })
    var comment: [Substring] = []
    for line in lines[..<declaration].reversed() {
      guard line.hasPrefix("///") else { break }
      comment.insert(line.dropFirst(4), at: 0)
    }
    let abstract = comment.prefix { !$0.isEmpty }.joined(separator: " ")
    #expect(abstract == "\(type.entry.holds)")
  }

  @Test(arguments: RuleBook.types.indices)
  func `a rule has a test file`(place: Int) {
    let source = RuleBook.file(of: RuleBook.types[place])
    let path = source.replacing("Sources/Rules", with: "Tests/RulesTests")
      .replacing(".swift", with: "Tests.swift")
    #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: path).path))
  }

  @Test func `a book holds every rule once`() {
    let book = RuleBook(law: TestLaw.book, tariff: TestLaw.tariff, parameters: .init())
    let count = book.personRules.count + book.claimRules.count + book.disbursementRules.count
    #expect(count + 1 == RuleBook.types.count)
  }

  @Test func `without claims the claim rules are not checked`() {
    let codes = RuleBook.notChecked(given: [.roster, .memberships, .contributions, .disbursements])
      .map(\.code.text)
    #expect(codes == ["KLM-01", "KLM-02", "KLM-04", "KLM-05", "SIL-01", "SIL-03"])
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
}
