public import Domain

/// Brings together what SP2Ds paid and what BPJamsostek received: by billing code, however many
/// there are on either side, else by amount, month, fund and date.
public struct ReceiptJoin {
  /// How many days before the payment and after it a receipt may be posted to be its own.
  static let window = (before: Int32(3), after: Int32(45))

  private let disbursements: [DisbursementCase]
  private let receipts: ContiguousArray<ReceiptRecord>
  private let isOnePayer: (SymbolTable.Symbol, SymbolTable.Symbol) -> Bool

  /// The disbursements with what was received for each.
  ///
  /// `isOnePayer` says whether two funds are the same, however they are spelled.
  public static func join(
    _ disbursements: [DisbursementCase], _ receipts: ContiguousArray<ReceiptRecord>,
    isOnePayer: @escaping (SymbolTable.Symbol, SymbolTable.Symbol) -> Bool
  ) -> [DisbursementCase] {
    let join = ReceiptJoin(
      disbursements: disbursements, receipts: receipts, isOnePayer: isOnePayer)
    let matches = PaymentJoin.join(
      disbursements.map(\.paidByCode),
      receipts.map { PaymentJoin.Entry(amount: $0.amount, keys: [$0.billingCode]) },
      isNear: join.isNear)
    return zip(disbursements, matches).map { disbursement, match in
      guard let match else { return disbursement }
      var joined = disbursement
      var receipt = ReceiptMatch()
      (receipt.received, receipt.searchStopped) = (match.amount, match.searchStopped)
      receipt.billingCode =
        match.found.map { receipts[$0].billingCode } ?? disbursement.billingCodes.first ?? 0
      joined.receipt = receipt
      return joined
    }
  }

  /// Whether a receipt of no SP2D may be an SP2D's: month and fund where both state them, and date.
  private func isNear(_ receipt: Int, _ place: Int) -> Bool {
    let (record, disbursement) = (receipts[receipt], disbursements[place])
    if let month = record.month, let first = disbursement.month,
      month < first || month > max(first, disbursement.list.lastMonth)
    {
      return false
    }
    if record.fund != 0, disbursement.fund != 0, !isOnePayer(record.fund, disbursement.fund) {
      return false
    }
    guard let posted = record.postedOn.value, let paid = disbursement.lastPaidOn else {
      return record.month != nil && disbursement.month != nil
    }
    return posted.day >= paid.day - Self.window.before
      && posted.day <= paid.day + Self.window.after
  }
}

extension DisbursementCase {
  /// Whether money of it should have left the city and come to BPJamsostek.
  var isPaidOut: Bool { sp2d != 0 && !isCancelled && (registerRow != nil || list.rows > 0) }

  /// What it paid, as receipts name it.
  fileprivate var paidByCode: PaymentJoin.Paid {
    PaymentJoin.Paid(
      amount: cityPaid, day: lastPaidOn?.day ?? .max, keys: Set(billingCodes),
      isExpected: isPaidOut)
  }
}
