public import Domain

/// Renders `coverage.csv`: each claim's outcome and the payments that prove it.
public enum CoverageCSV {
  static let header: StaticString =
    "claimNumber,outcome,month,payment_ids,cover_from,cover_until"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 96)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      let row = report.coverage[place]
      text.cell(row.claimNumber, in: report.arena)
      text.cell { $0.append(text: row.outcome.rawValue) }
      text.cell(row.month)
      text.cell { appendPayments(row.payments, report, to: &$0) }
      text.cell(row.from)
      text.cell(row.until)
      text.endRow()
    }
    return text
  }

  private static func appendPayments(
    _ payments: Range<Int>, _ report: RunReport, to text: inout OutputText
  ) {
    for place in payments {
      if place > payments.lowerBound { text.append(";") }
      text.append(report.paymentIDs[place], in: report.arena)
    }
  }
}
