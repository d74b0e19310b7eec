import Domain
import Rules
import TestSupport
import Testing

struct ReliefFollowsTheFundTests {
  private let rule = ReliefFollowsTheFund(tariff: TestLaw.tariff)

  private func findings(
    _ amount: Int32, in text: String, fund: UInt8, job: SymbolTable.Symbol = 1
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.job = job
    person.premiums = [CaseBuilder.premium(month(text), row: 3, amount: amount, fund: fund)]
    return rule.findings(in: person)
  }

  @Test func `in one month the full rate by APBD and half of it by another are right`() {
    #expect(findings(16_800, in: "2026-04", fund: 1).isEmpty)
    #expect(findings(8400, in: "2026-04", fund: 2).isEmpty)
  }

  @Test func `the full rate for the half is a finding`() throws {
    let finding = try #require(findings(16_800, in: "2026-04", fund: 2).first)
    #expect(finding.subject == RecordRef(.contribution, 3))
    #expect(finding.expected == .money(8400) && finding.found == .money(16_800))
    #expect(finding.atRisk == 8400 && finding.severity == .high)
    #expect(finding.law == TestLaw.law("relief-2026-other"))
    #expect(finding.month == month("2026-04"))
  }

  @Test func `half the rate by an excluded fund is a finding`() {
    #expect(findings(8400, in: "2026-04", fund: 1).map(\.expected) == [.money(16_800)])
    #expect(findings(8400, in: "2026-04", fund: 3).count == 1, "APBD Perubahan is APBD")
  }

  @Test(
    arguments: [
      ("2025-12", 2, 0), ("2026-01", 2, 1), ("2026-03", 1, 0), ("2026-04", 1, 1),
      ("2026-12", 1, 1), ("2027-01", 1, 0), ("2027-03", 2, 1), ("2027-04", 2, 0),
    ] as [(String, SymbolTable.Symbol, Int)])
  func `each sector has its months`(text: String, job: SymbolTable.Symbol, count: Int) {
    #expect(findings(16_800, in: text, fund: 2, job: job).count == count)
  }

  @Test func `another amount is IUR-01, and so is the half without any relief`() {
    #expect(findings(9400, in: "2026-04", fund: 2).isEmpty)
    #expect(findings(8400, in: "2024-03", fund: 2).isEmpty)
    #expect(findings(8400, in: "2026-01", fund: 2, job: 1).isEmpty)
  }

  @Test func `a row without a fund has the list's`() {
    var person = CaseBuilder()
    person.roster?.fund = 2
    person.premiums = [CaseBuilder.premium(month("2026-04"), row: 3, amount: 8400, fund: 0)]
    #expect(rule.findings(in: person).isEmpty)
    person.roster?.fund = 1
    #expect(rule.findings(in: person).count == 1)
  }
}
