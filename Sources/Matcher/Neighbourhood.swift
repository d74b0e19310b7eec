public import Domain
public import Rules

/// Gathers what other people's records and the civil registry say of each person.
///
/// Only people of whom anything is said are in it: most runs have few.
public struct Neighbourhood {
  /// What is said, by person.
  public private(set) var facts: [UInt32: SharedFacts] = [:]

  private let records: RunRecords
  private let deaths: [UInt32: DeathFact]

  /// Gathers the facts of a run; `quota` says how many people a kelurahan may enrol.
  public init(
    _ file: CaseFile, _ linker: inout PersonLinker, quota: [String: Int], villages: VillageTable
  ) {
    (records, deaths) = (file.records, file.deaths)
    addNamesakes(file, &linker)
    addFamilies()
    addDoubtfulDeaths(file)
    if !quota.isEmpty { addQuotas(quota, villages) }
    if !records.registry.isEmpty { addRegistry(linker) }
  }

  private mutating func addNamesakes(_ file: CaseFile, _ linker: inout PersonLinker) {
    for (person, first) in linker.namesakes(records.texts) {
      facts[person, default: SharedFacts()].nik = NIK(raw: linker.niks[Int(person)])
      facts[person, default: SharedFacts()].firstOfNIK = record(of: first, file, linker)
    }
  }

  /// The record under which a person came to be known.
  private func record(of person: UInt32, _ file: CaseFile, _ linker: PersonLinker) -> RecordRef {
    if Int(person) < linker.listed { return RecordRef(.participant, person) }
    let place = records.memberships.partitioningIndex { $0.link.person >= person }
    if place < records.memberships.count, records.memberships[place].link.person == person {
      return RecordRef(.membership, UInt32(place))
    }
    if let place = records.claims.firstIndex(where: { $0.link.person == person }) {
      return RecordRef(.claim, UInt32(place))
    }
    return .none
  }

  /// Whose death a claim may tell that is nobody's for sure: the earliest such day.
  private mutating func addDoubtfulDeaths(_ file: CaseFile) {
    for claim in records.claims where claim.link.tier == .ambiguous {
      guard let day = claim.deathDate, let decision = file.decisions[claim.link] else { continue }
      for case let candidate? in [decision.best, decision.second]
      where candidate.probability >= Witnesses.doubt {
        let known = facts[candidate.person]?.mayHaveDiedOn
        facts[candidate.person, default: SharedFacts()].mayHaveDiedOn = min(known ?? day, day)
      }
    }
  }

  // MARK: Families

  /// Whoever is listed at the same time as an earlier holder of the family card's place.
  private mutating func addFamilies() {
    var holders: [UInt64: [UInt32]] = [:]
    for (place, person) in records.roster.enumerated() {
      let card = person.familyCard
      guard card.isPresent, card != person.nik else { continue }
      let first = holders[card.raw]?.first { isListedWith(Int($0), place) }
      guard let first else {
        holders[card.raw, default: []].append(UInt32(place))
        continue
      }
      facts[UInt32(place), default: SharedFacts()].firstOfFamily = RecordRef(.participant, first)
    }
  }

  /// Whether two people of the list are on it at the same time, and are two.
  private func isListedWith(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (records.roster[first], records.roster[second])
    if a.nik.isNumber, a.nik == b.nik { return false }
    return start(of: first) <= end(of: second) && start(of: second) <= end(of: first)
  }

  private func start(of place: Int) -> Int32 { records.roster[place].from.value?.day ?? .min }

  /// The last day on the list: its end or the death, whichever is first.
  private func end(of place: Int) -> Int32 {
    let died = deaths[UInt32(place)]?.date?.day ?? .max
    return min(records.roster[place].until.value?.day ?? .max, died)
  }

  // MARK: Quotas

  private mutating func addQuotas(_ quota: [String: Int], _ villages: VillageTable) {
    func name(_ text: String) -> String { villages.canonicalName(of: text) ?? text }
    let limits = Dictionary(quota.map { (name($0.key), $0.value) }, uniquingKeysWith: min)
    let names = (0..<records.villages.count).map {
      name(records.villages.string(SymbolTable.Symbol($0)))
    }
    var people: [String: [Int]] = [:]
    for (place, person) in records.roster.enumerated() where person.village != 0 {
      let village = names[Int(person.village)]
      if limits[village] != nil { people[village, default: []].append(place) }
    }
    for (village, limit) in limits { enrol(people[village] ?? [], limit) }
  }

  /// Gives the places of a kelurahan in the order of the starts, then of the ids.
  private mutating func enrol(_ people: [Int], _ limit: Int) {
    let ordered = people.sorted { a, b in
      let (left, right) = (start(of: a), start(of: b))
      return left == right ? a < b : left < right
    }
    var (ends, beyond): ([Int32], [Int32]) = ([], [])
    for place in ordered {
      let start = start(of: place)
      ends.removeAll { $0 < start }
      beyond.removeAll { $0 < start }
      if ends.count < limit {
        ends.append(end(of: place))
        continue
      }
      beyond.append(end(of: place))
      facts[UInt32(place), default: SharedFacts()].beyondQuota = SharedFacts.QuotaPlace(
        limit: Int32(clamping: limit), place: Int32(clamping: limit + beyond.count))
    }
  }

  // MARK: Registry

  private mutating func addRegistry(_ linker: PersonLinker) {
    var rows: [UInt64: UInt32] = [:]
    for (row, record) in records.registry.enumerated() where record.status != .alive {
      if rows[record.nik.raw] == nil { rows[record.nik.raw] = UInt32(row) }
    }
    guard !rows.isEmpty else { return }
    for (person, nik) in linker.niks.enumerated() {
      guard let row = rows[nik] else { continue }
      facts[UInt32(person), default: SharedFacts()].registry = records.registry[Int(row)]
      facts[UInt32(person), default: SharedFacts()].registryRow = row
    }
  }
}
