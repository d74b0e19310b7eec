import Domain
import Rules
import TestSupport
import Testing

struct EventLiesInActiveCoverTests {
  private let rule = EventLiesInActiveCover(benefits: TestLaw.book.benefits)

  private func findings(until end: String, event: String) -> [Finding] {
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(until: end)]
    person.claims = [CaseBuilder.claim(on: event)]
    return rule.findings(in: person)
  }

  @Test func `the last day of cover is covered`() {
    #expect(findings(until: "2024-02-29", event: "2024-02-29").isEmpty)
  }

  @Test func `within three months after the end it is milder`() throws {
    let finding = try #require(findings(until: "2024-02-29", event: "2024-03-01").first)
    #expect(finding.severity == .medium)
    #expect(finding.expected == .date(day("2024-02-29")))
    #expect(finding.found == .date(day("2024-03-01")))
    #expect(finding.atRisk == 42_000_000)
    #expect(findings(until: "2024-02-29", event: "2024-05-31").map(\.severity) == [.medium])
    #expect(findings(until: "2024-02-29", event: "2024-06-01").map(\.severity) == [.critical])
    #expect(findings(until: "2024-02-14", event: "2024-05-14").map(\.severity) == [.medium])
    #expect(findings(until: "2024-02-14", event: "2024-05-15").map(\.severity) == [.critical])
  }

  @Test func `more than three unpaid months before an unpaid one end the cover`() {
    var person = CaseBuilder()
    person.claims = [CaseBuilder.claim(on: "2024-05-05")]
    person.premiums.removeSubrange(0...4)
    #expect(rule.findings(in: person).map(\.found) == [.phrase(.lapsedCover)])
    #expect(rule.findings(in: person).map(\.severity) == [.critical])
  }

  @Test func `a paid month is covered whatever went before`() {
    var person = CaseBuilder()
    person.claims = [CaseBuilder.claim(on: "2024-05-05")]
    person.premiums.removeSubrange(0...3)
    #expect(rule.findings(in: person).isEmpty)
  }
}
