import Domain
import TestSupport

/// An SP2D in which all is well: a test changes the part it is about.
///
/// The register pays 33.600 in March 2024 and the list has two rows of that month.
struct SP2DBuilder {
  var months = ["2024-03", "2024-03"]
  var lines = [SP2DBuilder.line(33_600)]
  var paidOn: String? = "2024-03-10"

  /// A line of the register, issued in March 2024.
  static func line(
    _ amount: Int64, isCancelled: Bool = false, year: UInt16 = 0
  ) -> DisbursementRecord {
    var line = DisbursementRecord()
    (line.amount, line.isCancelled, line.fiscalYear) = (amount, isCancelled, year)
    line.month = CaseBuilder.month("2024-03")
    line.issuedOn = DateCell(CaseBuilder.day("2024-03-08"))
    return line
  }

  /// The SP2D with the number 5.
  func build(_ change: (inout DisbursementCase) -> Void = { _ in }) -> DisbursementCase {
    var list = ListTotals()
    var parts: [UInt16: ListPart] = [:]
    for (place, text) in months.enumerated() {
      var row = ContributionRow()
      (row.row, row.month, row.amount) = (UInt32(place), CaseBuilder.month(text), 16_800)
      row.paidDay = paidOn.map { UInt16(CaseBuilder.day($0).day) } ?? 0
      list.add(row)
      let year = UInt16(row.month.year)
      parts[year, default: ListPart(sp2d: 5, billingCode: 1, year: year)].rows += 1
      parts[year]?.amount += 16_800
    }
    list.people = 1
    var disbursement = DisbursementCase(sp2d: 5, list: list)
    for (row, line) in lines.enumerated() { disbursement.add(line, row: UInt32(row)) }
    disbursement.parts = parts.values.sorted { $0.year < $1.year }[...]
    change(&disbursement)
    return disbursement
  }
}
