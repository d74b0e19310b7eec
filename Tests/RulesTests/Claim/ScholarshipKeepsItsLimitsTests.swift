import Domain
import Rules
import TestSupport
import Testing

struct ScholarshipKeepsItsLimitsTests {
  private func findings(
    _ claims: [ClaimCase],
    memberships: [MembershipRecord] = [
      CaseBuilder.membership(from: "2020-01-01")
    ]
  ) -> [Finding] {
    var person = CaseBuilder()
    (person.claims, person.memberships) = (claims, memberships)
    return ScholarshipKeepsItsLimits(benefits: TestLaw.book.benefits).findings(in: person)
  }

  private func claim(
    _ paid: [Scholarship], on: String = "2024-03-05", programme: Programme = .scholarship,
    row: UInt32 = 40
  ) -> ClaimCase {
    var claim = CaseBuilder.claim(on: on, programme: programme, row: row)
    claim.scholarships = paid
    return claim
  }

  private func year(_ year: Int, _ amount: Int64 = 12_000_000, to payee: Int = 1) -> Scholarship {
    Scholarship(payee: payee, year: year, amount: amount)
  }

  @Test func `two children, year after year, are silent`() {
    let claims = (0..<5).map {
      claim([year(2024 + $0), year(2024 + $0, to: 2)], row: UInt32(40 + $0))
    }
    #expect(findings(claims).isEmpty)
    #expect(findings([CaseBuilder.claim(on: "2024-03-05")]).isEmpty)
  }

  @Test(arguments: [("2021-03-05", 0), ("2021-03-06", 1)])
  func `three years of cover are needed to the day`(start: String, count: Int) {
    let found = findings(
      [claim([year(2024)])], memberships: [CaseBuilder.membership(from: start)])
    #expect(found.count == count)
  }

  @Test func `too short a cover puts the scholarships at risk`() throws {
    let found = findings(
      [claim([year(2024, 1_500_000), year(2024, 2_000_000, to: 2)])],
      memberships: [CaseBuilder.membership(from: "2022-08-01")])
    let finding = try #require(found.first)
    #expect(finding.code == RuleCode(.klm, 7) && finding.severity == .high)
    #expect(finding.expected == .span(36, .months) && finding.found == .span(19, .months))
    #expect(finding.atRisk == 3_500_000 && finding.law == TestLaw.law("scholarship-2019"))
    #expect(finding.subject == RecordRef(.claim, 40))
  }

  @Test func `covers add up, and days of two count once`() {
    func found(_ from: String, _ until: String) -> Int {
      findings(
        [claim([year(2024)])],
        memberships: [
          CaseBuilder.membership(from: from, until: until),
          CaseBuilder.membership(from: "2022-03-05"),
        ]
      ).count
    }
    #expect(found("2019-01-01", "2019-12-31") == 0)
    #expect(found("2019-01-01", "2019-11-30") == 1)
    #expect(found("2021-12-05", "2022-12-04") == 1)
  }

  @Test func `a work accident needs no years, under its own number or another`() {
    let short = [CaseBuilder.membership(from: "2024-01-01")]
    #expect(findings([claim([year(2024)], programme: .workAccident)], memberships: short).isEmpty)
    let accident = CaseBuilder.claim(
      on: "2024-03-05", programme: .workAccident, row: 3, isDeath: true)
    #expect(findings([accident, claim([year(2024)])], memberships: short).isEmpty)
    #expect(findings([claim([year(2024)], programme: .death)], memberships: short).count == 1)
  }

  @Test func `a third child is too many`() throws {
    let found = findings([claim([year(2024), year(2024, 0, to: 2), year(2025, 0, to: 3)])])
    #expect(found.map(\.expected) == [.span(2, .people)])
    #expect(found.map(\.found) == [.span(3, .people)])
  }

  @Test(arguments: [1, 0])
  func `more than 12 million in one payment is too much for a child`(payee: Int) throws {
    #expect(findings([claim([year(2024, 12_000_000, to: payee)])]).isEmpty)
    let found = findings([claim([year(2024, 12_000_001, to: payee)])])
    let finding = try #require(found.first)
    #expect(finding.expected == .money(12_000_000) && finding.found == .money(12_000_001))
    #expect(finding.atRisk == 12_000_001)
  }

  @Test func `more than 24 million in a year is too much for all children`() {
    let two = [year(2024, to: 0), year(2024, to: 0)]
    #expect(findings([claim(two)]).isEmpty)
    let found = findings([claim(two + [year(2024, 1, to: 0)])])
    #expect(found.map(\.expected) == [.money(24_000_000)])
  }

  @Test func `more than 87 million in all is too much for a child, 174 for all`() {
    let child = (0..<8).map { claim([year(2024 + $0)], row: UInt32(40 + $0)) }
    let found = findings(child)
    #expect(found.map(\.subject) == [RecordRef(.claim, 47)])
    #expect(found.map(\.expected) == [.money(87_000_000)])
    let unnamed = (0..<8).map {
      claim([year(2024 + $0, to: 0), year(2024 + $0, to: 0)], row: UInt32(40 + $0))
    }
    #expect(findings(unnamed).map(\.expected) == [.money(174_000_000)])
  }

  @Test func `before the table and without a cover nothing is known`() {
    #expect(findings([claim([year(2019)], on: "2019-12-01")], memberships: []).isEmpty)
    #expect(findings([claim([year(2024)])], memberships: []).isEmpty)
  }
}
