internal import Domain
internal import Rules

/// What cannot be checked because a file's control total differs from its rows (DAT-02).
struct UnusedFiles {
  /// The months of payment lists that are not used: they count as given.
  private(set) var listMonths: Set<CoverageMonth> = []
  /// The months of which the register or a list is not used.
  private(set) var sideMonths: Set<CoverageMonth> = []
  /// The kinds of which nothing can be said.
  private(set) var kinds: GivenKinds = []
  /// The rules that cannot be checked for some months or at all, each with the file.
  private(set) var unchecked: [RuleCode: String] = [:]

  /// None.
  init() {}

  /// What the files of a run leave unchecked.
  ///
  /// People and claims have no months: without some of them nothing can be said of any.
  init(_ inputs: [ReportedInput]) {
    for input in inputs where !input.isUsed {
      let kind = input.kind
      let hasMonths = kind == .contributions || kind == .disbursements
      for code in Self.ofFiles { unchecked[code] = input.file }
      let isWhole = inputs.allSatisfy { $0.kind != kind || !$0.isUsed }
      if isWhole || !hasMonths {
        kinds.insert(GivenKinds(kind))
        for entry in RuleBook.entries
        where entry.needs.contains(kind) && entry.code != Self.withoutPayments {
          unchecked[entry.code] = input.file
        }
        if kind == .receipts { for code in Self.ofReceipts { unchecked[code] = input.file } }
      }
      if hasMonths { for code in Self.ofSides { unchecked[code] = input.file } }
      if kind == .contributions {
        for code in [RuleCode(.iur, 4), RuleCode(.sil, 1), RuleCode(.klm, 5)] {
          unchecked[code] = input.file
        }
      }
    }
  }

  /// The rules over a file's own rows: of one that is not used nothing is said but DAT-02.
  private static let ofFiles = [RuleCode(.dat, 3), RuleCode(.dat, 4), RuleCode(.dat, 5)]
  /// The rule over claims that needs months to be given, and no payment of them.
  private static let withoutPayments = RuleCode(.klm, 4)
  /// The rules that hold the register and the lists of a month against one another.
  static let ofSides = (1...3).map { RuleCode(.keu, $0) }
  /// The rules that hold receipts against what was paid.
  private static let ofReceipts = [RuleCode(.iur, 7), RuleCode(.iur, 8)]

  /// The kinds that were given, without those of which nothing is used.
  func given(of kinds: some Sequence<InputKind>) -> GivenKinds {
    GivenKinds(kinds: kinds).subtracting(self.kinds)
  }

  /// Adds the months of a file.
  mutating func add(_ months: Set<CoverageMonth>, of kind: InputKind) {
    if kind == .contributions { listMonths.formUnion(months) }
    if kind == .contributions || kind == .disbursements { sideMonths.formUnion(months) }
  }

  /// Takes over what the files of a run leave unchecked.
  mutating func conclude(_ inputs: [ReportedInput]) {
    let concluded = UnusedFiles(inputs)
    (kinds, unchecked) = (concluded.kinds, concluded.unchecked)
  }
}
