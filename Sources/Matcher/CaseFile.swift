public import Domain

/// The small kinds' records, linked and in the order of their people: what cases are made from.
public struct CaseFile: Sendable {
  /// The records; memberships sorted by person, start and KPJ, claims by number, file and line.
  public var records = RunRecords()
  /// Claims that are not cancelled, by person, day of the event and number.
  public internal(set) var claims: ContiguousArray<ClaimCase> = []
  /// What is known of deaths, by person.
  public private(set) var deaths: [UInt32: DeathFact] = [:]
  /// Accepted claim rows that belong to somebody in the city's list.
  public private(set) var linkedClaims = Tally()
  /// Accepted claim rows that belong to nobody there.
  public private(set) var unlinkedClaims = Tally()

  /// What probability says of those whom exact ids do not name.
  public internal(set) var decisions = LinkDecisions()
  /// Which of these a membership rests on, from 1, by its place: few have one.
  public internal(set) var membershipDecisions: [UInt32: UInt32] = [:]

  private var name: ContiguousArray<UInt8> = []

  /// Links all memberships and claims of the records.
  public init(_ records: RunRecords, _ linker: inout PersonLinker) {
    var records = records
    self.init(taking: &records, &linker)
  }

  /// The same of records that are taken: nothing else may hold them, or changing them copies them.
  public init(taking records: inout RunRecords, _ linker: inout PersonLinker) {
    swap(&self.records, &records)
    linkMemberships(&linker)
    sortMemberships(people: linker.count)
    linkClaims(&linker)
    gatherClaims()
    gatherDeaths()
  }

  /// Links first what both ids of a person confirm, which depends on no order; then the others by
  /// KPJ, so that people outside the list do not depend on the order of the files.
  private mutating func linkMemberships(_ linker: inout PersonLinker) {
    var others = linkConfirmed(&linker)
    linker.reserve(others.count)
    // Whom the list names first: what is learnt of them may name the others.
    var left = 0
    for i in others.indices {
      let place = Int(others[i])
      if linker.knows(claimant(ofMembership: place)) {
        linkMembership(place, &linker)
      } else {
        others[left] = others[i]
        left += 1
      }
    }
    for place in others[..<left] { linkMembership(Int(place), &linker) }
  }

  /// Links the memberships that both ids of a person confirm; gives where the others are, by KPJ.
  private mutating func linkConfirmed(_ linker: inout PersonLinker) -> ContiguousArray<UInt32> {
    var others: ContiguousArray<UInt32> = []
    for place in records.memberships.indices {
      let record = records.memberships[place]
      if let link = linker.confirmed(nik: record.nik, kpj: record.kpj) {
        set(link, ofMembership: place, &linker)
      } else {
        others.append(UInt32(place))
      }
    }
    var byKPJ = PlacesByNumber(room: others.count)
    for place in others { byKPJ.add(records.memberships[Int(place)].kpj.raw) }
    var ordered = byKPJ.takeSorted { $0 < $1 }
    for i in ordered.indices { ordered[i] = others[Int(ordered[i])] }
    return ordered
  }

  private func claimant(ofMembership place: Int) -> PersonLinker.Claimant {
    let record = records.memberships[place]
    return PersonLinker.Claimant(nik: record.nik, kpj: record.kpj, birthDate: record.birthDate)
  }

  private mutating func linkMembership(_ place: Int, _ linker: inout PersonLinker) {
    let claimant = claimant(ofMembership: place)
    let link = link(claimant, records.memberships[place].name, &linker)
    linker.learn(claimant, of: link)
    set(link, ofMembership: place, &linker)
  }

  private mutating func set(
    _ link: Link, ofMembership place: Int, _ linker: inout PersonLinker
  ) {
    records.memberships[place].link = link
    records.memberships[place].nameDiffers = records.texts.with(
      records.memberships[place].name
    ) { linker.nameDiffers($0, from: link.person, records.texts) }
  }

  /// Sorts by person, start, KPJ and place: places first, since a record is large to move.
  mutating func sortMemberships(people: Int) {
    let absent = CalendarDate(day: 0)
    let places = PlacesByPerson.sorted(
      records.memberships.count, people: people, person: { records.memberships[$0].link.person }
    ) { a, b in
      let (left, right) = (records.memberships[a], records.memberships[b])
      let (start, other) = (left.from.value ?? absent, right.from.value ?? absent)
      if start != other { return start < other }
      return (left.kpj.raw, a) < (right.kpj.raw, b)
    }
    if !membershipDecisions.isEmpty {
      let before = membershipDecisions
      membershipDecisions = [:]
      for (place, old) in places.enumerated() {
        if let decision = before[old] { membershipDecisions[UInt32(place)] = decision }
      }
    }
    records.memberships.move(from: { Int(places[$0]) })
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
    var claimant = claimant
    claimant.keptName = name
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
