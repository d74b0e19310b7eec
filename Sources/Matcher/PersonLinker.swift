public import Domain

/// Says whose a record is: exact NIK, exact KPJ, each refused when the rest contradicts it.
///
/// People of the city's list come first and have their row's number; whoever the ids of a record
/// name outside it comes behind (design: section 6.1; contract: section 6).
public struct PersonLinker: Sendable {
  /// How many people the city lists.
  public let listed: Int
  /// The NIK of each person, raw.
  public private(set) var niks: ContiguousArray<UInt64> = []
  /// The KPJ of each person, raw.
  public private(set) var kpjs: ContiguousArray<UInt64> = []
  /// Whether no id ties a person to anything else: one record's own case.
  public private(set) var loose: Set<UInt32> = []

  private var births: ContiguousArray<DateCell> = []
  private var names: ContiguousArray<Text> = []
  private var byNIK: IDTable
  private var byKPJ: IDTable
  /// Further KPJs of listed people, of which the list knows another.
  private var furtherKPJs: [UInt64: UInt32] = [:]
  private var folded = (FoldedName(), FoldedName())

  /// What a record says of who it is about.
  public struct Claimant {
    /// The identity number.
    public var nik: NIK
    /// The membership number.
    public var kpj: KPJ
    /// The birth date.
    public var birthDate: DateCell
    /// The name, where the run's texts have it already: it is not kept twice.
    public var keptName = Text.absent

    /// What a record says.
    public init(nik: NIK, kpj: KPJ, birthDate: DateCell) {
      (self.nik, self.kpj, self.birthDate) = (nik, kpj, birthDate)
    }
  }

  /// A linker that knows the people of the city's list.
  public init(roster: borrowing ContiguousArray<RosterRecord>) {
    listed = roster.count
    byNIK = IDTable(capacity: roster.count)
    byKPJ = IDTable(capacity: roster.count)
    reserve(roster.count)
    for i in 0..<roster.count {
      let record = roster[i]
      add(
        Claimant(nik: record.nik, kpj: record.kpj, birthDate: record.birthDate), record.name)
    }
  }

  /// How many people there are.
  public var count: Int { niks.count }

  /// The ids and the birth date of a person.
  func identity(of person: UInt32) -> (nik: NIK, kpj: KPJ, birthDate: DateCell) {
    let place = Int(person)
    return (NIK(raw: niks[place]), KPJ(raw: kpjs[place]), births[place])
  }

  /// The name of a person, as written.
  func name(of person: UInt32) -> Text { names[Int(person)] }

  /// Makes room for as many more people: what grows step by step leaves its steps behind.
  mutating func reserve(_ more: Int) {
    let people = count + more
    niks.reserveCapacity(people)
    kpjs.reserveCapacity(people)
    births.reserveCapacity(people)
    names.reserveCapacity(people)
    byNIK.reserve(people, in: niks)
    byKPJ.reserve(people, in: kpjs)
  }

  private mutating func add(_ claimant: Claimant, _ name: Text) {
    let person = UInt32(niks.count)
    niks.append(claimant.nik.raw)
    kpjs.append(claimant.kpj.raw)
    births.append(claimant.birthDate)
    names.append(name)
    if claimant.nik.isNumber { byNIK.add(person, in: niks) }
    if claimant.kpj.isPresent { byKPJ.add(person, in: kpjs) }
  }

  /// The person whose NIK and KPJ both are the record's, if the guess is right.
  @inline(__always)
  public func confirms(_ guess: UInt32, nik: NIK, kpj: KPJ) -> Bool {
    Int(guess) < niks.count && niks[Int(guess)] == nik.raw && kpjs[Int(guess)] == kpj.raw
      && kpj.isPresent && nik.isNumber
  }

  /// The link of a record whose NIK and KPJ both are those of a listed person, the first under
  /// that NIK: nothing that is learned of others changes it.
  public func confirmed(nik: NIK, kpj: KPJ) -> Link? {
    guard nik.isNumber, let first = byNIK.first(nik.raw, in: niks), Int(first) < listed,
      confirms(first, nik: nik, kpj: kpj)
    else { return nil }
    return found(first, .nik, contradicted: false)
  }

