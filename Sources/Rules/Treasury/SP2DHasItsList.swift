public import Domain

/// Every SP2D has a list of people, and every list an SP2D.
///
/// One finding a number, whichever side is missing; amounts and heads are then not compared
/// (KEU-01). The number counts whatever its month: neither side is judged by the period.
///
/// Conflict: the register against the payment rows, by SP2D number.
///
/// No finding: a cancelled SP2D without a list; rows without a number.
public struct SP2DHasItsList: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 2), "SP2D tanpa daftar, atau daftar tanpa SP2D",
    holds: "Every SP2D has a list of people, and every list an SP2D.",
    severity: .high, legalBasis: "PP 12/2019; Permendagri 77/2020", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Nilai sisi yang ada", needs: [.disbursements, .contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard disbursement.sp2d != 0 else { return }
    switch (disbursement.registerRow != nil, disbursement.list.rows > 0) {
    case (true, false) where !disbursement.isCancelled:
      add(disbursement, .cityList, .noCityList, disbursement.paidAmount, &findings)
    case (false, true):
      add(disbursement, .registerLine, .noRegisterLine, disbursement.list.amount, &findings)
    default: break
    }
  }

  private func add(
    _ disbursement: DisbursementCase, _ expected: Fact.Phrase, _ found: Fact.Phrase,
    _ amount: Int64, _ findings: inout Findings
  ) {
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, expected: .phrase(expected), found: .phrase(found),
        atRisk: amount))
  }
}
