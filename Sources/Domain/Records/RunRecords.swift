/// All records of a run but the payments, with the texts and symbols they point into.
public struct RunRecords: Sendable {
  /// The texts of all records.
  public var texts = TextArena()
  /// The funds, by their spelling.
  public var funds = SymbolTable()
  /// The SP2D numbers.
  public var sp2ds = SymbolTable()
  /// The jobs as written.
  public var jobs = SymbolTable()
  /// The kelurahan as written.
  public var villages = SymbolTable()
  /// The wadah codes.
  public var wadahs = SymbolTable()
  /// The city's list; a row's place is its person's number.
  public var roster: ContiguousArray<RosterRecord> = []
  /// BPJamsostek's list.
  public var memberships: ContiguousArray<MembershipRecord> = []
  /// BPJamsostek's claims, cancelled rows included.
  public var claims: ContiguousArray<ClaimRecord> = []
  /// The SP2D register.
  public var disbursements: ContiguousArray<DisbursementRecord> = []
  /// The billing codes.
  public var billingCodes = SymbolTable()
  /// What BPJamsostek received.
  public var receipts: ContiguousArray<ReceiptRecord> = []
  /// The entries of the city's bank account.
  public var bank: ContiguousArray<BankRecord> = []
  /// The budget accounts as written.
  public var accounts = SymbolTable()
  /// What the civil registry says.
  public var registry: ContiguousArray<RegistryRecord> = []
  /// The refunds that were agreed.
  public var refunds: ContiguousArray<RefundRecord> = []
  /// The rows that became no record.
  public var rejects: ContiguousArray<Reject> = []
  /// What each file shows as a whole.
  public var files: ContiguousArray<FileCase> = []

  /// No records.
  public init() {}

  /// Puts the city's list in the order of its ids, so that of several people under one NIK the one
  /// with the lowest id is the first, whatever the order of the rows; those without an id follow.
  public mutating func orderRoster() {
    let texts = self.texts
    func precedes(_ a: RosterRecord, _ b: RosterRecord) -> Bool {
      let (left, right) = (a.participantID, b.participantID)
      if left.isPresent != right.isPresent { return left.isPresent }
      if !texts.equal(left, right) { return texts.precedes(left, right) }
      return a.location < b.location
    }
    let isOrdered = roster.indices.dropFirst().allSatisfy {
      precedes(roster[$0 - 1], roster[$0])
    }
    if !isOrdered { roster.sort(by: precedes) }
  }
}
