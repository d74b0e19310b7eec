public import Domain

/// An SP2D pays the amount and the number of people of its list.
///
/// The head count is the list's rows, or its different people where the rows are of several
/// months; it is compared where the register states one. A missing side is KEU-02.
///
/// Conflict: the amount and head count of the register against the rows under its number.
///
/// No finding: a register without a head count, of which the amount alone is compared.
public struct SP2DEqualsItsList: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 1), "SP2D tidak sama dengan daftar peserta",
    holds: "An SP2D pays the amount and the number of people of its list.", severity: .critical,
    legalBasis: "PP 12/2019; Permendagri 77/2020", confirmed: false, owner: .bpkad,
    atRisk: "|selisih|", needs: [.disbursements, .contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    let list = disbursement.list
    guard disbursement.sp2d != 0, disbursement.registerRow != nil, list.rows > 0 else { return }
    let stated = disbursement.registerParticipants
    let people = Int64(list.headCount)
    let amount = disbursement.statedAmount
    guard amount != list.amount || stated ?? people != people else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
        subject: disbursement.ref, expected: Self.fact(amount, stated),
        found: Self.fact(list.amount, stated.map { _ in people }),
        atRisk: distance(amount, list.amount)))
  }

  private static func fact(_ amount: Int64, _ people: Int64?) -> Fact {
    guard let people else { return .money(amount) }
    return .moneyAndCount(amount, Int32(clamping: people))
  }
}
