internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  func addStatement(_ report: inout RunReport) {
    let sides: [(StatementSection, InputKind, Tally, Tally)] = [
      (.claims, .claims, cases.unlinkedClaims, cases.linkedClaims),
      (.contributions, .contributions, plane.unlinked, plane.linked),
    ]
    for (section, kind, unlinked, linked) in sides {
      report.statement.add(
        section,
        [
          line(.start, .rowsRead, tally(kind, \.read)),
          line(.subtract, .rowsRejected, tally(kind, \.rejected)),
          line(.subtract, .rowsDuplicate, tally(kind, \.duplicate)),
          line(.subtract, .rowsSkipped, tally(kind, \.skipped)),
          line(.subtract, .rowsAmbiguous, Tally()), line(.subtract, .rowsUnlinked, unlinked),
          line(.end, .rowsLinked, linked),
        ])
    }
    addSides(&report)
    addFindingSections(&report)
    if !definition.rules.tolerance.isEmpty { addTolerated(&report) }
    addBreakdowns(&report)
  }

  /// The differences that the definition tolerates, a line for each rule; their total is what rules
  /// found, neither reported nor switched off.
  private func addTolerated(_ report: inout RunReport) {
    let findings = results.findings
    let off = findings.switchedOff
    let reported = report.findings.reduce(off.amount.rupiah) { $0 + $1.finding.atRisk }
    report.statement.add(
      .tolerated,
      partsOf: (
        Int64(findings.found.rows - off.rows - report.findings.count),
        findings.found.amount.rupiah - reported
      ),
      findings.tolerated.sorted { $0.key < $1.key }.map {
        (label: .code($0.key), count: Int64($0.value.rows), amount: $0.value.amount.rupiah)
      })
  }

  /// The register against what BPJamsostek received or, where no receipts are given, the lists.
  private func addSides(_ report: inout RunReport) {
    let lines = given.contains(.receipts) ? registerAndReceipts : registerAndLists
    report.statement.add(.sides, lines)
  }

  private var given: GivenKinds {
    GivenKinds(kinds: inputs.map(\.kind)).subtracting(UnusedFiles(inputs).kinds)
  }

  private var registerAndLists: [StatementLine] {
    var (register, alone, listAlone) = (Tally(), Tally(), Tally())
    var (above, below, list) = (Int64(0), Int64(0), Tally())
    for one in disbursements where one.sp2d != 0 {
      if one.registerRow != nil { register.add(one.registerAmount) }
      if one.list.rows > 0 { list.add(one.list.amount) }
      switch (one.registerRow != nil, one.list.rows > 0) {
      case (true, false): alone.add(one.registerAmount)
      case (false, true): listAlone.add(one.list.amount)
      case (true, true):
        let difference = one.list.amount - one.registerAmount
        if difference > 0 { above += difference } else { below -= difference }
      case (false, false): break
      }
    }
    return [
      line(.start, .registerTotal, register), line(.subtract, .registerWithoutList, alone),
      line(.add, .listWithoutRegister, listAlone),
      StatementLine(.add, .listAboveRegister, count: 0, amount: above),
      StatementLine(.subtract, .listBelowRegister, count: 0, amount: below),
      line(.end, .listTotal, list),
    ]
  }

  /// Receipts are counted by billing code; one may be that of several SP2Ds, or several of one.
  private var registerAndReceipts: [StatementLine] {
    var (register, notPaid, notReceived) = (Tally(), Tally(), Tally())
    var (above, below, matched) = (Int64(0), Int64(0), Int64(0))
    for one in disbursements where one.registerRow != nil {
      register.add(one.registerAmount)
      let received = one.receipt?.received ?? 0
      matched += received
      if one.isCancelled, received == 0 {
        notPaid.add(one.registerAmount)
      } else if received == 0 {
        notReceived.add(one.registerAmount)
      } else {
        let difference = received - one.registerAmount
        if difference > 0 { above += difference } else { below -= difference }
      }
    }
    var receipts = Tally()
    for receipt in cases.records.receipts { receipts.add(receipt.amount) }
    receipts.rows = Set(cases.records.receipts.map(\.billingCode)).count
    let further = receipts.rows - (register.rows - notPaid.rows - notReceived.rows)
    return [
      line(.start, .registerTotal, register), line(.subtract, .notPaid, notPaid),
      line(.subtract, .notReceived, notReceived),
      StatementLine(.add, .receivedAbove, count: Int64(max(0, further)), amount: above),
      StatementLine(.subtract, .receivedBelow, count: Int64(max(0, -further)), amount: below),
      StatementLine(
        .add, .receiptsWithoutRegister, count: 0, amount: receipts.amount.rupiah - matched),
      line(.end, .receiptsTotal, receipts),
    ]
  }

  /// What rules found stands on one side, what the report shows on the other.
  private func addFindingSections(_ report: inout RunReport) {
    var (byCode, pending) = ([RuleCode: Tally](), [RuleCode: Tally]())
    var open = Tally()
    for finding in report.findings.lazy.map(\.finding) {
      if finding.status == .pending {
        pending[finding.code, default: Tally()].add(finding.atRisk)
      } else {
        open.add(finding.atRisk)
        byCode[finding.code, default: Tally()].add(finding.atRisk)
      }
    }
    var (found, foundPending) = (Tally(), Tally())
    for finding in results.findings.list {
      if finding.status == .pending {
        foundPending.add(finding.atRisk)
      } else {
        found.add(finding.atRisk)
      }
    }
    report.statement.add(
      .findings,
      [
        line(.start, .openBefore, Tally()), line(.add, .newFindings, found),
        line(.add, .reopened, Tally()), line(.subtract, .resolved, Tally()),
        line(.end, .openAfter, open),
      ])
    for (section, total, tallies) in [
      (StatementSection.findingsByCode, found, byCode), (.pendingByCode, foundPending, pending),
    ] {
      report.statement.add(
        section, partsOf: (Int64(total.rows), total.amount.rupiah),
        tallies.sorted { $0.key < $1.key }.map {
          (label: .code($0.key), count: Int64($0.value.rows), amount: $0.value.amount.rupiah)
        })
    }
  }

  private func addBreakdowns(_ report: inout RunReport) {
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
    var persons: [Programme: Set<UInt32>] = [:]
    for claim in cases.records.claims
    where !claim.cancelled && period.contains(claim.incidentOn.month) {
      persons[claim.programme, default: []].insert(claim.link.person)
    }
    return persons.mapValues { Int64($0.count) }
  }

  /// The claims of a period by their events: each case once a month and programme, each person
  /// once a programme.
  private func events(in period: Period) -> (cases: Int64, people: Int64, amount: Int64) {
    var (cases, people, amount) = (Set<String>(), Set<String>(), Int64(0))
    for claim in self.cases.records.claims
    where !claim.cancelled && period.contains(claim.incidentOn.month) {
      let cell = "|\(claim.incidentOn.month.index)|\(claim.programme.code)"
      cases.insert(self.cases.records.texts.string(claim.number) + cell)
      people.insert("\(claim.link.person)|\(claim.programme.code)")
      amount &+= claim.amount
    }
    return (Int64(cases.count), Int64(people.count), amount)
  }

  private func named(
    _ sums: [SymbolTable.Symbol: CaseResults.Sums], _ table: SymbolTable,
    _ canonical: (String) -> String
  ) -> [(label: StatementLabel, count: Int64, amount: Int64)] {
    var byName: [String: CaseResults.Sums] = [:]
    for (symbol, sum) in sums {
      byName[canonical(table.string(symbol)), default: .init()].add(sum)
    }
    return byName.sorted { $0.key < $1.key }.map {
      (label: .named($0.key), count: $0.value.people, amount: $0.value.amount)
    }
  }
}
