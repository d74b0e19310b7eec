import Domain
import Rules
import TestSupport
import Testing

struct AccidentIsClaimedInTimeTests {
  private func findings(
    on: String, filed: String?, programme: Programme = .workAccident, isDeath: Bool = false
  ) -> [Finding] {
    var person = CaseBuilder()
    var claim = CaseBuilder.claim(
      on: on, programme: programme, paid: 5_000_000, isDeath: isDeath)
    claim.dates.filedOn = filed.map(day)
    person.claims = [claim]
    return AccidentIsClaimedInTime(limits: TestLaw.book.limits, benefits: TestLaw.book.benefits)
      .findings(in: person)
  }

  @Test(arguments: [
    ("2020-03-05", "2025-03-05", 0), ("2020-03-05", "2025-03-06", 1),
    ("2020-02-29", "2025-02-28", 0), ("2020-02-29", "2025-03-01", 1),
    ("2019-12-01", "2021-12-01", 0), ("2019-12-01", "2021-12-02", 1),
    ("2019-12-02", "2024-12-02", 0),
  ])
  func `the last day of the term is in time`(on: String, filed: String, count: Int) {
    #expect(findings(on: on, filed: filed).count == count)
  }

  @Test func `a late claim puts what was paid at risk, a death its benefit`() throws {
    let finding = try #require(findings(on: "2020-03-05", filed: "2025-04-01").first)
    #expect(finding.code == RuleCode(.klm, 8) && finding.severity == .medium)
    #expect(finding.expected == .date(day("2025-03-05")))
    #expect(finding.found == .date(day("2025-04-01")) && finding.atRisk == 5_000_000)
    #expect(finding.law == TestLaw.law("jkk-claim-2019"))
    #expect(
      findings(on: "2020-03-05", filed: "2025-04-01", isDeath: true).map(\.atRisk)
        == [70_000_000])
  }

  @Test func `JKM, scholarships and claims without a day are silent`() {
    #expect(findings(on: "2016-01-01", filed: "2025-01-01", programme: .death).isEmpty)
    #expect(findings(on: "2016-01-01", filed: "2025-01-01", programme: .scholarship).isEmpty)
    #expect(findings(on: "2016-01-01", filed: nil).isEmpty)
  }
}
