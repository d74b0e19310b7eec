import Domain
import Rules
import TestSupport
import Testing

struct PremiumIsPaidOnTimeTests {
  private let rule = PremiumIsPaidOnTime(benefits: TestLaw.book.benefits, dueDay: 15)

  private func findings(paidOn day: String?, months: [String] = ["2024-03"]) -> [Finding] {
    var list = ListTotals()
    for text in months {
      var row = ContributionRow()
      (row.month, row.amount) = (month(text), 16_800)
      row.paidDay = day.map { UInt16(CaseBuilder.day($0).day) } ?? 0
      list.add(row)
    }
    list.people = 1
    return rule.findings(in: DisbursementCase(sp2d: 5, list: list))
  }

  @Test func `the due day itself is in time, and so is a list without dates`() {
    #expect(findings(paidOn: "2024-04-15").isEmpty)
    #expect(findings(paidOn: nil).isEmpty)
  }

  @Test func `a day later is late and risks nothing yet`() throws {
    let finding = try #require(findings(paidOn: "2024-04-16").first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.severity == .medium)
    #expect(finding.expected == .date(day("2024-04-15")))
    #expect(finding.found == .date(day("2024-04-16")))
    #expect(finding.month == month("2024-03"))
    #expect(finding.atRisk == 0)
  }

  @Test func `more than three months later everybody's cover has lapsed`() {
    #expect(findings(paidOn: "2024-07-15").map(\.severity) == [.medium])
    #expect(findings(paidOn: "2024-07-16").map(\.severity) == [.high])
    #expect(findings(paidOn: "2024-07-16").map(\.atRisk) == [42_000_000])
  }

  @Test func `people whose cover was short are worth less, where the rule holds`() throws {
    let benefits = TestLaw.book.benefits
    func due(_ text: String, paidOn paid: String) -> CalendarDate? {
      var (list, row) = (ListTotals(), ContributionRow())
      (row.month, row.paidDay) = (month(text), UInt16(day(paid).day))
      list.add(row)
      return PremiumIsPaidOnTime.dueOfShortBenefits(list, benefits, dueDay: 15)
    }
    #expect(due("2025-03", paidOn: "2025-07-16") == day("2025-04-15"))
    #expect(due("2025-03", paidOn: "2025-07-15") == nil)
    #expect(due("2025-01", paidOn: "2025-07-16") == nil)
    var list = ListTotals()
    var row = ContributionRow()
    (row.month, row.paidDay) = (month("2025-03"), UInt16(day("2025-07-16").day))
    list.add(row)
    list.add(row)
    list.shortBenefits = 32_000_000
    let found = rule.findings(in: DisbursementCase(sp2d: 5, list: list))
    #expect(found.map(\.atRisk) == [52_000_000])
  }

  @Test func `of several months the earliest counts`() {
    #expect(findings(paidOn: "2024-04-16", months: ["2024-06", "2024-03"]).count == 1)
  }

  @Test func `the last month of the calendar does not trap`() {
    #expect(findings(paidOn: "2024-04-16", months: ["2199-12"]).isEmpty)
  }
}
