import Domain
import Rules
import TestSupport
import Testing

struct BudgetCoversPaymentsTests {
  private let rule = BudgetCoversPayments(budget: [2024: 100_000])

  private func findings(total: Int64?, year: UInt16 = 0) -> [Finding] {
    let line = SP2DBuilder.line(33_600, year: year)
    return rule.findings(in: SP2DBuilder(lines: [line]).build { $0.yearTotal = total })
  }

  @Test func `the whole budget may be spent`() {
    #expect(findings(total: 100_000).isEmpty)
    #expect(findings(total: nil).isEmpty)
  }

  @Test func `what is above it is at risk`() throws {
    let finding = try #require(findings(total: 100_001).first)
    #expect(finding.expected == .money(100_000) && finding.found == .money(100_001))
    #expect(finding.atRisk == 1 && finding.month == month("2024-03"))
    #expect(findings(total: 200_000).map(\.atRisk) == [33_600], "at most the SP2D's own")
  }

  @Test func `the stated fiscal year goes before the day of issue`() {
    #expect(findings(total: 200_000, year: 2025).isEmpty, "no budget is stated for 2025")
    #expect(findings(total: 200_000, year: 2024).count == 1)
  }
}
