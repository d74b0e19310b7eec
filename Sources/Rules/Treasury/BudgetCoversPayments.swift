public import Domain

/// A fiscal year's payments stay within its budget.
///
/// SP2Ds are added up in the order of issue, then number; each at which the total is above the
/// budget is a finding. What was cancelled or sent back is left out.
///
/// Conflict: the running total of the fiscal year against the budget of the definition.
///
/// No finding: a total that equals the budget; a year without a stated budget.
public struct BudgetCoversPayments: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 4), "Melewati pagu anggaran",
    holds: "A fiscal year's payments stay within its budget.",
    severity: .high, legalBasis: "PP 12/2019; DPA dan SPD", confirmed: false, owner: .bpkad,
    atRisk: "Bagian SP2D di atas pagu", needs: [.disbursements], parameter: "budget")

  private let budget: [Int: Int64]

  /// A rule for the budgets of a definition, by fiscal year.
  public init(budget: [Int: Int64]) { self.budget = budget }

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let total = disbursement.yearTotal, let year = disbursement.bookedYear,
      let limit = budget[year], total > limit
    else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, expected: .money(limit), found: .money(total),
        atRisk: min(disbursement.paidAmount, total - limit)))
  }
}
