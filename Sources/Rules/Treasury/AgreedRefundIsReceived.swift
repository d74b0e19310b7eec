public import Domain

/// A refund that was agreed has been received.
///
/// All rows of the agreement under an SP2D's number are added up on both sides.
///
/// Conflict: the rupiah agreed against those that came back to the treasury.
///
/// No finding: a refund received in several parts; one received in full or above.
public struct AgreedRefundIsReceived: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 8), "Pengembalian belum diterima",
    holds: "A refund that was agreed has been received.",
    severity: .high, legalBasis: "PKS; STS", confirmed: false, owner: .bpkad,
    atRisk: "Bagian yang belum diterima", needs: [.refunds])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let refund = disbursement.refund, refund.received < refund.agreed else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, other: RecordRef(.refund, refund.firstRow),
        expected: .money(refund.agreed), found: .money(refund.received),
        atRisk: refund.agreed - refund.received))
  }
}
