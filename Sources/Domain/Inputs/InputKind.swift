/// What an input file holds, and whose it is (design: section 3).
public enum InputKind: UInt8, CaseIterable, Sendable {
  case roster, memberships, contributions, disbursements, claims, receipts, bank, registry, refunds

  /// The kind's name in a definition and in the manifest.
  public var name: String {
    switch self {
    case .roster: "roster"
    case .memberships: "memberships"
    case .contributions: "contributions"
    case .disbursements: "disbursements"
    case .claims: "claims"
    case .receipts: "receipts"
    case .bank: "bank"
    case .registry: "registry"
    case .refunds: "refunds"
    }
  }

  /// The columns a file of this kind may have, in the order of the contract.
  public var columns: [Column] {
    switch self {
    case .roster:
      [
        .participantID, .nik, .kpj, .name, .birthDate, .sex, .village, .job, .fund, .from, .until,
        .note, .familyCard, .aid,
      ]
    case .memberships:
      [
        .kpj, .nik, .name, .birthDate, .sex, .village, .job, .from, .until, .status, .wadah,
        .removedOn, .removalCause, .segment,
      ]
    case .contributions:
      [.paymentID, .sp2d, .billingCode, .fund, .month, .paidOn, .nik, .kpj, .name, .amount]
    case .disbursements:
      [
        .sp2d, .month, .fund, .participants, .amount, .issuedOn, .cashedOn, .account, .status,
        .fiscalYear, .jkkAmount, .jkmAmount, .billingCode,
      ]
    case .claims:
      [
        .claimNumber, .programme, .component, .nik, .kpj, .name, .birthDate, .sex, .village,
        .incidentOn, .diedOn, .filedOn, .completeOn, .decidedOn, .paidOn, .amount, .status,
        .cancelled, .payee, .hospital, .cause, .reportedOn,
      ]
    case .receipts: [.billingCode, .month, .fund, .amount, .postedOn]
    case .bank:
      [
        .statement, .account, .amount, .currency, .direction, .bookedOn, .valueOn, .reference,
        .counterparty, .remittance,
      ]
    case .registry: [.nik, .name, .status, .diedOn]
    case .refunds: [.sp2d, .amount, .agreedOn, .receivedAmount, .receivedOn]
    }
  }

  /// The columns a file must have; a row must have a readable value in each.
  public var required: [Column] {
    switch self {
    case .roster: [.name]
    case .memberships: [.kpj, .name, .from]
    case .contributions: [.month, .amount]
    case .disbursements: [.sp2d, .amount]
    case .claims: [.claimNumber, .programme, .incidentOn, .amount]
    case .receipts: [.billingCode, .amount]
    case .bank: [.bookedOn, .amount]
    case .registry: [.nik, .status]
    case .refunds: [.sp2d, .amount]
    }
  }

  /// The columns of which a file must have at least one.
  public var oneOf: [Column] {
    switch self {
    case .roster: [.nik, .kpj]
    case .contributions: [.nik, .kpj, .name]
    case .memberships, .disbursements, .claims, .receipts, .bank, .registry, .refunds: []
    }
  }
}
