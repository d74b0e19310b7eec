public import Domain

/// The small kinds' records, linked and in the order of their people: what cases are made from.
public struct CaseFile: Sendable {
  /// The records; memberships sorted by person, start and KPJ, claims by number, file and line.
  public var records: RunRecords
  /// Claims that are not cancelled, by person, day of the event and number.
  public internal(set) var claims: ContiguousArray<ClaimCase> = []
  /// What is known of deaths, by person.
  public private(set) var deaths: [UInt32: DeathFact] = [:]
  /// Accepted claim rows that belong to somebody in the city's list.
  public private(set) var linkedClaims = Tally()
  /// Accepted claim rows that belong to nobody there.
  public private(set) var unlinkedClaims = Tally()

  private var name: ContiguousArray<UInt8> = []

  /// Links all memberships and claims of the records.
  public init(_ records: RunRecords, _ linker: inout PersonLinker) {
    self.records = records
    linkMemberships(&linker)
    linkClaims(&linker)
    gatherClaims()
    gatherDeaths()
  }

  private mutating func linkMemberships(_ linker: inout PersonLinker) {
    // By KPJ first, so that people outside the list do not depend on the order of the files.
    let byKPJ = records.memberships.indices.sorted { a, b in
      let (left, right) = (records.memberships[a].kpj.raw, records.memberships[b].kpj.raw)
      return left == right ? a < b : left < right
    }
    for i in byKPJ {
      let record = records.memberships[i]
      records.memberships[i].link = link(
        PersonLinker.Claimant(nik: record.nik, kpj: record.kpj, birthDate: record.birthDate),
        record.name, &linker)
    }
    sortMemberships()
  }

  /// Sorts by person, start, KPJ and place: places first, since a record is large to move.
  private mutating func sortMemberships() {
    struct Key {
      let person: UInt32
      let from: Int32
      let kpj: UInt64
      let place: UInt32
    }
    var keys: ContiguousArray<Key> = []
    keys.reserveCapacity(records.memberships.count)
    for (place, record) in records.memberships.enumerated() {
      keys.append(
        Key(
          person: record.link.person, from: record.from.value?.day ?? 0, kpj: record.kpj.raw,
          place: UInt32(place)))
    }
    keys.sort { a, b in
      if a.person != b.person { return a.person < b.person }
      return (a.from, a.kpj, a.place) < (b.from, b.kpj, b.place)
    }
    records.memberships.move(from: { Int(keys[$0].place) })
  }

  private mutating func linkClaims(_ linker: inout PersonLinker) {
    let texts = records.texts
    records.claims.sort { a, b in
      if !texts.equal(a.number, b.number) { return texts.precedes(a.number, b.number) }
      return a.location < b.location
    }
    for i in records.claims.indices {
      let record = records.claims[i]
      let link = link(
        PersonLinker.Claimant(nik: record.nik, kpj: record.kpj, birthDate: record.birthDate),
        record.name, &linker)
      records.claims[i].link = link
      if record.cancelled { continue }
      if link.isLinked {
        linkedClaims.add(record.amount)
      } else {
        unlinkedClaims.add(record.amount)
      }
    }
  }

  private mutating func link(
    _ claimant: PersonLinker.Claimant, _ name: Text, _ linker: inout PersonLinker
  ) -> Link {
    self.name.removeAll(keepingCapacity: true)
    records.texts.with(name) { span in
      span.withUnsafeBufferPointer { self.name.append(contentsOf: $0) }
    }
    let bytes = self.name
    return linker.link(claimant, name: bytes.span, &records.texts)
  }

  private mutating func gatherClaims() {
    let rows = records.claims
    var first = 0
    while first < rows.count {
      var end = first + 1
      while end < rows.count, records.texts.equal(rows[end].number, rows[first].number) {
        end += 1
      }
      if let claim = claim(of: first..<end) { claims.append(claim) }
      first = end
    }
    markResemblance()
    let texts = records.texts
    claims.sort { a, b in
      if a.link.person != b.link.person { return a.link.person < b.link.person }
      if a.incidentOn != b.incidentOn { return a.incidentOn < b.incidentOn }
      return texts.precedes(a.number, b.number)
    }
  }

  /// Adds up the rows of one claim number; nil where all of them are cancelled.
  private func claim(of rows: Range<Int>) -> ClaimCase? {
    let valid = rows.filter { !records.claims[$0].cancelled }
    // A scholarship may stand under the number of the death that it follows from.
    let main = valid.first { records.claims[$0].programme != .scholarship }
    guard let start = main ?? valid.first else { return nil }
    let first = records.claims[start]
    let isDeath =
      first.programme == .death
      || first.programme == .workAccident
        && rows.contains { records.claims[$0].diedOn.value != nil }
    var claim = ClaimCase(
      number: first.number, firstRow: UInt32(start), programme: first.programme,
      incidentOn: first.incidentOn, link: first.link, isDeath: isDeath, nik: first.nik)
    var funeralAlone = true
    for i in valid {
      let row = records.claims[i]
      claim.paid &+= row.amount
      if row.component.isDeathBenefit {
        claim.deathBenefit &+= row.amount
        claim.benefitRows += 1
      }
      funeralAlone = funeralAlone && row.component == .funeral && row.withoutHeirs
      if claim.repeated == nil, let twin = twin(of: i, from: rows.lowerBound) {
        claim.repeated = (UInt32(twin), UInt32(i))
      }
    }
    claim.isFuneralWithoutHeirs = funeralAlone && claim.benefitRows == 1
    return claim
  }

  /// An earlier row of the claim that pays the same component to the same recipient.
  private func twin(of index: Int, from start: Int) -> Int? {
    let row = records.claims[index]
    return (start..<index).first { i in
      let other = records.claims[i]
      guard !other.cancelled, other.component == row.component,
        records.texts.equal(other.payee, row.payee)
      else { return false }
      guard row.component == .scholarship || row.programme == .scholarship else { return true }
      return other.paidOn.value?.month.year == row.paidOn.value?.month.year
    }
  }

  /// Marks the claims of nobody in the city's list whose name or birth date stands there.
  private mutating func markResemblance() {
    for i in RosterLook.resembling(claims, records) { claims[i].resemblesRoster = true }
  }

  private mutating func gatherDeaths() {
    for (i, claim) in records.claims.enumerated() {
      guard let date = claim.deathDate else {
        if claim.programme == .death, !claim.cancelled {
          note(claim.link.person, nil, RecordRef(.claim, UInt32(i)))
        }
        continue
      }
      let known = deaths[claim.link.person]?.date
      if known.map({ date < $0 }) ?? true {
        deaths[claim.link.person] = DeathFact(date: date, source: RecordRef(.claim, UInt32(i)))
      }
    }
    for (i, claim) in records.claims.enumerated() where claim.saysDead {
      note(claim.link.person, nil, RecordRef(.claim, UInt32(i)))
    }
    for (i, person) in records.roster.enumerated() where person.saysDead {
      note(UInt32(i), person.diedOn.value, RecordRef(.participant, UInt32(i)))
    }
    for (i, member) in records.memberships.enumerated()
    where member.saysDead || member.nameSaysDead {
      let date = member.saysDead ? member.removedOn.value : nil
      note(member.link.person, date, RecordRef(.membership, UInt32(i)))
    }
  }

  /// Notes a death that is not known yet, or whose date is not.
  private mutating func note(_ person: UInt32, _ date: CalendarDate?, _ source: RecordRef) {
    if let known = deaths[person], known.date != nil || date == nil { return }
    deaths[person] = DeathFact(date: date, source: source)
  }
}