  /// Links a record; one that no known person can be becomes a person outside the list.
  public mutating func link(
    _ claimant: Claimant, name: Span<UInt8>, _ texts: inout TextArena
  ) -> Link {
    let first = claimant.nik.isNumber ? byNIK.first(claimant.nik.raw, in: niks) : nil
    if let first, confirms(first, nik: claimant.nik, kpj: claimant.kpj) {
      return found(first, .nik, contradicted: false)
    }
    let nik = accepted(first, by: .nik, claimant, name, texts)
    let named = claimant.kpj.isPresent ? holder(of: claimant.kpj) : nil
    let kpj = accepted(named, by: .kpj, claimant, name, texts)
    let contradicted = first != nil && nik == nil || named != nil && kpj == nil
    switch (nik, kpj) {
    case (let a?, let b?) where a != b:
      let (isA, isB) = (
        compare(name, a, texts) == .equal, compare(name, b, texts) == .equal
      )
      let isNIKs = isA == isB ? Int(a) < listed && Int(b) >= listed : isA
      return found(isNIKs ? a : b, isNIKs ? .nik : .kpj, contradicted: true)
    case (let a?, _): return found(a, .nik, contradicted: contradicted)
    case (nil, let b?): return found(b, .kpj, contradicted: contradicted)
    case (nil, nil):
      let person = UInt32(niks.count)
      if contradicted || !claimant.nik.isNumber && !claimant.kpj.isPresent {
        loose.insert(person)
      }
      add(claimant, claimant.keptName.isPresent ? claimant.keptName : texts.add(name))
      return Link(person: person, contradicted: contradicted)
    }
  }

  /// Whether a NIK that linked a record has the name against it and nothing for it.
  ///
  /// The birth date is no witness: it stands in the NIK, and in that of each neighbour by a digit.
  mutating func isDoubted(
    _ link: Link, _ claimant: Claimant, name: Span<UInt8>, _ texts: borrowing TextArena
  ) -> Bool {
    let isConfirmed = claimant.kpj.isPresent && kpjs[Int(link.person)] == claimant.kpj.raw
    guard link.method == .nik, !isConfirmed else { return false }
    return compare(name, link.person, texts) == .different
  }

  private func holder(of kpj: KPJ) -> UInt32? {
    byKPJ.first(kpj.raw, in: kpjs) ?? (furtherKPJs.isEmpty ? nil : furtherKPJs[kpj.raw])
  }

  /// Whether an id of a record is that of a person who is known.
  func knows(_ claimant: Claimant) -> Bool {
    claimant.nik.isNumber && byNIK.first(claimant.nik.raw, in: niks) != nil
      || claimant.kpj.isPresent && holder(of: claimant.kpj) != nil
  }

  /// Learns the ids that a membership gives a person beside the one it was linked by.
  ///
  /// A city's list often carries one kind of id alone, and the other side's records the other; a
  /// person may have several KPJs.
  public mutating func learn(_ claimant: Claimant, of link: Link) {
    guard !link.contradicted else { return }
    let person = Int(link.person)
    if claimant.kpj.isPresent, holder(of: claimant.kpj) == nil {
      if KPJ(raw: kpjs[person]).isPresent {
        furtherKPJs[claimant.kpj.raw] = link.person
      } else {
        kpjs[person] = claimant.kpj.raw
        byKPJ.add(link.person, in: kpjs)
      }
    }
    if claimant.nik.isNumber, !NIK(raw: niks[person]).isNumber {
      niks[person] = claimant.nik.raw
      byNIK.add(link.person, in: niks)
    }
  }

  /// Gives back the room of what finds and compares people, once nothing is linked any more: their
  /// ids are left.
  public mutating func endLinking() {
    (byNIK, byKPJ, furtherKPJs) = (IDTable(capacity: 0), IDTable(capacity: 0), [:])
    (births, names) = ([], [])
  }

  /// Whether a name is another than a listed person's, once folded; an absent one says nothing.
  public mutating func nameDiffers(
    _ name: Span<UInt8>, from person: UInt32, _ texts: borrowing TextArena
  ) -> Bool {
    guard Int(person) < listed else { return false }
    if texts.with(names[Int(person)], { Bytes.equal($0, name) }) { return false }
    return isOther(name, than: person, texts)
  }

  /// The people that come later under a NIK and are others than its first, with that first one.
  public mutating func namesakes(
    _ texts: borrowing TextArena
  ) -> [(person: UInt32, first: UInt32)] {
    var found: [(person: UInt32, first: UInt32)] = []
    for person in byNIK.later.sorted() {
      guard let first = byNIK.first(niks[Int(person)], in: niks) else { continue }
      let (born, other) = (births[Int(person)].value, births[Int(first)].value)
      let bornDiffers = born.flatMap { day in other.map { $0 != day } } ?? false
      if bornDiffers || isOther(person, than: first, texts) { found.append((person, first)) }
    }
    return found
  }

