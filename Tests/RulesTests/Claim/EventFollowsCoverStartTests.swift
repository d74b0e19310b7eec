import Domain
import Rules
import TestSupport
import Testing

struct EventFollowsCoverStartTests {
  private let rule = EventFollowsCoverStart(benefits: TestLaw.book.benefits)

  private func findings(start: [String], event: String) -> [Finding] {
    var person = CaseBuilder()
    person.memberships = start.map { CaseBuilder.membership(from: $0) }
    person.claims = [CaseBuilder.claim(on: event)]
    return rule.findings(in: person)
  }

  @Test func `the first day of cover is covered`() {
    #expect(findings(start: ["2024-03-05"], event: "2024-03-05").isEmpty)
  }

  @Test func `the day before is not`() throws {
    let finding = try #require(findings(start: ["2024-03-05"], event: "2024-03-04").first)
    #expect(finding.severity == .critical)
    #expect(finding.subject == RecordRef(.claim, 40))
    #expect(finding.expected == .date(day("2024-03-05")))
    #expect(finding.found == .date(day("2024-03-04")))
    #expect(finding.atRisk == 42_000_000)
    #expect(finding.month == month("2024-03"))
  }

  @Test func `with several memberships all must start later`() {
    #expect(findings(start: ["2024-01-01", "2024-04-01"], event: "2024-03-04").isEmpty)
    #expect(findings(start: ["2024-04-01", "2024-05-01"], event: "2024-03-04").count == 1)
  }
}
