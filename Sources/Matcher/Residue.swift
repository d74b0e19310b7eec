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

  /// The decisions, each once however many people have it.
  private(set) var decisions: ContiguousArray<LateDecision> = []
  private let listed: Int
  /// The decision on a person outside the list, by place among those.
  private(set) var ofPerson: ContiguousArray<UInt32> = []

  /// Decides on all people outside the list.
  init(_ linker: PersonLinker, _ records: RunRecords) {
    let groups = ResidueGroups(linker, records)
    (ofPerson, listed) = (groups.ofPerson, linker.listed)
    var columns = Self.comparisons.map { _ in TextColumn() }
    var keys = TextColumn()
    for person in 0..<linker.listed {
      let village = records.roster[person].village
      linker.write(UInt32(person), village, records, &columns)
      keys.append(Self.key(person))
    }
    var engine = Linker(
      LinkPlan(comparisons: Self.comparisons, cardinality: .manyToOne), left: groups.table,
      right: LinkTable(keys: keys, columns: columns))
    let model = engine.learn()
    let result = engine.link(by: model)
    var found = ContiguousArray<LateDecision?>(repeating: nil, count: groups.table.count)
    for decision in result.decisions {
      let group = engine.left.places[decision.left]
      found[group] = LateDecision(decision, result, engine, model)
    }
    decisions = ContiguousArray(found.compactMap { $0 })
  }

  /// The link of a record, which may lead into the list now.
  func relinked(_ link: Link) -> Link {
    guard Int(link.person) >= listed else { return link }
    let place = ofPerson[Int(link.person) - listed]
    return decisions[Int(place)].link(replacing: link, decision: place + 1)
  }

  /// A person's number as a key that sorts as the number does.
  private static func key(_ person: Int) -> String {
    let digits = "\(person)"
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

/// The people outside the list, those together of whom the same is said.
private struct ResidueGroups {
  private(set) var table: LinkTable
  private(set) var ofPerson: ContiguousArray<UInt32> = []

  init(_ linker: PersonLinker, _ records: RunRecords) {
    var villages: [UInt32: SymbolTable.Symbol] = [:]
    for claim in records.claims where Int(claim.link.person) >= linker.listed {
      if claim.village != 0 { villages[claim.link.person] = claim.village }
    }
    for member in records.memberships where Int(member.link.person) >= linker.listed {
      if member.village != 0 { villages[member.link.person] = member.village }
    }
    var known = Vocabulary()
    table = LinkTable(keys: TextColumn(), columns: (0..<5).map { _ in TextColumn() })
    for person in linker.listed..<linker.count {
      var row = (0..<5).map { _ in TextColumn() }
      linker.write(UInt32(person), villages[UInt32(person)] ?? 0, records, &row)
      let said = ContiguousArray(row.map { $0.string(0) }.joined(separator: "|").utf8)
      let (group, isNew) = known.place(of: said.span)
      ofPerson.append(group)
      guard isNew else { continue }
      table.keys.append(untrimmed: said.span)
      for column in row.indices { table.columns[column].append(row[column].string(0)) }
    }
  }
}

extension PersonLinker {
  /// Writes what is known of a person: name, NIK, KPJ, birth date, village.
  func write(
    _ person: UInt32, _ village: SymbolTable.Symbol, _ records: RunRecords,
    _ columns: inout [TextColumn]
  ) {
    let (nik, kpj, born) = identity(of: person)
    records.texts.with(name(of: person)) { columns[0].append($0) }
    columns[1].append(digits: nik.isNumber ? nik.raw : 0)
    columns[2].append(kpj)
    columns[3].append(born)
    records.villages.with(village) { columns[4].append($0) }
  }
}
