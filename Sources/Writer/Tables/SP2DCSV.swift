public import Domain

/// Renders `sp2d.csv`: what the register, the list and BPJamsostek say of each SP2D.
public enum SP2DCSV {
  static let header: StaticString = """
    sp2d,month,fund,status,fiscal_year,issued_on,cashed_on,register_file,register_line,\
    register_amount,register_people,list_file,list_line,list_end_file,list_end_line,list_rows,\
    list_people,list_amount,list_from,list_until,last_paid_on,billing_codes,received_amount,\
    received_file,received_line,received_search,findings,bank_amount,bank_booked_on,bank_entries,\
    bank_file,bank_line,bank_match,bank_search
    """

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 224)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      let row = report.sp2ds[place]
      appendNumber(row, report, to: &text)
      appendRegister(row, report, to: &text)
      appendList(row, report, to: &text)
      appendReceipt(row, report, to: &text)
      text.list(row.findings) { $0.append($1) }
      appendBank(row, report, to: &text)
      text.endRow()
    }
    return text
  }

  private static func appendNumber(_ row: SP2DRow, _ report: RunReport, to text: inout OutputText) {
    let one = row.disbursement
    text.cell(row.number, in: report.arena)
    text.cell(one.month)
    text.cell(text: report.funds.indices.contains(Int(one.fund)) ? report.funds[Int(one.fund)] : "")
    text.cell(text: row.status.rawValue)
    text.cell(number: one.bookedYear.map { Int64($0) })
    text.cell(one.issuedOn)
    text.cell(one.cashedOn)
  }

  private static func appendRegister(
    _ row: SP2DRow, _ report: RunReport, to text: inout OutputText
  ) {
    let one = row.disbursement
    text.cell(row.register, of: report)
    text.cell(number: one.registerRow.map { _ in one.statedAmount })
    text.cell(number: one.registerParticipants)
  }

  private static func appendList(_ row: SP2DRow, _ report: RunReport, to text: inout OutputText) {
    let list = row.disbursement.list
    let isThere = list.rows > 0
    text.cell(row.firstRow, of: report)
    text.cell(row.lastRow, of: report)
    text.cell(number: Int64(list.rows))
    text.cell(number: isThere ? Int64(list.headCount) : nil)
    text.cell(number: isThere ? list.amount : nil)
    text.cell(list.hasMonth ? list.firstMonth : nil)
    text.cell(list.hasMonth ? list.lastMonth : nil)
    text.cell(list.lastPaidOn)
  }

  private static func appendReceipt(_ row: SP2DRow, _ report: RunReport, to text: inout OutputText)
  {
    let receipt = row.disbursement.receipt
    text.list(row.billingCodes) { $0.append($1, in: report.arena) }
    text.cell(number: receipt?.received)
    text.cell(row.receipt, of: report)
    text.cell(receipt?.searchStopped == true ? "stopped" : "")
  }

  private static func appendBank(_ row: SP2DRow, _ report: RunReport, to text: inout OutputText) {
    let bank = row.disbursement.bank
    text.cell(number: bank?.paid)
    text.cell(row.bankBookedOn)
    text.list(row.bankEntries) { $0.append($1, in: report.arena) }
    text.cell(row.bank, of: report)
    text.cell(row.bankEntries.isEmpty ? "" : bank?.isNamed == true ? "number" : "amount")
    text.cell(bank?.searchStopped == true ? "stopped" : "")
  }
}

extension OutputText {
  /// Appends a cell of a whole number, or an empty one.
  fileprivate mutating func cell(number: Int64?) {
    cell { text in if let number { text.append(number: number) } }
  }

  /// Appends a cell of several things with semicolons between them.
  fileprivate mutating func list<Elements: Collection>(
    _ elements: Elements, _ write: (inout OutputText, Elements.Element) -> Void
  ) {
    cell { text in
      for place in elements.indices {
        if place > elements.startIndex { text.append(";") }
        write(&text, elements[place])
      }
    }
  }

  /// Appends two cells: a file's name and a line, or nothing.
  fileprivate mutating func cell(_ at: SourceLocation?, of report: RunReport) {
    cell { $0.append(file: at?.file, of: report) }
    cell(number: at.map { Int64($0.line) })
  }
}
