import Domain
import Rules
import TestSupport
import Testing

struct EventMonthIsPaidTests {
  private let rule = EventMonthIsPaid(benefits: TestLaw.book.benefits)

  private func person(
    without months: ClosedRange<Int>, tier: Link.Tier = .auto
  ) -> CaseBuilder {
    var person = CaseBuilder()
    person.claims = [CaseBuilder.claim(on: "2024-05-05", tier: tier)]
    person.premiums.removeAll { months.contains($0.month.month) }
    return person
  }

  @Test func `a paid month is silent, also paid late`() {
    #expect(rule.findings(in: person(without: 1...4)).isEmpty)
  }

  @Test func `an unpaid month in active cover is a finding`() throws {
    let finding = try #require(rule.findings(in: person(without: 2...5)).first)
    #expect(finding.subject == RecordRef(.claim, 40))
    #expect(finding.severity == .critical)
    #expect(finding.expected == .phrase(.premium))
    #expect(finding.found == .phrase(.noPremium))
    #expect(finding.atRisk == 42_000_000)
  }

  @Test func `lapsed cover is KLM-05 alone`() {
    #expect(rule.findings(in: person(without: 1...5)).isEmpty)
  }

  @Test func `a month without any list is no finding`() {
    var person = person(without: 5...5)
    person.givenMonths = Set(person.period.months).subtracting([month("2024-05")])
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `a suggested link is pending`() {
    let findings = rule.findings(in: person(without: 5...5, tier: .suggested))
    #expect(findings.map(\.status) == [.pending])
  }

  @Test func `cover that may be somebody else's is pending`() {
    var person = person(without: 5...5)
    person.memberships[0].link.tier = .suggested
    #expect(rule.findings(in: person).map(\.status) == [.pending])
  }
}
