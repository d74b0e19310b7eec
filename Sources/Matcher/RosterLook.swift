internal import Domain

/// The names and birth dates of the city's list, to see whether a claim's stands among them.
struct RosterLook {
  private var births: Set<DateCell> = []
  /// Hashes of the folded names; made when the first claim's birth date is not in the list.
  private var names: Set<UInt64>?
  private var folded = FoldedName()

  /// The birth dates of a run's roster.
  init(_ records: RunRecords) {
    for person in records.roster where person.birthDate.value != nil {
      births.insert(person.birthDate)
    }
  }

  /// Whether the claim's birth date or folded name stands in the list.
  mutating func shows(_ claim: ClaimRecord, _ records: RunRecords) -> Bool {
    if claim.birthDate.value != nil, births.contains(claim.birthDate) { return true }
    if names == nil {
      names = Set(records.roster.map { hash(of: $0.name, records.texts) })
    }
    let own = hash(of: claim.name, records.texts)
    return !folded.words.isEmpty && names?.contains(own) == true
  }

  private mutating func hash(of name: Text, _ texts: TextArena) -> UInt64 {
    texts.with(name) { folded.fold($0) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
