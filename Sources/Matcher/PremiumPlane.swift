public import Domain

/// The payments of a run as Matcher keeps them: 24 bytes each, in partitions by person.
public struct PremiumPlane: Sendable {
  /// A payment row that no uncontradicted exact id ties to the city's list.
  public struct LooseEnd: Sendable {
    /// The row's number over all contribution files.
    public let row: UInt32
    /// How it was linked.
    public let link: Link
  }

  /// How many people share a partition.
  public static let peoplePerPartition = 2048

  /// The payments by partition of their person.
  public internal(set) var partitions: ContiguousArray<ContiguousArray<Premium>> = []
  /// What the rows of each SP2D add up to, by the number's symbol.
  public private(set) var lists: ContiguousArray<ListTotals> = []
  /// What the lists add up to by year and billing code.
  public private(set) var parts: ContiguousArray<ListPart> = []
  /// The rows that `links.csv` shows.
  public internal(set) var looseEnds: ContiguousArray<LooseEnd> = []
  /// The months that have rows.
  public private(set) var months: Set<CoverageMonth> = []
  /// The first row whose name says that the person has died, by person.
  public internal(set) var deathRows: [UInt32: UInt32] = [:]
  /// Rows that belong to somebody in the city's list.
  public internal(set) var linked = Tally()
  /// Rows that belong to nobody there.
  public internal(set) var unlinked = Tally()

  private var lastMonth = CoverageMonth(index: 0)
  private var lastPerson: UInt32 = 0
  private var successors: ContiguousArray<UInt32> = []
  private var partPlaces: [ListPart: Int32] = [:]
  private var yearOfMonth = (index: UInt16.max, year: UInt16(0))

  /// No payments.
  public init() {}

  /// Links a batch's rows and files them under their people.
  ///
  /// In a monthly list the next row's person is most often the one who followed last month: that
  /// guess is verified by both ids before anything is looked up.
  public mutating func add(
    _ rows: borrowing ContiguousArray<ContributionRow>, of batch: borrowing RecordBatch,
    _ linker: inout PersonLinker, _ texts: inout TextArena, reference: CalendarDate
  ) {
    for i in 0..<rows.count {
      let row = rows[i]
      let guess = Int(lastPerson) < successors.count ? successors[Int(lastPerson)] : .max
      let name = batch.bytes.span.extracting(Int(row.name.start)..<Int(row.name.end))
      if linker.confirms(guess, nik: row.nik, kpj: row.kpj) {
        let differs = linker.nameDiffers(name, from: guess, texts)
        file(row, guess, marks: differs ? [.nameDiffers] : [], isListed: true)
        lastPerson = guess
        continue
      }
      let link = linker.link(
        PersonLinker.Claimant(nik: row.nik, kpj: row.kpj, birthDate: .absent), name: name, &texts)
      let differs = linker.nameDiffers(name, from: link.person, texts)
      let isPlain = addExact(row, link, differs, linker, reference)
      remember(link.person, isPlain: isPlain)
    }
  }

  /// Remembers who came next.
  ///
  /// Only a person whose rows carry no mark and are no loose ends may be guessed: a guess asks for
  /// neither.
  private mutating func remember(_ person: UInt32, isPlain: Bool) {
    if isPlain {
      while successors.count <= Int(lastPerson) { successors.append(.max) }
      successors[Int(lastPerson)] = person
    }
    lastPerson = person
  }

  /// Files a row that was linked; says whether there is nothing to be noted of it.
  private mutating func addExact(
    _ row: ContributionRow, _ link: Link, _ nameDiffers: Bool, _ linker: PersonLinker,
    _ reference: CalendarDate
  ) -> Bool {
    var marks: Premium.Marks = nameDiffers ? [.nameDiffers] : []
    if !row.nik.isPresent { marks.insert(.nikAbsent) }
    let known = linker.niks[Int(link.person)]
    if row.nik.isPresent, known != 0, known != row.nik.raw { marks.insert(.nikDiffers) }
    if linker.loose.contains(link.person) { marks.insert(.loose) }
    let isLooseEnd = !link.isLinked || link.contradicted
    if isLooseEnd {
      looseEnds.append(LooseEnd(row: row.row, link: link))
    }
    if row.nik.isPresent, !row.nik.isWellFormed(at: reference) { marks.insert(.nikIllFormed) }
    file(row, link.person, marks: marks, isListed: link.isLinked)
    // A row without the NIK says nothing of the rows that have it.
    return marks.isEmpty && !isLooseEnd && row.nik.raw == known
  }

  private mutating func file(
    _ row: ContributionRow, _ person: UInt32, marks: Premium.Marks, isListed: Bool
  ) {
    let partition = Int(person) / PremiumPlane.peoplePerPartition
    while partitions.count <= partition { addPartition() }
    partitions[partition].append(Premium(row, person: person, marks: marks))
    if row.saysDead {
      deathRows[person] = min(deathRows[person] ?? row.row, row.row)
    }
    while lists.count <= Int(row.sp2d) { lists.append(ListTotals()) }
    lists[Int(row.sp2d)].add(row)
    addPart(row)
    if row.month != lastMonth {
      if row.month.isPresent { months.insert(row.month) }
      lastMonth = row.month
    }
    if isListed { linked.add(Int64(row.amount)) } else { unlinked.add(Int64(row.amount)) }
  }

  /// Adds a partition with room for a payment of each of its people.
  private mutating func addPartition() {
    var rows: ContiguousArray<Premium> = []
    rows.reserveCapacity(PremiumPlane.peoplePerPartition)
    partitions.append(rows)
  }

  /// Adds a row to its list's part; most rows are of the part of the list's row before.
  private mutating func addPart(_ row: ContributionRow) {
    if row.month.index != yearOfMonth.index {
      yearOfMonth = (row.month.index, UInt16(row.month.year))
    }
    var place = Int(lists[Int(row.sp2d)].lastPart)
    if place < 0 || parts[place].billingCode != row.billingCode
      || parts[place].year != yearOfMonth.year
    {
      let key = ListPart(
        sp2d: row.sp2d, billingCode: row.billingCode, year: yearOfMonth.year)
      place = Int(partPlaces[key, default: Int32(parts.count)])
      if place == parts.count {
        partPlaces[key] = Int32(place)
        parts.append(key)
      }
      lists[Int(row.sp2d)].lastPart = Int32(place)
    }
    parts[place].rows += 1
    parts[place].amount &+= Int64(row.amount)
  }

  /// Leaves out the last payment that was filed: a seam for the tests of the books.
  public mutating func dropPremium() {
    if let last = partitions.indices.last(where: { !partitions[$0].isEmpty }) {
      partitions[last].removeLast()
    }
  }
}
