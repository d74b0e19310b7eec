import Domain
import Rules
import TestSupport
import Testing

struct MonthIsPaidOnceTests {
  private let rule = MonthIsPaidOnce(tariff: TestLaw.tariff)

  private func person(_ rows: [(row: UInt32, fund: UInt8, marks: Premium.Marks)]) -> CaseBuilder {
    var person = CaseBuilder()
    person.premiums.replaceSubrange(
      2...2,
      with: rows.map {
        CaseBuilder.premium(month("2024-03"), row: $0.row, fund: $0.fund, marks: $0.marks)
      })
    return person
  }

  @Test func `one row a month is silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `a further row names the one with the lowest payment id`() throws {
    let double = person([(row: 20, fund: 1, marks: []), (row: 21, fund: 1, marks: .first)])
    let findings = rule.findings(in: double)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code.text == "IUR-02")
    #expect(finding.subject == RecordRef(.contribution, 20))
    #expect(finding.other == RecordRef(.contribution, 21))
    #expect(finding.month == month("2024-03"))
    #expect(finding.atRisk == 16_800)
  }

  @Test func `each row is compared with the first one's fund`() {
    let rows = person([
      (row: 20, fund: 1, marks: []), (row: 21, fund: 2, marks: .first),
      (row: 22, fund: 2, marks: []),
    ])
    #expect(rule.findings(in: rows).map(\.subject) == [RecordRef(.contribution, 22)])
  }

  @Test func `another fund is IUR-03 and the next month is no repetition`() {
    let rows = person([(row: 20, fund: 1, marks: .first), (row: 21, fund: 2, marks: [])])
    #expect(rule.findings(in: rows).isEmpty)
  }
}
