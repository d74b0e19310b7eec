internal import Domain

/// The names and birth dates of the city's list, to see whether a claim's stands among them.
struct RosterLook {
  private var births: Set<DateCell> = []
  private var names: Set<ContiguousArray<UInt8>> = []
  private var folded = FoldedName()

  /// The names and birth dates of a run's roster.
  init(_ records: RunRecords) {
    births.reserveCapacity(records.roster.count)
    names.reserveCapacity(records.roster.count)
    for person in records.roster {
      if person.birthDate.value != nil { births.insert(person.birthDate) }
      records.texts.with(person.name) { folded.fold($0) }
      names.insert(folded.bytes)
    }
  }

  /// Whether the claim's birth date or folded name stands in the list.
  mutating func shows(_ claim: ClaimRecord, _ texts: TextArena) -> Bool {
    if claim.birthDate.value != nil, births.contains(claim.birthDate) { return true }
    texts.with(claim.name) { folded.fold($0) }
    return !folded.words.isEmpty && names.contains(folded.bytes)
  }
}
