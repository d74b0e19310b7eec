import Domain

extension SampleReport {
  /// Four SP2Ds: one of all three sides, one in the register alone, one that only a list names and
  /// one that was cancelled.
  static func addSP2Ds(to report: inout RunReport) {
    var list = ListTotals()
    for row in UInt32(4)...7 {
      var payment = ContributionRow()
      (payment.row, payment.amount, payment.month, payment.paidDay) = (row, 16_800, from, 19_400)
      list.add(payment)
    }
    var paired = disbursement(1, list, amount: 67_200)
    var receipt = ReceiptMatch()
    (receipt.received, receipt.searchStopped) = (50_400, true)
    paired.receipt = receipt
    let cases = [
      (paired, "00077/SP2D/2024", [RuleCode(.iur, 7), RuleCode(.keu, 1)]),
      (disbursement(2, ListTotals(), amount: 33_600), "00078/SP2D, \"ulang\"", []),
      (DisbursementCase(sp2d: 3, list: list), "00079/SP2D/2024", [RuleCode(.keu, 2)]),
      (disbursement(4, ListTotals(), amount: 16_800, cancelled: true), "00080/SP2D/2024", []),
    ]
    for (one, number, codes) in cases {
      guard var row = SP2DRow(one, number: report.arena.add(number)) else { continue }
      if one.registerRow != nil { row.register = SourceLocation(file: 4, line: 17) }
      if one.list.rows > 0 {
        row.firstRow = SourceLocation(file: 2, line: 6)
        row.lastRow = SourceLocation(file: 3, line: 9)
        row.billingCodes = [report.arena.add("240100000905"), report.arena.add("240100000906")]
      }
      if one.receipt != nil { row.receipt = SourceLocation(file: 5, line: 3) }
      row.findings = codes[...]
      report.sp2ds.append(row)
    }
  }

  private static func disbursement(
    _ number: UInt32, _ list: ListTotals, amount: Int64, cancelled: Bool = false
  ) -> DisbursementCase {
    var one = DisbursementCase(sp2d: number, list: list)
    var record = DisbursementRecord()
    (record.sp2d, record.amount, record.participants) = (number, amount, 4)
    (record.fund, record.isCancelled, record.issuedOn) = (1, cancelled, DateCell(day(2023, 1, 16)))
    one.add(record, row: number)
    return one
  }
}
