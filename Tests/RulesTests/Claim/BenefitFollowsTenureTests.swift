import Domain
import Rules
import TestSupport
import Testing

struct BenefitFollowsTenureTests {
  private func findings(
    _ claim: ClaimCase, start: String? = "2025-03-01",
    _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var person = CaseBuilder()
    person.memberships = start.map { [CaseBuilder.membership(from: $0)] } ?? []
    person.claims = [claim]
    change(&person)
    return BenefitFollowsTenure(benefits: TestLaw.book.benefits).findings(in: person)
  }

  private func claim(_ on: String, _ paid: Int64, tier: Link.Tier = .auto) -> ClaimCase {
    CaseBuilder.claim(on: on, paid: paid, tier: tier)
  }

  @Test func `the right amount is silent on both sides of the rule`() {
    #expect(findings(claim("2025-05-29", 10_000_000)).isEmpty)
    #expect(findings(claim("2025-06-01", 42_000_000)).isEmpty)
  }

  @Test func `the whole benefit in a short cover is a finding`() throws {
    let finding = try #require(findings(claim("2025-05-29", 42_000_000)).first)
    #expect(finding.code == RuleCode(.klm, 6) && finding.severity == .high)
    #expect(finding.expected == .money(10_000_000) && finding.found == .money(42_000_000))
    #expect(finding.atRisk == 32_000_000 && finding.status == .new)
    #expect(finding.law == TestLaw.law("short-tenure-2025"))
    #expect(finding.support == RecordRef(.membership, 100))
  }

  @Test func `the funeral alone in a long cover is a finding`() throws {
    let finding = try #require(findings(claim("2025-06-01", 10_000_000)).first)
    #expect(finding.expected == .money(42_000_000) && finding.found == .money(10_000_000))
    #expect(finding.atRisk == 32_000_000 && finding.status == .new)
  }

  @Test(arguments: [("2025-03-01", "2025-05-30"), ("2026-02-01", "2026-05-01")])
  func `between the readings either amount waits, and no day ends that`(
    start: String, event: String
  ) {
    for paid: Int64 in [10_000_000, 42_000_000] {
      let found = findings(claim(event, paid), start: start)
      #expect(found.map(\.status) == [.pending])
      #expect(found.first?.pendingUntil.value == nil && found.first?.atRisk == 32_000_000)
      #expect(found.first?.found == .money(paid) && found.first?.expected != .money(paid))
    }
  }

  @Test func `between the readings what was returned with either amount changes nothing`() {
    for paid: Int64 in [10_016_800, 42_016_800] {
      let found = findings(claim("2025-05-30", paid)) {
        $0.premiums = [CaseBuilder.premium(month("2025-06"), row: 90)]
      }
      #expect(found.map(\.status) == [.pending] && found.first?.found == .money(paid))
      #expect(found.first?.atRisk == 32_000_000)
    }
  }

  @Test func `the rule begins on 24 February 2025`() {
    #expect(findings(claim("2025-02-23", 42_000_000), start: "2025-02-01").isEmpty)
    #expect(findings(claim("2025-02-24", 42_000_000), start: "2025-02-01").count == 1)
  }

  @Test func `any other sum is left to KLM-01`() {
    #expect(findings(claim("2025-04-05", 42_033_600)).isEmpty)
    #expect(findings(claim("2025-04-05", 8_000_000)).isEmpty)
  }

  @Test func `without heirs, by a work accident, or paid twice it says nothing`() {
    var alone = claim("2025-09-01", 10_000_000)
    alone.isFuneralWithoutHeirs = true
    #expect(findings(alone).isEmpty)
    let accident = CaseBuilder.claim(
      on: "2025-04-05", programme: .workAccident, paid: 42_000_000, isDeath: true)
    #expect(findings(accident).isEmpty)
    var twice = claim("2025-04-05", 42_000_000)
    twice.repeated = (first: 40, second: 41)
    #expect(findings(twice).isEmpty)
  }

  @Test func `tenure runs from the last start before the event`() {
    let found = findings(claim("2025-05-01", 42_000_000)) {
      $0.memberships = [
        CaseBuilder.membership(from: "2020-01-01", until: "2024-12-31"),
        CaseBuilder.membership(from: "2025-04-01"), CaseBuilder.membership(from: "2025-06-01"),
      ]
    }
    #expect(found.map(\.support) == [RecordRef(.membership, 101)])
  }

  @Test func `without a start of cover nothing is known`() {
    #expect(findings(claim("2025-04-05", 42_000_000), start: nil).isEmpty)
    #expect(findings(claim("2025-04-05", 42_000_000), start: "2025-05-01").isEmpty)
  }

  @Test func `a start of cover that may be somebody else's is pending`() {
    let found = findings(claim("2025-04-05", 42_000_000)) {
      $0.memberships[0].link.tier = .suggested
    }
    #expect(found.map(\.status) == [.pending])
  }

  @Test func `a suggested link is pending`() {
    #expect(
      findings(claim("2025-04-05", 42_000_000, tier: .suggested)).map(\.status) == [.pending])
  }
}
