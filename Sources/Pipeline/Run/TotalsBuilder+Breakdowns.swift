internal import Domain
internal import Matcher
internal import Rules
internal import Writer

extension TotalsBuilder {
  /// Adds the sections of parts; of a kind that was not given there is none, as it is not zero.
  func addBreakdowns(_ report: inout RunReport) {
    let kinds = Set(inputs.map(\.kind))
    if kinds.contains(.contributions) { addFunds(&report) }
    if kinds.contains(.claims) { addProgrammes(&report) }
    if kinds.contains(.contributions) { addPeople(&report) }
  }

  private func addFunds(_ report: inout RunReport) {
    let period = report.period
    let fund = Dictionary(
      grouping: report.monthly.filter {
        $0.basis == .coverage && ($0.month.map(period.contains) ?? false)
      }, by: \.fund)
    let paid = results.coverage.filter { period.contains($0.key.month) }.values
    report.statement.add(
      .premiumByFund,
      partsOf: (paid.reduce(0) { $0 + $1.rows }, paid.reduce(0) { $0 + $1.amount }),
      fund.sorted { $0.key < $1.key }.compactMap { name, lines in
        let rows = lines.sum(.coverage, .premiumRows)
        guard rows > 0 else { return nil }
        return (label: .named(name), count: rows, amount: lines.sum(.coverage, .premiumAmount))
      })
  }

  private func addProgrammes(_ report: inout RunReport) {
    let period = report.period
    let events = report.monthly.filter {
      $0.basis == .event && ($0.month.map(period.contains) ?? false)
    }
    var (benefits, people) = (
      [(label: StatementLabel, count: Int64, amount: Int64)](),
      [(label: StatementLabel, count: Int64, amount: Int64)]()
    )
    let distinct = persons(in: period)
    for programme in Programme.allCases {
      let own = events.filter { $0.programme == programme }
      let cases = own.sum(.event, .claimCases)
      if cases == 0, programme != .death, programme != .workAccident { continue }
      let amount = own.sum(.event, .benefitAmount)
      benefits.append((.programme(programme), cases, amount))
      people.append((.programme(programme), distinct[programme] ?? 0, amount))
    }
    let total = self.events(in: period)
    report.statement.add(.benefitByProgramme, partsOf: (total.cases, total.amount), benefits)
    report.statement.add(.claimPersons, partsOf: (total.people, total.amount), people)
  }

  private func addPeople(_ report: inout RunReport) {
    let covered = (Int64(results.lastMonth.rows), results.lastMonth.amount.rupiah)
    let villages = named(results.villages, cases.records.villages) {
      law.villages.canonicalName(of: $0) ?? $0
    }
    report.statement.add(.peopleByVillage, partsOf: covered, villages)
    let jobs = named(results.jobs, cases.records.jobs) { law.jobs.canonicalName(of: $0) ?? $0 }
    report.statement.add(.peopleByJob, partsOf: covered, jobs)
  }

  /// The different people with an event in a period, by programme.
  private func persons(in period: Period) -> [Programme: Int64] {
    var persons = DistinctCounts<Programme>(room: cases.records.claims.count)
    forEachClaimRow { claim, _ in
      guard period.contains(claim.incidentOn.month) else { return }
      persons.add(claim.link.person, to: claim.programme)
    }
    return persons.counted()
  }

  /// The claims of a period by their events: each case once a month and programme, each person
  /// once a programme.
  private func events(in period: Period) -> (cases: Int64, people: Int64, amount: Int64) {
    struct Cell: Hashable {
      let month: CoverageMonth
      let programme: Programme
    }
    var (cells, amount) = (DistinctCounts<Cell>(room: cases.records.claims.count), Int64(0))
    forEachClaimRow { claim, number in
      guard period.contains(claim.incidentOn.month) else { return }
      cells.add(number, to: Cell(month: claim.incidentOn.month, programme: claim.programme))
      amount &+= claim.amount
    }
    let people = persons(in: period).values.reduce(0, +)
    return (cells.counted().values.reduce(0, +), people, amount)
  }

  private func named(
    _ sums: [SymbolTable.Symbol: CaseResults.Sums], _ table: SymbolTable,
    _ canonical: (String) -> String
  ) -> [(label: StatementLabel, count: Int64, amount: Int64)] {
    var byName: [String: CaseResults.Sums] = [:]
    for (symbol, sum) in sums {
      let name = TextMask.masking(canonical(table.string(symbol)))
      byName[name, default: .init()].add(sum)
    }
    return byName.sorted { $0.key < $1.key }.map {
      (label: .named($0.key), count: $0.value.people, amount: $0.value.amount)
    }
  }
}
