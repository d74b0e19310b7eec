import Domain
import Rules
import TestSupport
import Testing

struct ClaimantIsOnCityListTests {
  private let rule = ClaimantIsOnCityList()

  private var stranger: CaseBuilder {
    var person = CaseBuilder()
    (person.roster, person.memberships, person.premiums) = (nil, [], [])
    person.isLoose = true
    person.claims = [CaseBuilder.claim(on: "2024-03-05", paid: 42_000_000, tier: .none)]
    return person
  }

  @Test func `a participant's claim is silent`() {
    var person = CaseBuilder()
    person.claims = [CaseBuilder.claim(on: "2024-03-05")]
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `a stranger's claim puts all of it at risk`() throws {
    let finding = try #require(rule.findings(in: stranger).first)
    #expect(finding.subject == RecordRef(.claim, 40))
    #expect(finding.severity == .high)
    #expect(finding.found == .phrase(.noCityRecord))
    #expect(finding.atRisk == 42_000_000)
    #expect(finding.status == .new)
  }

  @Test func `one who may be one of several on the list is no accusation yet`() {
    var person = stranger
    person.claims = [CaseBuilder.claim(on: "2024-03-05", paid: 42_000_000, tier: .ambiguous)]
    #expect(rule.findings(in: person).map(\.status) == [.pending])
  }

  @Test func `a payment is a city record too`() {
    var person = stranger
    person.premiums = [CaseBuilder.premium(month("2024-03"), row: 1)]
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `payments alone are a city list, without them and a roster nothing is checked`() {
    var person = stranger
    person.given.remove(.roster)
    #expect(rule.findings(in: person).count == 1)
    person.given.remove(.contributions)
    #expect(rule.findings(in: person).isEmpty)
  }
}
