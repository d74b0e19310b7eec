import Domain
import Rules
import TestSupport
import Testing

struct ClaimEqualsBenefitTests {
  private let rule = ClaimEqualsBenefit(benefits: TestLaw.book.benefits)

  private func findings(_ claim: ClaimCase, start: String = "2024-01-01") -> [Finding] {
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(from: start)]
    person.claims = [claim]
    return rule.findings(in: person)
  }

  @Test func `the benefit of the day is silent on both sides of 2 December 2019`() {
    #expect(findings(CaseBuilder.claim(on: "2019-12-01", paid: 24_000_000)).isEmpty)
    #expect(findings(CaseBuilder.claim(on: "2019-12-02", paid: 42_000_000)).isEmpty)
    #expect(findings(CaseBuilder.claim(on: "2019-12-01", paid: 42_000_000)).count == 1)
  }

  @Test func `another sum puts the difference at risk`() throws {
    let finding = try #require(
      findings(CaseBuilder.claim(on: "2024-06-05", paid: 24_000_000)).first)
    #expect(finding.subject == RecordRef(.claim, 40))
    #expect(finding.expected == .money(42_000_000))
    #expect(finding.found == .money(24_000_000))
    #expect(finding.atRisk == 18_000_000)
    #expect(finding.month == month("2024-06"))
    #expect(finding.programme == .death)
    #expect(finding.law == TestLaw.law("benefit-2019"))
  }

  @Test func `premiums after the death may be returned with the benefit, or not`() {
    #expect(findings(CaseBuilder.claim(on: "2024-04-05", paid: 42_033_600)).isEmpty)
    #expect(findings(CaseBuilder.claim(on: "2024-04-05", paid: 42_000_000)).isEmpty)
    #expect(findings(CaseBuilder.claim(on: "2024-04-05", paid: 42_016_800)).count == 1)
  }

  @Test func `a work accident that kills is worth 70 million, one that does not anything`() {
    var claim = CaseBuilder.claim(on: "2024-04-05", programme: .workAccident, paid: 1_500_000)
    #expect(findings(claim).isEmpty)
    claim = CaseBuilder.claim(on: "2024-04-05", programme: .workAccident, paid: 70_000_000)
    var died = ClaimCase(
      number: claim.number, firstRow: 40, programme: .workAccident, incidentOn: claim.incidentOn,
      link: claim.link, isDeath: true, nik: claim.nik)
    (died.deathBenefit, died.benefitRows) = (70_000_000, 3)
    #expect(findings(died).isEmpty)
    died.deathBenefit = 42_000_000
    #expect(findings(died).map(\.atRisk) == [28_000_000])
  }

  @Test func `the funeral alone is right where there are no heirs`() {
    var claim = CaseBuilder.claim(on: "2024-04-05", paid: 10_000_000)
    #expect(findings(claim).map(\.atRisk) == [32_000_000])
    claim.isFuneralWithoutHeirs = true
    #expect(findings(claim).isEmpty)
  }

  @Test func `refunds alone and a component paid twice are not compared`() {
    var refund = CaseBuilder.claim(on: "2024-04-05", paid: 33_600)
    (refund.deathBenefit, refund.benefitRows) = (0, 0)
    #expect(findings(refund).isEmpty)
    var twice = CaseBuilder.claim(on: "2024-04-05", paid: 52_000_000)
    twice.repeated = (first: 40, second: 41)
    #expect(findings(twice).isEmpty)
  }

  @Test func `from 24 February 2025 both amounts of the three-month rule are left to KLM-06`() {
    #expect(findings(CaseBuilder.claim(on: "2025-02-23", paid: 10_000_000)).count == 1)
    #expect(findings(CaseBuilder.claim(on: "2025-02-24", paid: 10_000_000)).isEmpty)
    let short = CaseBuilder.claim(on: "2025-04-05", paid: 42_000_000)
    #expect(findings(short, start: "2025-03-01").isEmpty)
    let wrong = CaseBuilder.claim(on: "2025-04-05", paid: 20_000_000)
    #expect(findings(wrong, start: "2025-03-01").map(\.atRisk) == [10_000_000])
    #expect(findings(wrong).map(\.atRisk) == [22_000_000])
  }
}