  private mutating func isOther(
    _ person: UInt32, than first: UInt32, _ texts: borrowing TextArena
  ) -> Bool {
    let name = ContiguousArray(texts.string(names[Int(person)]).utf8)
    return isOther(name.span, than: first, texts)
  }

  /// Whether a name is another than a person's, once folded; where one is absent it is not.
  private mutating func isOther(
    _ name: Span<UInt8>, than person: UInt32, _ texts: borrowing TextArena
  ) -> Bool {
    let known = names[Int(person)]
    guard !name.isEmpty, known.isPresent else { return false }
    if texts.with(known, { Bytes.equalWithoutCase($0, name) }) { return false }
    folded.0.fold(name)
    texts.with(known) { folded.1.fold($0) }
    guard !folded.0.words.isEmpty, !folded.1.words.isEmpty else { return false }
    return !NameComparison.isEqual(folded.0, folded.1)
  }

  private func found(_ person: UInt32, _ method: Link.Method, contradicted: Bool) -> Link {
    let isListed = Int(person) < listed
    return Link(
      person: person, method: isListed ? method : .none, tier: isListed ? .auto : .none,
      contradicted: contradicted)
  }

  /// The first person under an id whom the record does not contradict; a better name wins.
  private mutating func accepted(
    _ first: UInt32?, by id: Link.Method, _ claimant: Claimant, _ name: Span<UInt8>,
    _ texts: borrowing TextArena
  ) -> UInt32? {
    guard var person = first else { return nil }
    var best: (person: UInt32, isEqual: Bool)?
    while true {
      let outcome = compare(name, person, texts)
      let isRefused =
        id == .nik
        ? refusesNIK(claimant, person, outcome) : refusesKPJ(claimant, person, outcome)
      let isBetter = best.map { outcome == .equal && !$0.isEqual } ?? true
      if !isRefused, isBetter { best = (person, outcome == .equal) }
      let next = id == .nik ? byNIK.follower(of: person) : byKPJ.follower(of: person)
      guard let next else { return best?.person }
      person = next
    }
  }

  /// A NIK is refused when the KPJ does not confirm it and the name is not alike; where one of
  /// both has no KPJ, an equal birth date keeps it.
  private func refusesNIK(
    _ claimant: Claimant, _ person: UInt32, _ name: NameComparison.Outcome?
  ) -> Bool {
    let known = KPJ(raw: kpjs[Int(person)])
    guard name == .different, !claimant.kpj.isPresent || known != claimant.kpj
    else { return false }
    let kpjDiffers = claimant.kpj.isPresent && known.isPresent
    return kpjDiffers || birthDiffers(claimant, person) != false
  }

  /// A KPJ is refused when name and birth date both differ or, where one of them is absent,
  /// when the other differs and the NIK does not confirm it.
  private func refusesKPJ(
    _ claimant: Claimant, _ person: UInt32, _ name: NameComparison.Outcome?
  ) -> Bool {
    let nameDiffers = name.map { $0 == .different }
    let isConfirmed = claimant.nik.isNumber && niks[Int(person)] == claimant.nik.raw
    switch (nameDiffers, birthDiffers(claimant, person)) {
    case (let a?, let b?): return a && b
    case (let a?, nil): return a && !isConfirmed
    case (nil, let b?): return b && !isConfirmed
    case (nil, nil): return false
    }
  }

  private func birthDiffers(_ claimant: Claimant, _ person: UInt32) -> Bool? {
    guard let a = claimant.birthDate.value, let b = births[Int(person)].value else { return nil }
    return a != b
  }

  /// Whether a name cannot be a person's, however badly it was written; an absent one can.
  mutating func isAnother(
    _ name: Span<UInt8>, than person: UInt32, _ texts: borrowing TextArena
  ) -> Bool {
    guard let outcome = compare(name, person, texts), outcome == .different else { return false }
    return !NameComparison.canBeOne(folded.0, folded.1)
  }

  /// Compares a record's name with a person's: nil where one of them is absent.
  private mutating func compare(
    _ name: Span<UInt8>, _ person: UInt32, _ texts: borrowing TextArena
  ) -> NameComparison.Outcome? {
    let known = names[Int(person)]
    guard !name.isEmpty, known.isPresent else { return nil }
    if texts.with(known, { Bytes.equalWithoutCase($0, name) }) { return .equal }
    folded.0.fold(name)
    texts.with(known) { folded.1.fold($0) }
    guard !folded.0.words.isEmpty, !folded.1.words.isEmpty else { return nil }
    return NameComparison.compare(folded.0, folded.1)
  }
}
