internal import Domain

/// What exact ids leave over, linked to the city's list by probability (design: section 6.2).
///
/// A left row is a person outside the list with one set of values: what records that share an
/// uncontradicted id say is said once.
struct Residue {
  /// What is compared: the columns that records of all kinds can have.
  private static let comparisons = [
    Comparison(name: "name", kind: .name), Comparison(name: "nik", kind: .id),
    Comparison(name: "kpj", kind: .id), Comparison(name: "birthDate", kind: .date),
    Comparison(name: "village", kind: .category),
  ]

  static let witnesses = Witnesses(comparisons: comparisons)

  /// The decisions, each once however many people have it.
  private(set) var decisions = LinkDecisions()
  private let listed: Int
  /// The decision on a person outside the list, by place among those.
  private(set) var ofPerson: ContiguousArray<UInt32> = []
  /// The decision on a membership whose link is doubted, from 1, by its place.
  let ofMembership: [UInt32: UInt32]

  /// Decides on all people outside the list and all records whose link is doubted.
  init(_ linker: PersonLinker, _ records: inout RunRecords) {
    let groups = ResidueGroups(linker, &records)
    (ofPerson, ofMembership, listed) = (groups.ofPerson, groups.ofMembership, linker.listed)
    var columns = Self.comparisons.map { _ in TextColumn() }
    var keys = TextColumn()
    for person in 0..<linker.listed {
      let village = records.roster[person].village
      let (identity, name) = (
        linker.identity(of: UInt32(person)), linker.name(of: UInt32(person))
      )
      Self.write(identity, name, village, records, &columns)
      keys.append(Self.key(person))
    }
    var engine = Linker(
      LinkPlan(comparisons: Self.comparisons, cardinality: .manyToOne), left: groups.table,
      right: LinkTable(keys: keys, columns: columns))
    let model = engine.learn()
    let result = engine.link(by: model)
    let scorer = PairScorer(model, engine.values, engine.plan.cardinality)
    let none = LinkDecisions.Decision(tier: .none, best: nil, second: nil)
    var found = ContiguousArray(repeating: none, count: groups.table.count)
    var names = linker
    for decision in result.decisions {
      let group = engine.left.places[decision.left]
      var late = LinkDecisions.Decision(decision, engine, scorer)
      late.tier = groups.table.columns[0].with(group) { name in
        Self.witnesses.tier(of: late) { names.isAnother(name, than: $0, records.texts) }
      }
      found[group] = late
    }
    decisions = LinkDecisions(
      comparisons: Self.comparisons.map { comparison in
        LinkDecisions.Comparison(what: comparison.name, levels: comparison.levels.map(\.name))
      },
      prior: engine.priorWeight(model), decisions: found)
  }

  /// The link of a record, which may lead into the list now.
  func relinked(_ link: Link) -> Link {
    if link.isDoubted { return decisions[link]?.link(doubting: link) ?? link }
    guard Int(link.person) >= listed else { return link }
    var late = link
    late.decision = ofPerson[Int(link.person) - listed] + 1
    return decisions[late]?.link(replacing: link, decision: late.decision) ?? link
  }

  /// A person's number as a key that sorts as the number does.
  private static func key(_ person: Int) -> String {
    let digits = "\(person)"
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

/// Those of whom nothing is sure, together where the same is said of them.
private struct ResidueGroups {
  private(set) var table = LinkTable(
    keys: TextColumn(), columns: (0..<5).map { _ in TextColumn() })
  private(set) var ofPerson: ContiguousArray<UInt32> = []
  private(set) var ofMembership: [UInt32: UInt32] = [:]
  private var known = Vocabulary()
  /// Room for what is said of one of them.
  private var row = (0..<5).map { _ in TextColumn() }
  private var said: ContiguousArray<UInt8> = []

  /// People outside the list, and records whose link is doubted; these learn their decision.
  init(_ linker: PersonLinker, _ records: inout RunRecords) {
    var villages: [UInt32: SymbolTable.Symbol] = [:]
    for i in records.claims.indices {
      let claim = records.claims[i]
      note(claim.link.person, claim.village, linker, &villages)
      guard claim.link.isDoubted else { continue }
      records.claims[i].link.decision =
        1 + add((claim.nik, claim.kpj, claim.birthDate), claim.name, claim.village, records)
    }
    for i in records.memberships.indices {
      let member = records.memberships[i]
      note(member.link.person, member.village, linker, &villages)
      guard member.link.isDoubted else { continue }
      ofMembership[UInt32(i)] =
        1 + add((member.nik, member.kpj, member.birthDate), member.name, member.village, records)
    }
    for person in UInt32(linker.listed)..<UInt32(linker.count) {
      let (identity, name) = (linker.identity(of: person), linker.name(of: person))
      ofPerson.append(add(identity, name, villages[person] ?? 0, records))
    }
  }

  private func note(
    _ person: UInt32, _ village: SymbolTable.Symbol, _ linker: PersonLinker,
    _ villages: inout [UInt32: SymbolTable.Symbol]
  ) {
    if Int(person) >= linker.listed, village != 0 { villages[person] = village }
  }

  /// The group of what is said of somebody.
  private mutating func add(
    _ identity: (nik: NIK, kpj: KPJ, birthDate: DateCell), _ name: Text,
    _ village: SymbolTable.Symbol, _ records: RunRecords
  ) -> UInt32 {
    said.removeAll(keepingCapacity: true)
    for column in row.indices { row[column].removeAll() }
    Residue.write(identity, name, village, records, &row)
    for column in row {
      column.with(0) { text in for i in 0..<text.count { said.append(text[i]) } }
      said.append(0x7c)
    }
    let bytes = said
    let (group, isNew) = known.place(of: bytes.span)
    if isNew {
      table.keys.append(untrimmed: bytes.span)
      for column in row.indices { row[column].with(0) { table.columns[column].append($0) } }
    }
    return group
  }
}

extension Residue {
  /// Writes what is known of a person: name, NIK, KPJ, birth date, village.
  fileprivate static func write(
    _ identity: (nik: NIK, kpj: KPJ, birthDate: DateCell), _ name: Text,
    _ village: SymbolTable.Symbol, _ records: RunRecords, _ columns: inout [TextColumn]
  ) {
    records.texts.with(name) { columns[0].append($0) }
    columns[1].append(digits: identity.nik.isNumber ? identity.nik.raw : 0)
    columns[2].append(identity.kpj)
    columns[3].append(identity.birthDate)
    records.villages.with(village) { columns[4].append($0) }
  }
}
