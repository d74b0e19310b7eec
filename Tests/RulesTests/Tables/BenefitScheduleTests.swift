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

  @Test(arguments: [
    ("2025-03-01", "2025-05-29", BenefitSchedule.ShortTenure.Standing.short),
    ("2025-03-01", "2025-05-30", .between), ("2025-03-01", "2025-05-31", .between),
    ("2025-03-01", "2025-06-01", .full), ("2026-02-01", "2026-04-30", .short),
    ("2026-02-01", "2026-05-01", .between), ("2026-02-01", "2026-05-02", .full),
    ("2025-11-30", "2026-02-27", .short), ("2025-11-30", "2026-02-28", .full),
  ])
  func `a tenure stands between the two readings where they differ`(
    start: String, event: String, standing: BenefitSchedule.ShortTenure.Standing
  ) throws {
    let rule = try #require(benefits.shortTenure(on: day("2025-06-01")))
    #expect(rule.standing(since: day(start), at: day(event)) == standing)
  }

  @Test func `two children get 174 million over all years and 24 million in one`() throws {
    #expect(benefits.scholarship(on: day("2019-12-01")) == nil)
    let grant = try #require(benefits.scholarship(on: day("2019-12-02")))
    #expect(grant.most == 174_000_000 && grant.mostInYear == 24_000_000)
  }
}
