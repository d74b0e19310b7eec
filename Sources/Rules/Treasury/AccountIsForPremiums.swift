public import Domain

/// An SP2D is booked on an account for these premiums.
///
/// Accounts are compared by their digits; one that stands above an allowed account is allowed
/// too. Which accounts the city uses is unconfirmed.
///
/// Conflict: the account of the register against the table of accounts.
///
/// No finding: an SP2D without an account; the account of a bank.
public struct AccountIsForPremiums: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 5), "Salah kode rekening",
    holds: "An SP2D is booked on an account for these premiums.",
    severity: .medium, legalBasis: "Permendagri 90/2019; Kepmendagri 050-5889/2021",
    confirmed: false, owner: .bpkad,
    atRisk: "Nilai SP2D", needs: [.disbursements], columns: [.account])

  private let accounts: AccountIndex

  /// A rule for a run's accounts.
  public init(accounts: AccountIndex) { self.accounts = accounts }

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let wrong = disbursement.accounts.first(where: { accounts.isWrong($0) }) else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
      subject: disbursement.ref, expected: .phrase(.accountOfPremiums),
      found: .written(.account, wrong), atRisk: disbursement.registerAmount)
    finding.law = accounts.law
    findings.add(finding)
  }
}
