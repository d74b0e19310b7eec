import Domain
import Rules
import TestSupport
import Testing

struct AdvanceStaysInFiscalYearTests {
  private let rule = AdvanceStaysInFiscalYear()

  private func findings(_ months: [String], year: UInt16 = 0) -> [Finding] {
    let line = SP2DBuilder.line(33_600, year: year)
    return rule.findings(in: SP2DBuilder(months: months, lines: [line]).build())
  }

  @Test func `an advance inside the year is silent`() {
    #expect(findings(["2024-03", "2024-12"]).isEmpty)
  }

  @Test func `a month beyond puts its rows at risk`() throws {
    let finding = try #require(findings(["2024-12", "2025-01", "2025-02"]).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.expected == .month(month("2024-12")))
    #expect(finding.found == .month(month("2025-02")))
    #expect(finding.atRisk == 33_600 && finding.severity == .medium)
    #expect(finding.month == month("2024-12"))
  }

  @Test func `the stated year goes before the day of issue`() {
    #expect(findings(["2025-01"], year: 2025).isEmpty)
    #expect(findings(["2024-03"], year: 2023).count == 1)
  }

  @Test func `without a year nothing is judged`() {
    #expect(rule.findings(in: SP2DBuilder(months: ["2030-01"], lines: []).build()).isEmpty)
  }
}
