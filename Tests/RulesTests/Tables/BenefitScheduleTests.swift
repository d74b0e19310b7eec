import Domain
import Rules
import Testing

struct BenefitScheduleTests {
  private let benefits = TestLaw.book.benefits

  @Test func `PP 82 of 2019 raises the benefit on 2 December 2019`() {
    #expect(benefits.deathBenefit(.death, on: day("2019-12-01")) == 24_000_000)
    #expect(benefits.deathBenefit(.death, on: day("2019-12-02")) == 42_000_000)
    #expect(benefits.deathBenefit(.workAccident, on: day("2019-12-02")) == 70_000_000)
  }

  @Test func `before the first row and for other programmes nothing is known`() {
    #expect(benefits.deathBenefit(.death, on: day("2015-06-30")) == nil)
    #expect(benefits.deathBenefit(.scholarship, on: day("2024-01-01")) == nil)
  }

  @Test func `the three-month rule begins on 24 February 2025`() {
    #expect(benefits.shortTenure(on: day("2025-02-23")) == nil)
    #expect(benefits.shortTenure(on: day("2025-02-24"))?.amount == 10_000_000)
  }

  @Test func `a tenure is short where both readings say so`() throws {
    let rule = try #require(benefits.shortTenure(on: day("2025-06-01")))
    #expect(rule.isShort(since: day("2025-03-01"), at: day("2025-05-29")))
    #expect(!rule.isShort(since: day("2025-03-01"), at: day("2025-05-30")))
    #expect(!rule.isShort(since: day("2025-02-01"), at: day("2025-05-01")))
  }
}
