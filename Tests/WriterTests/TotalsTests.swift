import Domain
import Testing

struct TotalsTests {
  @Test func `sorts monthly lines by month, basis, fund, programme, measure`() {
    let (early, late) = (SampleReport.from, SampleReport.to)
    let sorted = [
      MonthlyLine(nil, .coverage, .findingsOpen, 1),
      MonthlyLine(early, .coverage, fund: "APBD", .participants, 1),
      MonthlyLine(early, .coverage, fund: "APBD", .premiumAmount, 1),
      MonthlyLine(early, .coverage, fund: "Baznas", .participants, 1),
      MonthlyLine(early, .event, programme: .death, .claimCases, 1),
      MonthlyLine(early, .event, programme: .workAccident, .claimCases, 1),
      MonthlyLine(late, .coverage, fund: "APBD", .participants, 1),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `adds up a measure over funds`() {
    let report = SampleReport.report
    let end = report.statement.end(of: .premiumByFund)
    #expect(report.monthly.sum(.coverage, .premiumAmount) == end?.amount)
    #expect(report.monthly.sum(.coverage, .participants, month: SampleReport.to) == 1_004)
  }

  @Test func `sees a section that does not foot`() {
    var statement = Statement()
    statement.add(
      .claims,
      [
        StatementLine(.start, .rowsRead, count: 3, amount: 30),
        StatementLine(.subtract, .rowsRejected, count: 1, amount: 10),
        StatementLine(.end, .rowsLinked, count: 2, amount: 19),
      ])
    #expect(!statement.foots(.claims))
    #expect(!statement.foots(.sides))
  }
}
