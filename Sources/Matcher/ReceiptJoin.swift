public import Domain

/// Brings together what SP2Ds paid and what BPJamsostek received: by billing code, however many
/// there are on either side, else by amount, month, fund and date.
public struct ReceiptJoin {
  /// How many days before the payment and after it a receipt may be posted to be its own.
  static let window = (before: Int32(3), after: Int32(45))

  private struct Receipt {
    let record: ReceiptRecord
    var isTaken = false
  }

  private var disbursements: [DisbursementCase]
  private var receipts: [Receipt]
  private var codes: [SymbolTable.Symbol: [Int]] = [:]
  private let isOnePayer: (SymbolTable.Symbol, SymbolTable.Symbol) -> Bool

  /// The disbursements with what was received for each.
  ///
  /// `isOnePayer` says whether two funds are the same, however they are spelled.
  public static func join(
    _ disbursements: [DisbursementCase], _ receipts: ContiguousArray<ReceiptRecord>,
    isOnePayer: @escaping (SymbolTable.Symbol, SymbolTable.Symbol) -> Bool
  ) -> [DisbursementCase] {
    var join = ReceiptJoin(disbursements, receipts, isOnePayer)
    join.joinByCode()
    join.joinByWindow()
    return join.disbursements
  }

  private init(
    _ disbursements: [DisbursementCase], _ receipts: ContiguousArray<ReceiptRecord>,
    _ isOnePayer: @escaping (SymbolTable.Symbol, SymbolTable.Symbol) -> Bool
  ) {
    (self.disbursements, self.isOnePayer) = (disbursements, isOnePayer)
    self.receipts = receipts.map { Receipt(record: $0) }
    for (place, receipt) in receipts.enumerated() {
      codes[receipt.billingCode, default: []].append(place)
    }
  }

  // MARK: By billing code

  /// SP2Ds that share billing codes form a group, in the order of issue, then number.
  private mutating func joinByCode() {
    var groupOfCode: [SymbolTable.Symbol: Int] = [:]
    var groups: [[Int]] = []
    for place in disbursements.indices where disbursements[place].isJoined {
      disbursements[place].receipt = ReceiptMatch()
      let own = disbursements[place].billingCodes
      disbursements[place].receipt?.billingCode = own.first ?? 0
      let met = Set(own.compactMap { groupOfCode[$0] }).sorted()
      let group = met.first ?? groups.count
      if met.isEmpty { groups.append([]) }
      groups[group].append(place)
      for other in met.dropFirst() {
        groups[group] += groups[other]
        groups[other] = []
      }
      for place in groups[group] {
        for code in disbursements[place].billingCodes { groupOfCode[code] = group }
      }
    }
    for group in groups where !group.isEmpty { allot(to: group.sorted(by: precedes)) }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let left = disbursements[a].lastPaidOn?.day ?? .max
    let right = disbursements[b].lastPaidOn?.day ?? .max
    return left == right ? a < b : left < right
  }

  /// Gives a group's receipts to its SP2Ds.
  private mutating func allot(to group: [Int]) {
    let own = Set(group.flatMap { disbursements[$0].billingCodes })
    var pool = own.sorted().flatMap { codes[$0] ?? [] }
    for place in pool { receipts[place].isTaken = true }
    let total = pool.reduce(Int64(0)) { $0 + receipts[$1].record.amount }
    if group.count == 1 || total == group.reduce(0, { $0 + disbursements[$1].cityPaid }) {
      for place in group {
        let paid = disbursements[place].cityPaid
        disbursements[place].receipt?.received = group.count == 1 ? total : paid
      }
      return
    }
    var open: [Int] = []
    for place in group {
      if takeExact(&pool, for: place) == nil { open.append(place) }
    }
    fill(open, of: group, with: pool.reduce(Int64(0)) { $0 + receipts[$1].record.amount })
  }

  /// Takes the receipts that add up to what an SP2D paid out of a pool; gives the first of them.
  private mutating func takeExact(_ pool: inout [Int], for place: Int) -> Int? {
    let paid = disbursements[place].cityPaid
    let search = SubsetSearch.find(pool.map { receipts[$0].record.amount }, sum: paid)
    if search.isStopped { disbursements[place].receipt?.searchStopped = true }
    guard let chosen = search.places else { return nil }
    disbursements[place].receipt?.received = paid
    disbursements[place].receipt?.searchStopped = false
    let taken = Set(chosen.map { pool[$0] })
    for receipt in taken { receipts[receipt].isTaken = true }
    pool.removeAll { taken.contains($0) }
    return taken.min()
  }

