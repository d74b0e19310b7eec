import Domain
import Rules
import TestSupport
import Testing

struct TariffTests {
  struct Case: CustomTestStringConvertible {
    let month: String
    let city: Int64
    let transport: Int64
    let other: Int64
    var testDescription: String { month }
  }

  @Test(arguments: [
    // PP 44/2015 from July 2015.
    Case(month: "2015-06", city: 0, transport: 0, other: 0),
    Case(month: "2015-07", city: 16_800, transport: 16_800, other: 16_800),
    // PP 50/2025: transport January 2026 to March 2027, all others April to December 2026.
    Case(month: "2025-12", city: 16_800, transport: 16_800, other: 16_800),
    Case(month: "2026-01", city: 16_800, transport: 8400, other: 16_800),
    Case(month: "2026-03", city: 16_800, transport: 8400, other: 16_800),
    Case(month: "2026-04", city: 16_800, transport: 8400, other: 8400),
    Case(month: "2026-12", city: 16_800, transport: 8400, other: 8400),
    Case(month: "2027-01", city: 16_800, transport: 8400, other: 16_800),
    Case(month: "2027-03", city: 16_800, transport: 8400, other: 16_800),
    Case(month: "2027-04", city: 16_800, transport: 16_800, other: 16_800),
    Case(month: "2199-12", city: 16_800, transport: 16_800, other: 16_800),
  ])
  func `a month costs what its fund and sector owe`(line: Case) {
    let (tariff, month) = (TestLaw.tariff, month(line.month))
    #expect(tariff.expected(month: month, fund: 1, job: 2).amount == line.city)
    #expect(tariff.expected(month: month, fund: 2, job: 2).amount == line.transport)
    #expect(tariff.expected(month: month, fund: 2, job: 1).amount == line.other)
  }

  @Test func `the row that decides is named, and what another fund would pay`() {
    let month = month("2026-02")
    let law = TestLaw.law("relief-2026-transport")
    let city = TestLaw.tariff.expected(month: month, fund: 1, job: 2)
    #expect(city == ExpectedPremium(amount: 16_800, alternative: 8400, law: law))
    let zakat = TestLaw.tariff.expected(month: month, fund: 2, job: 2)
    #expect(zakat == ExpectedPremium(amount: 8400, alternative: 16_800, law: law))
    let batik = TestLaw.tariff.expected(month: month, fund: 2, job: 1)
    #expect(batik.law == TestLaw.law("tariff-2015"))
    #expect(batik.alternative == nil)
  }

  @Test func `a fund is excluded by its name, alone or before other words`() {
    let month = month("2026-05")
    #expect(TestLaw.tariff.expected(month: month, fund: 0, job: 1).amount == 16_800)
    #expect(TestLaw.tariff.expected(month: month, fund: 3, job: 1).amount == 16_800)
    #expect(TestLaw.tariff.expected(month: month, fund: 4, job: 1).amount == 8400)
  }

  @Test func `a bracket goes by its lower bound`() throws {
    let rate = try #require(TestLaw.book.tariff.rates.first)
    #expect(rate.amount(income: 0) == 16_800)
    #expect(rate.amount(income: 1_099_500) == 16_800)
    #expect(rate.amount(income: 1_100_000) == 18_800)
    #expect(rate.amount(income: 99_000_000) == 213_800)
  }
}
