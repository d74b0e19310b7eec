import Domain
import Rules
import TestSupport
import Testing

struct AccidentBenefitIsPaidInTimeTests {
  private func findings(
    complete: String? = "2024-02-07", paid: String?, programme: Programme = .workAccident
  ) -> [Finding] {
    var person = CaseBuilder()
    var claim = CaseBuilder.claim(
      on: "2024-01-20", programme: programme,
      paid: programme == .death ? 42_000_000 : 5_000_000)
    (claim.dates.completeOn, claim.dates.paidOn) = (complete.map(day), paid.map(day))
    person.claims = [claim]
    let law = TestLaw.book
    return AccidentBenefitIsPaidInTime(
      limits: law.limits, calendar: law.workingDays, benefits: law.benefits
    )
    .findings(in: person)
  }

  // Wednesday 7 February; Thursday is a holiday, Friday joint leave.
  @Test func `weekends, holidays and joint leave do not count`() {
    #expect(findings(paid: "2024-02-07").isEmpty)
    #expect(findings(paid: "2024-02-20").isEmpty)
  }

  @Test func `a day too late costs a hundredth of the benefit`() throws {
    let finding = try #require(findings(paid: "2024-02-21").first)
    #expect(finding.code == RuleCode(.prs, 2) && finding.severity == .medium)
    #expect(finding.expected == .date(day("2024-02-20")))
    #expect(finding.found == .date(day("2024-02-21")) && finding.atRisk == 50_000)
    #expect(finding.month == month("2024-01") && finding.law == TestLaw.law("jkk-payment-2015"))
  }

  @Test func `without both days, and under another programme, nothing is judged`() {
    #expect(findings(complete: nil, paid: "2024-06-01").isEmpty)
    #expect(findings(paid: nil).isEmpty)
    #expect(findings(paid: "2024-06-01", programme: .death).isEmpty)
    #expect(findings(paid: "2024-06-01", programme: .scholarship).isEmpty)
  }

  @Test func `a term in a year without holidays is not judged`() {
    #expect(findings(complete: "2024-12-30", paid: "2025-03-01").isEmpty)
  }
}
