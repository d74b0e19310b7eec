import Domain
import Rules
import TestSupport
import Testing

struct EveryMonthHasPaymentsTests {
  private func findings(_ months: [String]) throws -> [Finding] {
    let period = try #require(Period(from: month("2024-01"), to: month("2024-06")))
    var findings = Findings()
    EveryMonthHasPayments().check(
      CaseCalendar(period: period, given: Set(months.map { month($0) })), &findings)
    return Array(findings.list)
  }

  @Test func `months in a row are silent, whatever lies before and after them`() throws {
    #expect(try findings(["2024-02", "2024-03", "2024-04"]).isEmpty)
    #expect(try findings(["2024-03"]).isEmpty)
    #expect(try findings([]).isEmpty)
  }

  @Test func `each month between is one finding with its month in the key`() throws {
    let found = try findings(["2024-01", "2024-04"])
    #expect(found.map(\.month) == [month("2024-02"), month("2024-03")])
    let finding = try #require(found.first)
    #expect(finding.code == RuleCode(.dat, 6) && finding.severity == .medium)
    #expect(finding.monthInKey && finding.atRisk == 0)
    #expect(finding.subject == RecordRef(.inputKind, UInt32(InputKind.contributions.rawValue)))
  }
}
