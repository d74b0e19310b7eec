public import Domain

/// BPJamsostek receives what an SP2D pays.
///
/// Receipts are brought together with SP2Ds by the billing codes of the list, however many there
/// are on either side; where no code joins them, by amount, month, fund and date. An SP2D of
/// which nothing was received is IUR-08.
///
/// Conflict: the amount of the SP2D against the receipts of its billing codes.
///
/// No finding: several receipts that add up; several SP2Ds under one code that add up; an SP2D
/// that was cancelled or sent back.
public struct ReceivedEqualsPaid: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 7), "Diterima BPJamsostek tidak sama dengan dibayar kota",
    holds: "BPJamsostek receives what an SP2D pays.",
    severity: .critical, legalBasis: "PP 44/2015; PP 12/2019", confirmed: false, owner: .bpkad,
    atRisk: "|selisih|", needs: [.receipts])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let receipt = disbursement.receipt, receipt.received != 0, !disbursement.isCancelled,
      case let paid = disbursement.cityPaid, receipt.received != paid
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
      subject: disbursement.ref, other: receipt.ref, expected: .money(paid),
      found: .money(receipt.received), atRisk: distance(receipt.received, paid))
    if receipt.searchStopped { finding.status = .pending }
    findings.add(finding)
  }
}
