public import Domain
public import Rules

/// Builds each person's case and applies the case rules, a partition of people at a time.
public struct CaseJudge: Sendable {
  private let file: CaseFile
  private let people: Int
  private let loose: Set<UInt32>
  private let listed: Int
  private let lists: ContiguousArray<ListTotals>
  private let book: RuleBook
  private let tariff: TariffIndex
  private let calendar: CaseCalendar
  /// The calendar, at an address that cases share.
  private let calendars: ContiguousArray<CaseCalendar>
  private let given: GivenKinds
  private let dueDay: Int
  private let shared: ContiguousArray<SharedFacts>
  /// The place of each person's facts among them.
  private let sharedPlaces: [UInt32: Int]
  /// The place of each fund among the funds by name: their numbers depend on the files' order.
  private let fundRanks: ContiguousArray<Int>
  private let dayMonths = DayMonths()
  /// The due day of each list whose people's cover lapsed when a short one was worth less.
  private let dues: ContiguousArray<CalendarDate?>

  /// A judge of a run's cases.
  public init(
    _ file: CaseFile, _ linker: PersonLinker, _ plane: PremiumPlane, book: RuleBook,
    tariff: TariffIndex, calendar: CaseCalendar, given: GivenKinds, dueDay: Int,
    shared: [UInt32: SharedFacts] = [:]
  ) {
    let known = shared.keys.sorted()
    self.shared = ContiguousArray(known.compactMap { shared[$0] })
    sharedPlaces = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    (self.file, people, loose, listed) = (file, linker.count, linker.loose, linker.listed)
    (self.lists, self.book, self.tariff) = (plane.lists, book, tariff)
    (self.calendar, self.given, self.dueDay) = (calendar, given, dueDay)
    calendars = [calendar]
    dues = ContiguousArray(
      plane.lists.map {
        PremiumIsPaidOnTime.dueOfShortBenefits($0, book.benefits, dueDay: dueDay)
      })
    let funds = file.records.funds
    let byName = (0..<funds.count).sorted {
      funds.precedes(SymbolTable.Symbol($0), SymbolTable.Symbol($1))
    }
    var ranks = ContiguousArray(repeating: 0, count: 256)
    for (rank, fund) in byName.enumerated() where fund < 256 { ranks[fund] = rank }
    fundRanks = ranks
  }

  /// How many partitions of people there are.
  public var partitions: Int {
    (people + PremiumPlane.peoplePerPartition - 1) / PremiumPlane.peoplePerPartition
  }

  /// Judges the people of one partition.
  ///
  /// Throws when the key of a payment that stands beside another cannot be read again.
  public func judge(
    _ partition: Int, _ premiums: ContiguousArray<Premium>, keys: any PaymentKeys
  ) throws -> CaseResults {
    let first = partition * PremiumPlane.peoplePerPartition
    let range = first..<min(first + PremiumPlane.peoplePerPartition, people)
    var (sorted, starts) = sortedByPerson(premiums, range)
    for person in 0..<range.count {
      try order(&sorted, starts[person]..<starts[person + 1], keys)
    }
    var results = CaseResults()
    sorted.withUnsafeBufferPointer { rows in
      file.claims.withUnsafeBufferPointer { claims in
        file.records.memberships.withUnsafeBufferPointer { memberships in
          file.records.roster.withUnsafeBufferPointer { roster in
            shared.withUnsafeBufferPointer { shared in
              calendars.withUnsafeBufferPointer { calendars in
                let tables = Tables(
                  premiums: rows, starts: starts, claims: claims, memberships: memberships,
                  roster: roster, shared: shared, calendars: calendars)
                judge(range, tables, &results)
              }
            }
          }
        }
      }
    }
    return results
  }

  /// The arrays that cases are views of, for the duration of a call.
  private struct Tables {
    let premiums: UnsafeBufferPointer<Premium>
    let starts: ContiguousArray<Int>
    let claims: UnsafeBufferPointer<ClaimCase>
    let memberships: UnsafeBufferPointer<MembershipRecord>
    let roster: UnsafeBufferPointer<RosterRecord>
    let shared: UnsafeBufferPointer<SharedFacts>
    let calendars: UnsafeBufferPointer<CaseCalendar>
  }

