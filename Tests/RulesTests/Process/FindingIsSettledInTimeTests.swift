import Domain
import Rules
import TestSupport
import Testing

struct FindingIsSettledInTimeTests {
  private func findings(
    due: String?, status: FindingStatus = .new, code: RuleCode = RuleCode(.klm, 1)
  ) -> [Finding] {
    var open = Finding(
      code, .high, month: month("2024-03"), person: 7, subject: RecordRef(.claim, 40),
      expected: .none, found: .none, atRisk: 18_000_000)
    open.status = status
    var findings = Findings()
    FindingIsSettledInTime(asOf: day("2024-07-15"))
      .check(open, index: 5, due: due.map(day), &findings)
    return Array(findings.list)
  }

  @Test func `a finding that is due on the day is not late`() {
    #expect(findings(due: "2024-07-15").isEmpty)
    #expect(findings(due: nil).isEmpty)
  }

  @Test func `a day after its due date an open finding is one`() throws {
    let finding = try #require(findings(due: "2024-07-14").first)
    #expect(finding.code == RuleCode(.prs, 4) && finding.severity == .high)
    #expect(finding.subject == RecordRef(.finding, 5) && finding.month == nil)
    #expect(finding.atRisk == 18_000_000 && finding.person == 7)
  }

  @Test func `pending findings and those of the rule itself are left out`() {
    #expect(findings(due: "2024-01-01", status: .pending).isEmpty)
    #expect(findings(due: "2024-01-01", code: RuleCode(.prs, 4)).isEmpty)
  }
}
