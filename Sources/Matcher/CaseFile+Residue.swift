internal import Domain

extension CaseFile {
  /// Links by probability the records that exact ids link to nobody in the city's list.
  ///
  /// Costs nothing where there are none.
  public mutating func linkResidue(_ linker: inout PersonLinker, _ plane: inout PremiumPlane) {
    let isDoubted =
      records.claims.contains { $0.link.isDoubted }
      || records.memberships.contains { $0.link.isDoubted }
    guard linker.listed > 0, isDoubted || linker.count > linker.listed else { return }
    let residue = Residue(linker, &records)
    decisions = residue.decisions
    relinkMemberships(&linker, residue)
    for i in records.claims.indices {
      records.claims[i].link = residue.relinked(records.claims[i].link)
    }
    plane.relink(&linker, records.texts, residue)
    gatherAgain()
  }

  private mutating func relinkMemberships(_ linker: inout PersonLinker, _ residue: Residue) {
    for i in records.memberships.indices {
      var link = records.memberships[i].link
      link.decision = residue.ofMembership[UInt32(i)] ?? 0
      link = residue.relinked(link)
      if link.decision > 0 { membershipDecisions[UInt32(i)] = link.decision }
      records.memberships[i].link = link
      guard link.method == .probabilistic else { continue }
      let name = ContiguousArray(records.texts.string(records.memberships[i].name).utf8)
      records.memberships[i].nameDiffers = linker.nameDiffers(
        name.span, from: link.person, records.texts)
    }
    sortMemberships(people: linker.count)
  }
}

extension PremiumPlane {
  /// Files payments anew whose person is found in the list after all.
  ///
  /// A payment that is only suggested to be somebody's proves nothing of them: it stays where it
  /// is, marked as undecided, and `links.csv` names the suggestion.
  mutating func relink(
    _ linker: inout PersonLinker, _ texts: borrowing TextArena, _ residue: Residue
  ) {
    var late: [UInt32: Link] = [:]
    var undecided: Set<UInt32> = []
    for place in looseEnds.indices {
      let link = residue.relinked(looseEnds[place].link)
      looseEnds[place] = LooseEnd(row: looseEnds[place].row, link: link)
      if link.method == .probabilistic, link.tier == .auto { late[looseEnds[place].row] = link }
      if link.tier == .suggested || link.tier == .ambiguous {
        undecided.insert(looseEnds[place].row)
      }
    }
    guard !late.isEmpty || !undecided.isEmpty else { return }
    let first = linker.listed / PremiumPlane.peoplePerPartition
    for partition in first..<max(first, partitions.count) {
      for place in partitions[partition].indices
      where undecided.contains(partitions[partition][place].row) {
        partitions[partition][place].marks.insert(.undecided)
      }
      let moved = partitions[partition].filter { late[$0.row] != nil }
      guard !moved.isEmpty else { continue }
      partitions[partition].removeAll { late[$0.row] != nil }
      for premium in moved {
        if let link = late[premium.row] { move(premium, to: link.person, &linker, texts) }
      }
    }
  }

  private mutating func move(
    _ premium: Premium, to person: UInt32, _ linker: inout PersonLinker,
    _ texts: borrowing TextArena
  ) {
    var premium = premium
    let (nik, _, _) = linker.identity(of: premium.person)
    let known = linker.niks[Int(person)]
    premium.marks.remove([.loose, .nikDiffers])
    if nik.isPresent, known != 0, known != nik.raw { premium.marks.insert(.nikDiffers) }
    let name = ContiguousArray(texts.string(linker.name(of: premium.person)).utf8)
    if linker.nameDiffers(name.span, from: person, texts) { premium.marks.insert(.nameDiffers) }
    if deathRows[premium.person] == premium.row {
      deathRows[premium.person] = nil
      deathRows[person] = min(deathRows[person] ?? premium.row, premium.row)
    }
    premium.person = person
    let partition = Int(person) / PremiumPlane.peoplePerPartition
    while partitions.count <= partition { partitions.append([]) }
    partitions[partition].append(premium)
    linked.add(Int64(premium.amount))
    unlinked.remove(Int64(premium.amount))
  }
}
