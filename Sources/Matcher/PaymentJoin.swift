/// Brings together what SP2Ds paid and what another side booked of it, receipts or bank entries: by
/// key, however many there are on either side, else by amount among those that are near.
struct PaymentJoin {
  /// What an SP2D paid.
  struct Paid {
    let amount: Int64
    /// The day it was paid; the last one where none is known.
    let day: Int32
    /// The keys that name it on the other side.
    let keys: Set<UInt32>
    /// Whether money of it should have been booked.
    let isExpected: Bool
  }

  /// What the other side booked, in its order.
  struct Entry {
    let amount: Int64
    /// The keys it names.
    let keys: Set<UInt32>
  }

  /// What was booked for an SP2D.
  struct Match: Equatable {
    var amount: Int64 = 0
    /// The entries that name it or were chosen for it, in the other side's order.
    var entries: [Int] = []
    /// The entry by which it was found, where no key named it.
    var found: Int?
    /// Whether the search for entries that add up was stopped at its bound.
    var searchStopped = false
  }

  /// How far entries that name no SP2D may be taken for one's.
  struct Reach {
    /// The most of them among which several are looked for.
    var mostAmounts = SubsetSearch.mostAmounts
    /// Whether the only SP2D that is near has one that is short or over.
    var takesWhatIsLeft = true
  }

  private let paid: [Paid]
  private let entries: [Entry]
  private let reach: Reach
  private let isNear: (_ entry: Int, _ place: Int) -> Bool
  private var isTaken: [Bool]
  private var matches: [Match?]

  /// What was booked for each SP2D; nil where none should be.
  ///
  /// `isNear` says whether an entry that names no SP2D may be one's.
  static func join(
    _ paid: [Paid], _ entries: [Entry], reach: Reach = Reach(),
    isNear: @escaping (_ entry: Int, _ place: Int) -> Bool
  ) -> [Match?] {
    var join = PaymentJoin(
      paid: paid, entries: entries, reach: reach, isNear: isNear,
      isTaken: Array(repeating: false, count: entries.count),
      matches: paid.map { $0.isExpected ? Match() : nil })
    join.joinByKey()
    join.joinByAmount()
    return join.matches
  }

  // MARK: By key

  /// SP2Ds that share keys, or whose keys one entry names, form a group in the order of payment.
  private mutating func joinByKey() {
    var groups = KeyGroups()
    let expected = paid.indices.filter { paid[$0].isExpected && !paid[$0].keys.isEmpty }
    for place in expected { groups.join(paid[place].keys) }
    let known = Set(expected.flatMap { paid[$0].keys })
    for entry in entries { groups.join(entry.keys.intersection(known)) }
    var members: [UInt32: [Int]] = [:]
    var order: [UInt32] = []
    for place in expected {
      guard let key = paid[place].keys.min() else { continue }
      let root = groups.root(of: key)
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(place)
    }
    var named: [UInt32: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for key in entry.keys.sorted() { named[key, default: []].append(place) }
    }
    for root in order { allot(to: (members[root] ?? []).sorted(by: precedes), named) }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    paid[a].day == paid[b].day ? a < b : paid[a].day < paid[b].day
  }

  /// Gives a group's entries to its SP2Ds.
  private mutating func allot(to group: [Int], _ named: [UInt32: [Int]]) {
    var (pool, seen): ([Int], Set<Int>) = ([], [])
    for key in Set(group.flatMap { paid[$0].keys }).sorted() {
      pool += (named[key] ?? []).filter { seen.insert($0).inserted }
    }
    for entry in pool { isTaken[entry] = true }
    for place in group {
      matches[place]?.entries = pool.filter { !entries[$0].keys.isDisjoint(with: paid[place].keys) }
        .sorted()
    }
    let total = sum(of: pool)
    if group.count == 1 || total == group.reduce(0, { $0 + paid[$1].amount }) {
      for place in group { matches[place]?.amount = group.count == 1 ? total : paid[place].amount }
      return
    }
    let most = SubsetSearch.mostAmounts
    let open = group.filter { takeExact(&pool, for: $0, among: most) == nil }
    fill(open, of: group, with: sum(of: pool))
  }

