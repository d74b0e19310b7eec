import Domain
import Rules
import TestSupport
import Testing

struct DeathIsNoOtherRemovalTests {
  private let rule = DeathIsNoOtherRemoval(benefits: TestLaw.book.benefits)

  private func findings(
    died: String?, removed: String? = "2024-04-30",
    _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var person = CaseBuilder()
    person.death = DeathFact(date: died.map(day), source: RecordRef(.participant, 7))
    person.memberships[0].removedOn = DateCell(removed.map(day))
    person.memberships[0].removedAlive = true
    change(&person)
    return rule.findings(in: person)
  }

  @Test func `a death before another removal hides a claim`() throws {
    let finding = try #require(findings(died: "2024-03-05").first)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.other == RecordRef(.participant, 7))
    #expect(finding.found == .phrase(.otherCause) && finding.severity == .critical)
    #expect(finding.atRisk == 42_000_000 && finding.law == TestLaw.law("benefit-2019"))
  }

  @Test(arguments: [("2025-01-01", 42_000_000), ("2025-02-01", 10_000_000)])
  func `a short cover is worth the funeral alone`(start: String, worth: Int64) {
    let found = findings(died: "2025-04-05", removed: "2025-04-30") {
      $0.memberships[0].from = DateCell(day(start))
    }
    #expect(found.map(\.atRisk) == [worth])
  }

  @Test func `the day of removal itself counts, a day later does not`() {
    #expect(findings(died: "2024-04-30").count == 1)
    #expect(findings(died: "2024-05-01").isEmpty)
  }

  @Test func `without a day, or removed because of the death, nothing is said`() {
    #expect(findings(died: nil).isEmpty && findings(died: "2024-03-05", removed: nil).isEmpty)
    #expect(findings(died: "2024-03-05") { $0.memberships[0].removedAlive = false }.isEmpty)
    #expect(findings(died: "2024-03-05") { $0.death = nil }.isEmpty)
  }

  @Test func `what the family has claimed is not at risk`() {
    let found = findings(died: "2024-03-05") { $0.claims = [CaseBuilder.claim(on: "2024-03-05")] }
    #expect(found.map(\.atRisk) == [0])
  }
}