  /// A counting sort: people are a dense range.
  private func sortedByPerson(
    _ premiums: ContiguousArray<Premium>, _ range: Range<Int>
  ) -> (ContiguousArray<Premium>, ContiguousArray<Int>) {
    var starts = ContiguousArray(repeating: 0, count: range.count + 1)
    for premium in premiums { starts[Int(premium.person) - range.lowerBound + 1] += 1 }
    for i in 0..<range.count { starts[i + 1] += starts[i] }
    var next = starts
    var sorted = premiums
    for premium in premiums {
      let person = Int(premium.person) - range.lowerBound
      sorted[next[person]] = premium
      next[person] += 1
    }
    return (sorted, starts)
  }

  /// Orders one person's payments by month, fund and payment id; marks the lowest id of a month.
  private func order(
    _ rows: inout ContiguousArray<Premium>, _ range: Range<Int>, _ keys: any PaymentKeys
  ) throws {
    var hasSeveral = false
    for i in range.dropFirst() {
      var j = i
      while j > range.lowerBound, precedes(rows[j], rows[j - 1]) {
        rows.swapAt(j, j - 1)
        j -= 1
      }
    }
    for i in range.dropFirst() where rows[i].month == rows[i - 1].month { hasSeveral = true }
    if hasSeveral { try orderByKey(&rows, range, keys) }
  }

  private func precedes(_ a: Premium, _ b: Premium) -> Bool {
    if a.month != b.month { return a.month < b.month }
    return a.fund == b.fund
      ? a.row < b.row : fundRanks[Int(a.fund)] < fundRanks[Int(b.fund)]
  }

