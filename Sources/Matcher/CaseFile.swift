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

  /// What probability says of those whom exact ids do not name.
  public internal(set) var decisions: ContiguousArray<LateDecision> = []

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
      let claimant = PersonLinker.Claimant(
        nik: record.nik, kpj: record.kpj, birthDate: record.birthDate)
      records.memberships[i].link = link(claimant, record.name, &linker)
      linker.learn(claimant, of: records.memberships[i].link)
      let person = records.memberships[i].link.person
      records.memberships[i].nameDiffers = linker.nameDiffers(
        name.span, from: person, records.texts)
    }
    sortMemberships()
  }

  /// Sorts by person, start, KPJ and place: places first, since a record is large to move.
  mutating func sortMemberships() {
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
    }
    countClaims()
  }

  private mutating func countClaims() {
    (linkedClaims, unlinkedClaims) = (Tally(), Tally())
    for record in records.claims where !record.cancelled {
      if record.link.isLinked {
        linkedClaims.add(record.amount)
      } else {
        unlinkedClaims.add(record.amount)
      }
    }
  }

  /// Makes the cases anew once records have come to other people.
  mutating func gatherAgain() {
    (claims, deaths) = ([], [:])
    countClaims()
    gatherClaims()
    gatherDeaths()
  }

  private mutating func link(
    _ claimant: PersonLinker.Claimant, _ name: Text, _ linker: inout PersonLinker
  ) -> Link {
    self.name.removeAll(keepingCapacity: true)
    records.texts.with(name) { span in
      span.withUnsafeBufferPointer { self.name.append(contentsOf: $0) }
    }
    let bytes = self.name
    var link = linker.link(claimant, name: bytes.span, &records.texts)
    link.isDoubted = linker.isDoubted(link, claimant, name: bytes.span, records.texts)
    return link
  }

  private mutating func gatherDeaths() {
    gatherClaimedDeaths { $0.diedOn.value }
    let stated = Set(deaths.keys)
    gatherClaimedDeaths { stated.contains($0.link.person) ? nil : $0.deathDate }
    for (i, claim) in records.claims.enumerated() where claim.saysDead || claim.isUndatedDeath {
      note(claim.link, nil, RecordRef(.claim, UInt32(i)))
    }
    for (i, person) in records.roster.enumerated() where person.saysDead {
      let link = Link(person: UInt32(i), tier: .auto)
      note(link, person.diedOn.value, RecordRef(.participant, UInt32(i)))
    }
    for (i, member) in records.memberships.enumerated()
    where member.saysDead || member.nameSaysDead {
      let date = member.saysDead ? member.removedOn.value : nil
      note(member.link, date, RecordRef(.membership, UInt32(i)))
    }
  }

  /// Takes in the deaths that the names of payments tell.
  public mutating func gatherDeaths(of plane: PremiumPlane) {
    for (person, row) in plane.deathRows where deaths[person] == nil {
      deaths[person] = DeathFact(date: nil, source: RecordRef(.contribution, row))
    }
  }

  /// Takes the earliest of the days that a person's claims state of the death.
  private mutating func gatherClaimedDeaths(_ day: (ClaimRecord) -> CalendarDate?) {
    for (i, claim) in records.claims.enumerated() {
      guard let date = day(claim) else { continue }
      // A death that is sure comes before one that is only suggested.
      let isSuggested = claim.link.tier == .suggested
      let known = deaths[claim.link.person]
      let isSurer = known.map { $0.isSuggested && !isSuggested } ?? true
      let isAsSure = known.map { $0.isSuggested == isSuggested } ?? true
      if isSurer || isAsSure && known?.date.map({ date < $0 }) ?? true {
        deaths[claim.link.person] = DeathFact(
          date: date, source: RecordRef(.claim, UInt32(i)),
          isSuggested: isSuggested)
      }
    }
  }

  /// Notes a death that is not known yet, or whose date is not.
  private mutating func note(_ link: Link, _ date: CalendarDate?, _ source: RecordRef) {
    if let known = deaths[link.person], known.date != nil || date == nil { return }
    deaths[link.person] = DeathFact(
      date: date, source: source, isSuggested: link.tier == .suggested)
  }
}
