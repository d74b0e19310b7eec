public import Domain

/// A paid SP2D is posted by BPJamsostek within fourteen days.
///
/// The days run from the latest day of payment; until they are over it is no finding yet. Where
/// the search for receipts that add up was stopped at its bound, the finding waits and says so.
///
/// Conflict: an SP2D that was paid against receipts of which none is its own.
///
/// No finding: an SP2D whose grace days are not over; one that was cancelled or sent back; one
/// received in part, which is IUR-07.
public struct PaymentIsPosted: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 8), "Pembayaran belum terposting",
    holds: "A paid SP2D is posted by BPJamsostek within fourteen days.",
    severity: .high, legalBasis: "PKS; pedoman penerimaan iuran BPJamsostek", confirmed: false,
    owner: .bpjamsostek,
    atRisk: "Nilai SP2D", needs: [.receipts])

  private let asOf: CalendarDate
  private let days: Int

  /// A rule that looks from a day; a payment may take `days` to be posted.
  public init(asOf: CalendarDate, days: Int) { (self.asOf, self.days) = (asOf, days) }

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let receipt = disbursement.receipt, receipt.received == 0, !disbursement.isCancelled,
      case let paid = disbursement.cityPaid, paid > 0
    else { return }
    let stopped = receipt.searchStopped
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
      subject: disbursement.ref, other: receipt.ref, expected: .money(paid),
      found: .phrase(stopped ? .searchStopped : .notReceived), atRisk: paid)
    let end = disbursement.lastPaidOn?.adding(days: days)
    if let end, asOf < end { finding.pendingUntil = DateCell(end) }
    if stopped || finding.pendingUntil.value != nil { finding.status = .pending }
    findings.add(finding)
  }
}