  private func orderByKey(
    _ rows: inout ContiguousArray<Premium>, _ range: Range<Int>, _ keys: any PaymentKeys
  ) throws {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, rows[end].month == rows[start].month { end += 1 }
      if end - start > 1, keys.areInRowOrder {
        let first = (start..<end).min { rows[$0].row < rows[$1].row } ?? start
        rows[first].marks.insert(.first)
      } else if end - start > 1 {
        var keyed = try rows[start..<end].map { (row: $0, key: try keys.key(of: $0.row)) }
        let first = keyed.indices.min { keyed[$0].key < keyed[$1].key } ?? 0
        keyed[first].row.marks.insert(.first)
        keyed.sort { a, b in
          a.row.fund == b.row.fund
            ? a.key < b.key : fundRanks[Int(a.row.fund)] < fundRanks[Int(b.row.fund)]
        }
        for i in start..<end { rows[i] = keyed[i - start].row }
      }
      start = end
    }
  }

  private func judge(_ range: Range<Int>, _ tables: Tables, _ results: inout CaseResults) {
    var cases: ContiguousArray<PersonCase> = []
    cases.reserveCapacity(256)
    var totals = PartitionSums(file.records, dayMonths)
    defer {
      (results.coverage, results.cash) = (totals.coverage.cells, totals.cash.cells)
      results.villages = PartitionSums.named(totals.villages)
      results.jobs = PartitionSums.named(totals.jobs)
    }
    var (nextMember, nextClaim) = (
      file.records.memberships.partitioningIndex { Int($0.link.person) >= range.lowerBound },
      file.claims.partitioningIndex { Int($0.link.person) >= range.lowerBound }
    )
    let lastClaim = file.claims.partitioningIndex { Int($0.link.person) >= range.upperBound }
    results.reserve(claims: lastClaim - nextClaim)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      cases.removeAll(keepingCapacity: true)
      for person in start..<min(start + 256, range.upperBound) {
        let members = stretch(&nextMember, tables.memberships.count) {
          Int(tables.memberships[$0].link.person) == person
        }
        let own = stretch(&nextClaim, tables.claims.count) {
          Int(tables.claims[$0].link.person) == person
        }
        cases.append(personCase(person, range, tables, members, own))
        judgeClaims(cases[cases.count - 1], &results)
      }
      cases.withUnsafeBufferPointer { buffer in
        let block = CaseBlock(Run(buffer, from: 0, count: buffer.count))
        for rule in book.personRules { rule.checkAll(block, &results.findings) }
        for place in block.people.indices { count(block.people[place], &totals, &results) }
      }
    }
  }

  private func stretch(_ next: inout Int, _ end: Int, _ isOwn: (Int) -> Bool) -> Range<Int> {
    let start = next
    while next < end, isOwn(next) { next += 1 }
    return start..<next
  }

  private func personCase(
    _ person: Int, _ range: Range<Int>, _ tables: Tables, _ members: Range<Int>,
    _ claims: Range<Int>
  ) -> PersonCase {
    let index = person - range.lowerBound
    let start = tables.starts[index]
    var result = PersonCase(
      person: UInt32(person),
      roster: person < listed ? Run(tables.roster, from: person, count: 1) : Run(),
      memberships: Run(tables.memberships, from: members.lowerBound, count: members.count),
      firstMembership: UInt32(members.lowerBound),
      claims: Run(tables.claims, from: claims.lowerBound, count: claims.count),
      premiums: Run(tables.premiums, from: start, count: tables.starts[index + 1] - start),
      death: file.deaths.isEmpty ? nil : file.deaths[UInt32(person)],
      isLoose: person >= listed && loose.contains(UInt32(person)), given: given,
      calendar: Run(tables.calendars, from: 0, count: 1))
    if !shared.isEmpty, let place = sharedPlaces[UInt32(person)] {
      result.sharedFacts = Run(tables.shared, from: place, count: 1)
    }
    return result
  }

  private func judgeClaims(
    _ person: PersonCase, _ results: inout CaseResults
  ) {
    for var claim in person.claims {
      claim.coverage = coverage(of: claim, in: person, dueDay: dueDay, tariff: tariff)
      for rule in book.claimRules { rule.check(claim, of: person, &results.findings) }
      let start = results.payments.count
      for place in claim.coverage.payments { results.payments.append(person.premiums[place].row) }
      let membership = claim.coverage.membership.map { person.membershipRef($0) } ?? .none
      results.claims.append(
        .init(claim: claim, membership: membership, payments: start..<results.payments.count))
    }
  }

  /// Adds a person's payments to the monthly totals and to the heads of their SP2Ds.
  private func count(
    _ person: PersonCase, _ totals: inout PartitionSums, _ results: inout CaseResults
  ) {
    var previous: Premium?
    var sp2ds: [SymbolTable.Symbol] = []
    for premium in person.premiums {
      results.premiums.add(Int64(premium.amount))
      let isNew = previous.map { $0.month != premium.month || $0.fund != premium.fund } ?? true
      var sums = CaseResults.Sums()
      (sums.rows, sums.amount) = (1, Int64(premium.amount))
      if premium.paidDay != 0 {
        totals.cash.add(totals.month(ofDay: premium.paidDay), premium.fund, sums)
      }
      if isNew {
        sums.people = 1
        sums.expected = tariff.expected(premium, of: person).amount
      }
      totals.coverage.add(premium.month, premium.fund, sums)
      let hasSeveral = lists[Int(premium.sp2d)].hasSeveralMonths
      if !hasSeveral || !sp2ds.contains(premium.sp2d) {
        if hasSeveral {
          sp2ds.append(premium.sp2d)
          results.people[premium.sp2d, default: 0] += 1
        }
        countShortBenefit(person, of: premium.sp2d, &results)
      }
      previous = premium
    }
    countLastMonth(person, &totals, &results)
  }

  /// Counts by how much a death of the person would be worth less than the whole benefit.
  private func countShortBenefit(
    _ person: PersonCase, of sp2d: SymbolTable.Symbol, _ results: inout CaseResults
  ) {
    guard let due = dues[Int(sp2d)],
      let short = book.benefits.shortBenefit(ofDeathOn: due, of: person),
      let whole = book.benefits.deathBenefit(.death, on: due)
    else { return }
    results.shortBenefits[sp2d, default: 0] += whole - short
  }

  private func countLastMonth(
    _ person: PersonCase, _ totals: inout PartitionSums, _ results: inout CaseResults
  ) {
    guard let last = calendar.lastPaid, let first = person.firstPremium(of: last) else { return }
    var sums = CaseResults.Sums()
    sums.people = 1
    for i in first..<person.premiums.count {
      guard person.premiums[i].month == last else { break }
      sums.amount += Int64(person.premiums[i].amount)
    }
    results.lastMonth.add(sums.amount)
    let village = person.roster.first?.village ?? person.memberships.first?.village ?? 0
    totals.villages[Int(village)].add(sums)
    totals.jobs[Int(person.job)].add(sums)
  }
}
