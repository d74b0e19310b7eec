import Domain
import Rules
import TestSupport
import Testing

struct AccidentIsReportedInTimeTests {
  private func findings(_ reported: String?, programme: Programme = .workAccident) -> [Finding] {
    var person = CaseBuilder()
    var claim = CaseBuilder.claim(on: "2024-03-05", programme: programme)
    claim.dates.reportedOn = reported.map(day)
    person.claims = [claim]
    return AccidentIsReportedInTime(limits: TestLaw.book.limits).findings(in: person)
  }

  @Test func `the second day after is in time`() {
    #expect(findings("2024-03-05").isEmpty)
    #expect(findings("2024-03-07").isEmpty)
  }

  @Test func `the third day is late and risks nothing`() throws {
    let finding = try #require(findings("2024-03-08").first)
    #expect(finding.code == RuleCode(.prs, 3) && finding.severity == .low)
    #expect(finding.expected == .date(day("2024-03-07")))
    #expect(finding.found == .date(day("2024-03-08")) && finding.atRisk == 0)
  }

  @Test func `deaths under JKM and claims without a report are silent`() {
    #expect(findings(nil).isEmpty)
    #expect(findings("2024-06-08", programme: .death).isEmpty)
  }
}
