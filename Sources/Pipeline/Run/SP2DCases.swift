internal import Domain
internal import Matcher
internal import Rules

/// Brings the sides of each SP2D together: register, list, refund and what was received.
struct SP2DCases {
  let records: RunRecords
  let plane: PremiumPlane
  /// The different people of each SP2D that has several months.
  let people: [SymbolTable.Symbol: Int]
  /// By how much the benefits of its people are short of whole ones.
  let shortBenefits: [SymbolTable.Symbol: Int64]
  let tariff: TariffIndex

  /// Every SP2D at the place of its number.
  func cases(_ given: GivenKinds) -> [DisbursementCase] {
    let (parts, codes) = (parts, billingCodes)
    var cases = (0..<records.sp2ds.count).map { number in
      var list = number < plane.lists.count ? plane.lists[number] : ListTotals()
      list.people = people[SymbolTable.Symbol(number)] ?? 0
      list.shortBenefits = shortBenefits[SymbolTable.Symbol(number)] ?? 0
      var one = DisbursementCase(sp2d: SymbolTable.Symbol(number), list: list)
      (one.parts, one.billingCodes) = (parts[number], codes[number])
      return one
    }
    for (row, record) in records.disbursements.enumerated() {
      cases[Int(record.sp2d)].add(record, row: UInt32(row))
    }
    for (row, record) in records.refunds.enumerated() {
      var refund = cases[Int(record.sp2d)].refund ?? RefundTotals(firstRow: UInt32(row))
      refund.agreed += record.agreed
      refund.received += record.received
      cases[Int(record.sp2d)].refund = refund
    }
    addYearTotals(&cases)
    if given.contains(.bank) { cases = BankJoin.join(cases, records) }
    guard given.contains(.receipts) else { return cases }
    return ReceiptJoin.join(cases, records.receipts) { a, b in
      tariff.isOnePayer(UInt8(clamping: a), UInt8(clamping: b))
    }
  }

  private var parts: Grouped<ListPart> {
    Grouped(plane.parts, groups: records.sp2ds.count, by: { Int($0.sp2d) }, { $0 })
  }

  /// The codes of lists and register, each once.
  private var billingCodes: Grouped<SymbolTable.Symbol> {
    var pairs: ContiguousArray<UInt64> = []
    pairs.reserveCapacity(plane.parts.count + records.disbursements.count)
    for part in plane.parts where part.billingCode != 0 {
      pairs.append(UInt64(part.sp2d) << 32 | UInt64(part.billingCode))
    }
    for record in records.disbursements where record.billingCode != 0 {
      pairs.append(UInt64(record.sp2d) << 32 | UInt64(record.billingCode))
    }
    pairs.sort()
    var distinct: ContiguousArray<UInt64> = []
    distinct.reserveCapacity(pairs.count)
    for pair in pairs where pair != distinct.last { distinct.append(pair) }
    return Grouped(
      distinct, groups: records.sp2ds.count, by: { Int($0 >> 32) },
      { SymbolTable.Symbol(truncatingIfNeeded: $0) })
  }

  /// Adds up each fiscal year in the order of issue, then number; what is not paid is left out.
  private func addYearTotals(_ cases: inout [DisbursementCase]) {
    let ordered = cases.indices.filter { cases[$0].registerRow != nil && !cases[$0].isCancelled }
      .sorted { a, b in
        let (left, right) = (cases[a].issuedOn?.day ?? .max, cases[b].issuedOn?.day ?? .max)
        if left != right { return left < right }
        return records.sp2ds.precedes(cases[a].sp2d, cases[b].sp2d)
      }
    var totals: [Int: Int64] = [:]
    for place in ordered {
      guard let year = cases[place].bookedYear else { continue }
      totals[year, default: 0] += cases[place].paidAmount
      cases[place].yearTotal = totals[year]
    }
  }
}
