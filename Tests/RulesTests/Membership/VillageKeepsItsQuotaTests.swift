import Domain
import Rules
import TestSupport
import Testing

struct VillageKeepsItsQuotaTests {
  private let rule = VillageKeepsItsQuota(tariff: TestLaw.tariff)

  @Test func `a place inside the quota is silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `a place beyond puts what was paid at risk`() throws {
    var (person, shared) = (CaseBuilder(), SharedFacts())
    shared.beyondQuota = SharedFacts.QuotaPlace(limit: 40, place: 41)
    person.shared = shared
    let finding = try #require(rule.findings(in: person).first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.expected == .count(40) && finding.found == .count(41))
    #expect(finding.atRisk == 6 * 16_800 && finding.severity == .low)
  }
}
