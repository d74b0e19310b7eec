import Domain
import Rules
import TestSupport
import Testing

struct SP2DEqualsItsListTests {
  private let rule = SP2DEqualsItsList()

  private func findings(
    amount: Int64, people: Int64?, registerRow: UInt32? = 0, rows: Int = 2
  ) -> [Finding] {
    var list = ListTotals()
    for number in 0..<rows {
      var row = ContributionRow()
      (row.row, row.month, row.amount) = (UInt32(number), month("2024-03"), 16_800)
      list.add(row)
    }
    var disbursement = DisbursementCase(sp2d: 5, list: list)
    if let registerRow {
      var record = DisbursementRecord()
      (record.amount, record.participants) = (amount, people)
      record.month = month("2024-03")
      disbursement.add(record, row: registerRow)
    }
    return rule.findings(in: disbursement)
  }

  @Test func `an SP2D that equals its list is silent`() {
    #expect(findings(amount: 33_600, people: 2).isEmpty)
    #expect(findings(amount: 33_600, people: nil).isEmpty)
  }

  @Test func `another amount puts the difference at risk`() throws {
    let finding = try #require(findings(amount: 50_400, people: 2).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.severity == .critical)
    #expect(finding.expected == .moneyAndCount(50_400, 2))
    #expect(finding.found == .moneyAndCount(33_600, 2))
    #expect(finding.atRisk == 16_800)
    #expect(finding.month == month("2024-03"))
  }

  @Test func `another head count alone risks nothing`() {
    #expect(findings(amount: 33_600, people: 3).map(\.atRisk) == [0])
    #expect(findings(amount: 33_600, people: 3).map(\.found) == [.moneyAndCount(33_600, 2)])
  }

  @Test func `a register without a head count compares amounts alone`() {
    #expect(findings(amount: 16_800, people: nil).map(\.expected) == [.money(16_800)])
  }

  @Test func `a missing side is KEU-02`() {
    #expect(findings(amount: 0, people: nil, registerRow: nil).isEmpty)
    #expect(findings(amount: 33_600, people: 2, rows: 0).isEmpty)
  }
}
