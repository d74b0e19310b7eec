import Domain
import Rules
import TestSupport
import Testing

struct MonthLiesInFiscalYearTests {
  private let rule = MonthLiesInFiscalYear()

  private func findings(_ months: [String], year: UInt16 = 0) -> [Finding] {
    let line = SP2DBuilder.line(33_600, year: year)
    return rule.findings(in: SP2DBuilder(months: months, lines: [line]).build())
  }

  @Test func `January to December are the year's`() {
    #expect(findings(["2024-01", "2024-12"]).isEmpty)
  }

  @Test func `a month before puts its rows at risk`() throws {
    let finding = try #require(findings(["2023-12", "2024-01"]).first)
    #expect(finding.expected == .month(month("2024-01")))
    #expect(finding.found == .month(month("2023-12")) && finding.atRisk == 16_800)
    #expect(finding.month == month("2023-12"))
  }

  @Test func `the stated year goes before the day of issue`() {
    #expect(findings(["2024-03"], year: 2025).map(\.atRisk) == [16_800])
    #expect(findings(["2023-12"], year: 2023).isEmpty)
  }

  @Test func `with a month after the year as well it is IUR-11 alone`() {
    #expect(findings(["2023-12", "2025-01"]).isEmpty)
  }

  @Test func `without a year nothing is judged`() {
    #expect(rule.findings(in: SP2DBuilder(months: ["2020-01"], lines: []).build()).isEmpty)
  }

  @Test func `without a list the register's month counts`() {
    #expect(findings([], year: 2025).map(\.atRisk) == [33_600])
  }
}