  /// Gives what is left in order, each SP2D at most what it paid; what is over goes to the last.
  private mutating func fill(_ open: [Int], of group: [Int], with rest: Int64) {
    var rest = rest
    for place in open {
      let share = max(0, min(rest, disbursements[place].cityPaid))
      disbursements[place].receipt?.received = share
      rest -= share
    }
    if rest != 0, let last = open.last ?? group.last {
      disbursements[last].receipt?.received += rest
    }
  }

  // MARK: By date

  /// SP2Ds without a code, against receipts whose code is that of no SP2D, paid or not.
  private mutating func joinByWindow() {
    let open = disbursements.indices.filter {
      disbursements[$0].receipt?.received == 0 && disbursements[$0].billingCodes.isEmpty
    }.sorted(by: precedes)
    let known = Set(disbursements.flatMap(\.billingCodes))
    for place in receipts.indices where known.contains(receipts[place].record.billingCode) {
      receipts[place].isTaken = true
    }
    guard receipts.contains(where: { !$0.isTaken }) else { return }
    for place in open {
      var pool = receipts.indices.filter { isNear(receipts[$0], place) }
      if let first = takeExact(&pool, for: place) {
        disbursements[place].receipt?.billingCode = receipts[first].record.billingCode
      }
    }
    for receipt in receipts.indices where !receipts[receipt].isTaken {
      giveToSeveral(receipt, open)
    }
    giveWhatIsLeft(open)
  }

  /// Whether a receipt of no SP2D may be an SP2D's: month and fund where both state them, and date.
  private func isNear(_ receipt: Receipt, _ place: Int) -> Bool {
    guard !receipt.isTaken else { return false }
    let (record, disbursement) = (receipt.record, disbursements[place])
    if let month = record.month, let first = disbursement.month,
      month < first || month > max(first, disbursement.list.lastMonth)
    {
      return false
    }
    if record.fund != 0, disbursement.fund != 0, !isOnePayer(record.fund, disbursement.fund) {
      return false
    }
    guard let posted = record.postedOn.value, let paid = disbursement.lastPaidOn else {
      return record.month != nil && disbursement.month != nil
    }
    return posted.day >= paid.day - Self.window.before
      && posted.day <= paid.day + Self.window.after
  }

  /// One receipt for several SP2Ds that add up to it.
  private mutating func giveToSeveral(_ receipt: Int, _ open: [Int]) {
    let near = open.filter {
      disbursements[$0].receipt?.received == 0 && isNear(receipts[receipt], $0)
    }
    guard near.count > 1 else { return }
    let amount = receipts[receipt].record.amount
    let search = SubsetSearch.find(near.map { disbursements[$0].cityPaid }, sum: amount)
    for place in near where search.isStopped { disbursements[place].receipt?.searchStopped = true }
    guard let chosen = search.places else { return }
    receipts[receipt].isTaken = true
    for place in chosen.map({ near[$0] }) {
      let paid = disbursements[place].cityPaid
      disbursements[place].receipt?.received = paid
      disbursements[place].receipt?.billingCode = receipts[receipt].record.billingCode
    }
  }

  /// Receipts that only one SP2D can have are its own, though they are short or over.
  private mutating func giveWhatIsLeft(_ open: [Int]) {
    for receipt in receipts.indices where !receipts[receipt].isTaken {
      let near = open.filter {
        disbursements[$0].receipt?.received != disbursements[$0].cityPaid
          && isNear(receipts[receipt], $0)
      }
      guard near.count == 1, let place = near.first else { continue }
      receipts[receipt].isTaken = true
      disbursements[place].receipt?.received += receipts[receipt].record.amount
      disbursements[place].receipt?.billingCode = receipts[receipt].record.billingCode
      disbursements[place].receipt?.searchStopped = false
    }
  }
}

extension DisbursementCase {
  /// Whether money of it should have come to BPJamsostek.
  fileprivate var isJoined: Bool {
    sp2d != 0 && !isCancelled && (registerRow != nil || list.rows > 0)
  }
}
