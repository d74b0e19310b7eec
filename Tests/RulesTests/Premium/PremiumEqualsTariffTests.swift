import Domain
import Rules
import TestSupport
import Testing

struct PremiumEqualsTariffTests {
  private let rule = PremiumEqualsTariff(tariff: TestLaw.tariff)

  private func findings(
    _ amount: Int32, in text: String = "2024-03", fund: UInt8 = 1, job: SymbolTable.Symbol = 1
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.job = job
    person.premiums = [
      CaseBuilder.premium(month(text), row: 3, amount: amount, fund: fund)
    ]
    return rule.findings(in: person)
  }

  @Test func `the tariff's premium is silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `another amount puts the difference at risk`() throws {
    let finding = try #require(findings(16_000).first)
    #expect(finding.expected == .money(16_800))
    #expect(finding.found == .money(16_000))
    #expect(finding.atRisk == 800)
    #expect(finding.month == month("2024-03"))
    #expect(finding.law == TestLaw.law("tariff-2015"))
    #expect(findings(18_800).map(\.atRisk) == [2000])
    #expect(findings(-16_800).map(\.atRisk) == [33_600])
  }

  @Test func `half of it without any relief is a wrong tariff`() {
    #expect(findings(8400).count == 1)
    #expect(findings(8400, in: "2026-03", fund: 2, job: 1).count == 1)
    #expect(findings(8400, in: "2027-04", fund: 2, job: 2).count == 1)
  }

  @Test func `full for half and half for full are left to IUR-10`() {
    #expect(findings(16_800, in: "2026-01", fund: 2, job: 2).isEmpty)
    #expect(findings(8400, in: "2026-01", fund: 1, job: 2).isEmpty)
    #expect(findings(8400, in: "2026-01", fund: 2, job: 2).isEmpty)
    #expect(findings(9400, in: "2026-01", fund: 2, job: 2).map(\.atRisk) == [1000])
  }

  @Test func `a month before the first rate is not judged`() {
    #expect(findings(1, in: "2015-06").isEmpty)
  }
}
