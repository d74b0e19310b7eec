public import Domain

/// Payment rows name an SP2D that was paid.
///
/// The register calls it BATAL, DIBATALKAN or RETUR: the money did not leave, or came back, and
/// the people on the list are not paid for.
///
/// Conflict: the status of the register against rows that still name the number.
///
/// No finding: a cancelled SP2D without rows; a number with another line that was paid, as one
/// issued again.
public struct ListedSP2DIsPaid: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 3), "SP2D dibatalkan atau retur bank",
    holds: "Payment rows name an SP2D that was paid.",
    severity: .high, legalBasis: "Permendagri 77/2020", confirmed: false, owner: .bpkad,
    atRisk: "Nilai daftar", needs: [.disbursements, .contributions], columns: [.status])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard disbursement.isCancelled, disbursement.list.rows > 0 else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, expected: .phrase(.paidSP2D), found: .phrase(.cancelledSP2D),
        atRisk: disbursement.list.amount))
  }
}
