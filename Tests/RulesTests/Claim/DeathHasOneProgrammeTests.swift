import Domain
import Rules
import TestSupport
import Testing

struct DeathHasOneProgrammeTests {
  private func findings(_ claims: [ClaimCase]) -> [Finding] {
    var person = CaseBuilder()
    person.claims = claims
    return DeathHasOneProgramme(benefits: TestLaw.book.benefits).findings(in: person)
  }

  private func accident(
    paid: Int64 = 70_000_000, isDeath: Bool = true, rows: Int = 1, tier: Link.Tier = .auto
  ) -> ClaimCase {
    var claim = CaseBuilder.claim(
      on: "2024-03-01", programme: .workAccident, paid: paid, row: 3, tier: tier,
      isDeath: isDeath)
    claim.benefitRows = rows
    return claim
  }

  private let death = CaseBuilder.claim(on: "2024-03-05", row: 4)

  @Test func `a death under one programme is silent`() {
    #expect(findings([accident()]).isEmpty)
    #expect(findings([death]).isEmpty)
  }

  @Test func `both programmes are a finding on the JKK claim, and the smaller is at risk`() throws {
    let found = findings([accident(), death])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.code == RuleCode(.klm, 3))
    #expect(finding.subject == RecordRef(.claim, 3) && finding.other == RecordRef(.claim, 4))
    #expect(finding.severity == .critical && finding.atRisk == 42_000_000)
    #expect(finding.month == month("2024-03") && finding.programme == .workAccident)
  }

  @Test func `an accident that did not kill, or was only treated, is silent`() {
    #expect(findings([accident(isDeath: false), death]).isEmpty)
    #expect(findings([accident(paid: 5_000_000, rows: 0), death]).isEmpty)
  }

  @Test func `a suggested link is pending`() {
    #expect(findings([accident(tier: .suggested), death]).map(\.status) == [.pending])
  }
}
