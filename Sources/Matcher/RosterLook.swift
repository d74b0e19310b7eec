internal import Domain

/// Says which claims of nobody in the city's list have a name or birth date that stands there.
///
/// The claims are the few: their names are kept, the list is gone through once.
struct RosterLook {
  private var births: Set<DateCell> = []
  /// The last claim under a folded name's hash; `earlier` leads to the others.
  private var names: [UInt64: Int] = [:]
  private var earlier: [Int: Int] = [:]
  private var folded = FoldedName()

  /// The places of those claims whose name or birth date stands in the list.
  static func resembling(
    _ claims: ContiguousArray<ClaimCase>, _ records: RunRecords
  ) -> Set<Int> {
    var look = RosterLook()
    var found: Set<Int> = []
    let unlinked = claims.indices.filter { !claims[$0].link.isLinked }
    for i in unlinked { look.add(records.claims[Int(claims[i].firstRow)], i, records) }
    guard !unlinked.isEmpty else { return found }
    var births: Set<DateCell> = []
    for person in records.roster {
      if look.births.contains(person.birthDate) { births.insert(person.birthDate) }
      var claim = look.claim(named: person.name, records)
      while let index = claim {
        found.insert(index)
        claim = look.earlier[index]
      }
    }
    for i in unlinked
    where births.contains(records.claims[Int(claims[i].firstRow)].birthDate) {
      found.insert(i)
    }
    return found
  }

  private mutating func add(_ claim: ClaimRecord, _ index: Int, _ records: RunRecords) {
    if claim.birthDate.value != nil { births.insert(claim.birthDate) }
    let hash = hash(of: claim.name, records.texts)
    if !folded.words.isEmpty { earlier[index] = names.updateValue(index, forKey: hash) }
  }

  private mutating func claim(named name: Text, _ records: RunRecords) -> Int? {
    names[hash(of: name, records.texts)]
  }

  private mutating func hash(of name: Text, _ texts: TextArena) -> UInt64 {
    texts.with(name) { folded.fold($0) }
    return Bytes.hash(of: folded.bytes.span)
  }
}
