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
    let found = ruleCodes(of: findings, sp2ds: records.sp2ds.count)
    let billed = billingCodes(&places)
    var rows: ContiguousArray<SP2DRow> = []
    rows.reserveCapacity(places.disbursements.count)
    for one in places.disbursements where one.sp2d != 0 {
      guard var row = SP2DRow(one, number: places.number(one.sp2d)) else { continue }
      row.register = one.registerRow.map { records.disbursements[Int($0)].location }
      if one.list.rows > 0 {
        row.firstRow = places.evidence.location(of: one.list.firstRow)
        row.lastRow = places.evidence.location(of: one.list.lastRow)
      }
      row.receipt = one.receipt.flatMap { receipts[$0.billingCode] }
      (row.billingCodes, row.findings) = (billed[Int(one.sp2d)], found[Int(one.sp2d)])
      if let rows = one.bank?.rows, let first = rows.first {
        row.bank = records.bank[Int(first)].location
        row.bankBookedOn = rows.map { records.bank[Int($0)].bookedOn }.filter(\.isPresent).max()
        row.bankEntries = rows.map { places.bankEntry($0) }
      }
      rows.append(row)
    }
    TextOrder.sort(&rows, in: places.arena, text: \.number)
    return rows
  }

  /// The codes of the findings about each SP2D.
  private static func ruleCodes(
    of findings: ContiguousArray<ReportedFinding>, sp2ds: Int
  ) -> Grouped<RuleCode> {
    var own: ContiguousArray<(sp2d: Int, code: RuleCode)> = []
    for row in findings where row.finding.subject.kind == .disbursement {
      own.append((Int(row.finding.subject.index), row.finding.code))
    }
    return Grouped(own, groups: sp2ds, by: \.sp2d, \.code)
  }

  /// The billing codes of each SP2D, in byte order.
  private static func billingCodes(_ places: inout RecordPlaces) -> Grouped<Text> {
    var codes: ContiguousArray<(sp2d: Int, text: Text)> = []
    codes.reserveCapacity(places.disbursements.count)
    for one in places.disbursements {
      for code in one.billingCodes { codes.append((Int(one.sp2d), places.billingCode(code))) }
    }
    codes.sort { places.arena.precedes($0.text, $1.text) }
    return Grouped(codes, groups: places.disbursements.count, by: \.sp2d, \.text)
  }
}
