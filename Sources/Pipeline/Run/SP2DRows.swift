internal import Domain
internal import Matcher

/// Makes the lines of `sp2d.csv`: every SP2D that a row names, with the places of its sides.
enum SP2DRows {
  /// The lines by number; `findings` are those of the report, in its order.
  static func rows(
    of findings: ContiguousArray<ReportedFinding>, _ places: inout RecordPlaces
  ) -> ContiguousArray<SP2DRow> {
    let records = places.cases.records
    var receipts: [SymbolTable.Symbol: SourceLocation] = [:]
    for receipt in records.receipts where receipts[receipt.billingCode] == nil {
      receipts[receipt.billingCode] = receipt.location
    }
    var codes: [UInt32: [RuleCode]] = [:]
    for finding in findings.lazy.map(\.finding) where finding.subject.kind == .disbursement {
      codes[finding.subject.index, default: []].append(finding.code)
    }
    var rows: ContiguousArray<SP2DRow> = []
    for one in places.disbursements where one.sp2d != 0 {
      guard var row = SP2DRow(one, number: places.number(one.sp2d)) else { continue }
      row.register = one.registerRow.map { records.disbursements[Int($0)].location }
      if one.list.rows > 0 {
        row.firstRow = places.evidence.location(of: one.list.firstRow)
        row.lastRow = places.evidence.location(of: one.list.lastRow)
      }
      row.billingCodes = one.billingCodes.map(records.billingCodes.string)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      row.receipt = one.receipt.flatMap { receipts[$0.billingCode] }
      if let rows = one.bank?.rows, let first = rows.first {
        row.bank = records.bank[Int(first)].location
        row.bankBookedOn = rows.map { records.bank[Int($0)].bookedOn }.filter(\.isPresent).max()
        row.bankEntries = rows.map { places.bankEntry($0) }
      }
      row.findings = codes[one.sp2d] ?? []
      rows.append(row)
    }
    TextOrder.sort(&rows, in: places.arena, text: \.number)
    return rows
  }
}
