public import Domain

/// Checks the rows of one file of any kind but the payments, and keeps the good ones.
public struct RecordChecker: Sendable {
  private var rows: any RowChecker

  /// A checker for one file of a kind; payments have a checker of their own.
  public init(_ kind: InputKind, _ settings: InputSettings) {
    rows =
      switch kind {
      case .roster: RosterChecker(settings)
      case .memberships: MembershipChecker(settings)
      case .claims: ClaimChecker(settings)
      case .disbursements: DisbursementChecker(settings)
      case .receipts: ReceiptChecker(settings)
      case .bank: BankChecker(settings)
      case .registry: RegistryChecker(settings)
      case .refunds: RefundChecker(settings)
      case .contributions: preconditionFailure("payments are checked by ContributionChecker")
      }
  }

  /// What became of the file's rows.
  public var tally: FileTally { rows.check.tally }

  /// What the whole file shows, when all of it was read.
  public var file: CheckedFile { rows.check.findings }

  /// Turns a batch's rows into records and rejects.
  public mutating func add(_ batch: borrowing RecordBatch, to records: inout RunRecords) {
    rows.addAll(batch, &records)
  }
}

/// What makes records of the rows of one kind.
protocol RowChecker: Sendable {
  /// Whether a row of the kind must state an amount.
  static var hasAmount: Bool { get }

  /// How cells are read, and what was counted.
  var check: RowCheck { get set }

  /// Books one row as a record or as a reject; `amount` is zero where the kind has none.
  mutating func add(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ amount: Int64,
    _ records: inout RunRecords)

  /// Books the rows and faults of a batch: the one dynamic call for a kind and a batch.
  mutating func addAll(_ batch: borrowing RecordBatch, _ records: inout RunRecords)
}

extension RowChecker {
  static var hasAmount: Bool { true }

  mutating func addAll(_ batch: borrowing RecordBatch, _ records: inout RunRecords) {
    check.rejectFaults(batch, &records)
    check.countSkipped(batch)
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      if check.totals.nextLine < row.line { check.compareTotals(batch, before: row.line) }
      let amount =
        Self.hasAmount ? check.requiredAmount(batch, row, check.settings.cell(.amount)) : 0
      check.tally.read.add(amount)
      check.countForTotals(batch, row, amount)
      if check.settings.verdict.isExcluded {
        check.leaveOut(batch, row, amount: amount)
      } else {
        add(batch, row, amount, &records)
      }
    }
    check.compareTotals(batch, before: .max)
  }
}
