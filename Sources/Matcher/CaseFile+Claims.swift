import Domain

extension CaseFile {
  mutating func gatherClaims() {
    let rows = records.claims
    var payees: [UInt32: [String: Int]] = [:]
    var valid: [Int] = []
    var first = 0
    while first < rows.count {
      var end = first + 1
      while end < rows.count, records.texts.equal(rows[end].number, rows[first].number) {
        end += 1
      }
      valid.removeAll(keepingCapacity: true)
      for row in first..<end where !rows[row].cancelled { valid.append(row) }
      withdrawReversals(&valid)
      if var claim = claim(of: first..<end, valid) {
        claim.scholarships = scholarships(of: first..<end, &payees)
        claims.append(claim)
      }
      first = end
    }
    sortClaims()
  }

  /// Sorts by person, day of the event and number.
  private mutating func sortClaims() {
    var byPerson = PlacesByNumber(room: claims.count)
    for claim in claims {
      byPerson.add(UInt64(claim.link.person) << 32 | UInt64(claim.incidentOn.rank))
    }
    let places = byPerson.takeSorted {
      records.texts.precedes(claims[$0].number, claims[$1].number)
    }
    claims.move(from: { Int(places[$0]) })
  }

  /// Adds up the rows of one claim number, of which some are valid; nil where none is.
  private func claim(of rows: Range<Int>, _ valid: [Int]) -> ClaimCase? {
    // A scholarship may stand under the number of the death that it follows from.
    let main = valid.first { records.claims[$0].programme != .scholarship }
    guard let start = main ?? valid.first else { return nil }
    let first = records.claims[start]
    let isDeath =
      first.programme == .death
      || first.programme == .workAccident
        && rows.contains { records.claims[$0].diedOn.value != nil }
    var claim = ClaimCase(
      number: first.number, firstRow: UInt32(start), programme: first.programme,
      incidentOn: first.incidentOn, link: first.link, isDeath: isDeath, nik: first.nik)
    var funeralAlone = true
    for i in valid {
      let row = records.claims[i]
      claim.paid &+= row.amount
      if row.component.isDeathBenefit {
        claim.deathBenefit &+= row.amount
        claim.benefitRows += 1
      }
      funeralAlone = funeralAlone && row.component == .funeral && row.withoutHeirs
      if claim.repeated == nil, let twin = twin(of: i, among: valid) {
        claim.repeated = (UInt32(twin), UInt32(i))
        claim.repeatedAmount =
          row.component.isDeathBenefit && isDeath
          ? nil : min(row.amount, records.claims[twin].amount)
        claim.repeatedIsUnnamed = row.component == .whole && !row.payee.isPresent
      }
    }
    claim.isFuneralWithoutHeirs = funeralAlone && claim.benefitRows == 1
    claim.dates = dates(of: valid)
    claim.paysScholarshipsAlone = valid.allSatisfy { records.claims[$0].isScholarship }
    return claim
  }

  /// Leaves out rows that a later one of the same sum below zero takes back, and the later one.
  private func withdrawReversals(_ rows: inout [Int]) {
    guard rows.contains(where: { records.claims[$0].amount < 0 }) else { return }
    var kept: [Int] = []
    for i in rows {
      let row = records.claims[i]
      let reversed = kept.firstIndex {
        row.amount < 0 && records.claims[$0].amount == -row.amount
          && paysTheSame(records.claims[$0], row)
      }
      if let reversed { kept.remove(at: reversed) } else { kept.append(i) }
    }
    rows = kept
  }

  /// Whether two rows name the same component and recipient, in capitals or not.
  private func paysTheSame(_ a: ClaimRecord, _ b: ClaimRecord) -> Bool {
    a.component == b.component
      && records.texts.equalWithoutCase(a.componentText, b.componentText)
      && records.texts.equalWithoutCase(a.payee, b.payee)
  }

  /// An earlier row of the claim that pays the same component to the same recipient.
  private func twin(of index: Int, among valid: [Int]) -> Int? {
    let row = records.claims[index]
    return valid.prefix { $0 < index }.first { i in
      let other = records.claims[i]
      guard paysTheSame(other, row) else { return false }
      guard row.isScholarship else { return true }
      return other.paidOn.value?.month.year == row.paidOn.value?.month.year
    }
  }

  /// The days of a claim's rows; scholarships are applied for year by year and say nothing of it.
  private func dates(of rows: [Int]) -> ClaimDates {
    var dates = ClaimDates()
    var longest: Int32?
    let known = rows.lazy.compactMap { records.claims[$0].completeOn.value }.first
    for i in rows {
      let row = records.claims[i]
      dates.filedOn = earlier(dates.filedOn, row.filedOn.value)
      dates.reportedOn = earlier(dates.reportedOn, row.reportedOn.value)
      guard !row.isScholarship, let paid = row.paidOn.value,
        let complete = row.completeOn.value ?? known
      else { continue }
      if longest.map({ paid.day - complete.day > $0 }) ?? true {
        (longest, dates.completeOn, dates.paidOn) = (paid.day - complete.day, complete, paid)
      }
    }
    return dates
  }

  private func earlier(_ a: CalendarDate?, _ b: CalendarDate?) -> CalendarDate? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  /// The scholarships of a claim's rows; recipients are numbered by person.
  private func scholarships(
    of rows: Range<Int>, _ payees: inout [UInt32: [String: Int]]
  ) -> [Scholarship] {
    rows.compactMap { i in
      let row = records.claims[i]
      guard row.isScholarship, !row.cancelled else { return nil }
      let name = records.texts.string(row.payee).lowercased()
      var own = payees[row.link.person, default: [:]]
      let number = name.isEmpty ? 0 : own[name, default: own.count + 1]
      if number > 0 { own[name] = number }
      payees[row.link.person] = own
      return Scholarship(payee: number, year: row.paidOn.value?.month.year, amount: row.amount)
    }
  }
}

extension ClaimRecord {
  /// Whether the row pays a scholarship, under its own programme or as a component.
  fileprivate var isScholarship: Bool { component == .scholarship || programme == .scholarship }
}
