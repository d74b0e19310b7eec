import Domain
import Rules
import TestSupport
import Testing

/// Whose a claim is decides whom its findings are about: what is only suggested accuses nobody.
struct SuggestedClaimTests {
  private func claim(_ programme: Programme, _ tier: Link.Tier) -> CaseBuilder {
    var claim = CaseBuilder.claim(
      on: "2024-03-05", programme: programme, paid: 41_000_000, tier: tier)
    (claim.dates.reportedOn, claim.dates.completeOn) = (day("2024-03-20"), day("2024-04-01"))
    (claim.dates.filedOn, claim.dates.paidOn) = (day("2029-12-01"), day("2024-06-03"))
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership()]
    person.claims = [claim]
    return person
  }

  private func found(_ rule: some ClaimRule, _ programme: Programme) -> [[FindingStatus]] {
    [Link.Tier.auto, .suggested].map { rule.findings(in: claim(programme, $0)).map(\.status) }
  }

  @Test func `a wrong sum, a late claim, a late report and late payments wait with their claim`() {
    let law = TestLaw.book
    let each = [
      found(ClaimEqualsBenefit(benefits: law.benefits), .death),
      found(
        AccidentIsClaimedInTime(limits: law.limits, benefits: law.benefits), .workAccident),
      found(AccidentIsReportedInTime(limits: law.limits), .workAccident),
      found(
        DeathBenefitIsPaidInTime(
          limits: law.limits, calendar: law.workingDays, benefits: law.benefits), .death),
      found(
        AccidentBenefitIsPaidInTime(
          limits: law.limits, calendar: law.workingDays, benefits: law.benefits), .workAccident),
    ]
    for statuses in each { #expect(statuses == [[.new], [.pending]]) }
  }
}