  private func sum(of pool: [Int]) -> Int64 { pool.reduce(0) { $0 + entries[$1].amount } }

  /// Takes the entries that add up to what an SP2D paid out of a pool; gives them.
  private mutating func takeExact(
    _ pool: inout [Int], for place: Int, among most: Int
  ) -> [Int]? {
    let search = SubsetSearch.find(
      pool.map { entries[$0].amount }, sum: paid[place].amount, among: most)
    if search.isStopped { matches[place]?.searchStopped = true }
    guard let chosen = search.places else { return nil }
    matches[place]?.amount = paid[place].amount
    matches[place]?.searchStopped = false
    let taken = Set(chosen.map { pool[$0] })
    for entry in taken { isTaken[entry] = true }
    pool.removeAll { taken.contains($0) }
    return taken.sorted()
  }

  /// Gives what is left in order, each SP2D at most what it paid; what is over goes to the last.
  private mutating func fill(_ open: [Int], of group: [Int], with rest: Int64) {
    var rest = rest
    for place in open {
      let share = max(0, min(rest, paid[place].amount))
      matches[place]?.amount = share
      rest -= share
    }
    if rest != 0, let last = open.last ?? group.last { matches[last]?.amount += rest }
  }

  // MARK: By amount

  /// SP2Ds without a key, against entries that name no SP2D, paid or not.
  private mutating func joinByAmount() {
    let open = paid.indices.filter { matches[$0] != nil && paid[$0].keys.isEmpty }
      .sorted(by: precedes)
    let known = Set(paid.flatMap(\.keys))
    for entry in entries.indices where !known.isDisjoint(with: entries[entry].keys) {
      isTaken[entry] = true
    }
    guard isTaken.contains(false) else { return }
    for place in open {
      var pool = entries.indices.filter { !isTaken[$0] && isNear($0, place) }
      let taken = takeExact(&pool, for: place, among: reach.mostAmounts)
      if let taken { note(taken, for: place) }
    }
    for entry in entries.indices where !isTaken[entry] { giveToSeveral(entry, open) }
    if reach.takesWhatIsLeft { giveWhatIsLeft(open) }
  }

  private mutating func note(_ taken: [Int], for place: Int) {
    let before = matches[place]?.entries ?? []
    matches[place]?.entries = (before + taken).sorted()
    matches[place]?.found = taken.first
  }

  /// One entry for several SP2Ds that add up to it.
  private mutating func giveToSeveral(_ entry: Int, _ open: [Int]) {
    let near = open.filter { matches[$0]?.amount == 0 && isNear(entry, $0) }
    guard near.count > 1 else { return }
    let search = SubsetSearch.find(
      near.map { paid[$0].amount }, sum: entries[entry].amount, among: reach.mostAmounts)
    for place in near where search.isStopped { matches[place]?.searchStopped = true }
    guard let chosen = search.places else { return }
    isTaken[entry] = true
    for place in chosen.map({ near[$0] }) {
      matches[place]?.amount = paid[place].amount
      note([entry], for: place)
    }
  }

  /// Entries that only one SP2D can have are its own, though they are short or over.
  private mutating func giveWhatIsLeft(_ open: [Int]) {
    for entry in entries.indices where !isTaken[entry] {
      let near = open.filter { matches[$0]?.amount != paid[$0].amount && isNear(entry, $0) }
      guard near.count == 1, let place = near.first else { continue }
      isTaken[entry] = true
      matches[place]?.amount += entries[entry].amount
      note([entry], for: place)
      matches[place]?.searchStopped = false
    }
  }
}

/// Keys that belong together, however they are joined.
private struct KeyGroups {
  private var parents: [UInt32: UInt32] = [:]

  /// The key that stands for a key's group: the lowest of it.
  func root(of key: UInt32) -> UInt32 {
    var root = key
    while let parent = parents[root] { root = parent }
    return root
  }

  mutating func join(_ keys: Set<UInt32>) {
    guard let first = keys.min() else { return }
    for key in keys {
      let (a, b) = (root(of: first), root(of: key))
      if a != b { parents[max(a, b)] = min(a, b) }
    }
  }
}
