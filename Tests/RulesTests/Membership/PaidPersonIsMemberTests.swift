import Domain
import Rules
import TestSupport
import Testing

struct PaidPersonIsMemberTests {
  private let rule = PaidPersonIsMember()

  @Test func `a member's payments are silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `every payment for somebody without membership is a finding`() throws {
    var person = CaseBuilder()
    person.memberships = []
    let findings = rule.findings(in: person)
    #expect(findings.count == 6)
    let finding = try #require(findings.first)
    #expect(finding.severity == .critical)
    #expect(finding.subject == RecordRef(.contribution, 0))
    #expect(finding.other == RecordRef(.participant, 7))
    #expect(finding.month == month("2024-01"))
    #expect(finding.found == .phrase(.noMembership))
    #expect(finding.atRisk == 16_800)
  }

  @Test func `a payment that may be a listed person's waits`() {
    var person = CaseBuilder()
    (person.memberships, person.roster) = ([], nil)
    person.premiums = [
      CaseBuilder.premium(month("2024-01"), row: 1, marks: .undecided),
      CaseBuilder.premium(month("2024-02"), row: 2),
    ]
    #expect(rule.findings(in: person).map(\.status) == [.pending, .new])
  }

  @Test func `a payment that belongs to nobody is no question of membership`() {
    var person = CaseBuilder()
    (person.memberships, person.roster, person.isLoose) = ([], nil, true)
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `without memberships given nothing is checked`() {
    var person = CaseBuilder()
    person.memberships = []
    person.given.remove(.memberships)
    #expect(rule.findings(in: person).isEmpty)
  }
}
