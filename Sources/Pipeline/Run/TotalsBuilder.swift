internal import Domain
internal import Matcher
internal import Rules

/// Adds up the run: monthly lines, statement sections, expectations, books.
struct TotalsBuilder {
  let definition: PipelineDefinition
  let cases: CaseFile
  let law: LawBook
  let results: CaseResults
  let disbursements: [DisbursementCase]
  let plane: PremiumPlane
  let inputs: [ReportedInput]
  let books: [BookLine]

  /// Fills in every total of a report that has its findings.
  func fill(_ report: inout RunReport, calendar: CaseCalendar) {
    report.manifest.inputs = inputs
    report.manifest.program = "\(Program.name) \(Program.version)"
    report.manifest.lawUsed = lawInForce(report.period)
    addPremiums(&report)
    addClaims(&report)
    addFindings(&report)
    report.monthly.sort()
    addStatement(&report)
    addExpectations(&report)
    report.manifest.notChecked = notChecked
    report.manifest.books = books + ownBooks(report)
  }

  private func addPremiums(_ report: inout RunReport) {
    for (cell, sums) in results.coverage {
      let fund = report.funds[Int(cell.fund)]
      let values: [(MonthlyLine.Measure, Int64)] = [
        (.participants, sums.people), (.premiumRows, sums.rows), (.premiumAmount, sums.amount),
        (.premiumExpected, sums.expected),
      ]
      for (measure, value) in values {
        report.monthly.append(MonthlyLine(cell.month, .coverage, fund: fund, measure, value))
      }
    }
    for (cell, sums) in results.cash {
      let fund = report.funds[Int(cell.fund)]
      report.monthly.append(MonthlyLine(cell.month, .cash, fund: fund, .premiumRows, sums.rows))
      report.monthly.append(
        MonthlyLine(cell.month, .cash, fund: fund, .premiumAmount, sums.amount))
    }
  }

  private struct ClaimCell: Hashable {
    let month: CoverageMonth
    let basis: MonthlyLine.Basis
    let programme: Programme
  }

  private func addClaims(_ report: inout RunReport) {
    var rows: [ClaimCell: Tally] = [:]
    var numbers: [ClaimCell: Set<String>] = [:]
    var people: [ClaimCell: Set<UInt32>] = [:]
    for claim in cases.records.claims where !claim.cancelled {
      let days: [(MonthlyLine.Basis, CalendarDate?)] = [
        (.event, claim.incidentOn), (.filed, claim.filedOn.value), (.paid, claim.paidOn.value),
      ]
      for (basis, day) in days {
        guard let day else { continue }
        let cell = ClaimCell(month: day.month, basis: basis, programme: claim.programme)
        rows[cell, default: Tally()].add(claim.amount)
        numbers[cell, default: []].insert(cases.records.texts.string(claim.number))
        people[cell, default: []].insert(claim.link.person)
      }
    }
    for (cell, tally) in rows {
      let values: [(MonthlyLine.Measure, Int64)] = [
        (.claimRows, Int64(tally.rows)), (.claimCases, Int64(numbers[cell]?.count ?? 0)),
        (.claimPersons, Int64(people[cell]?.count ?? 0)),
        (.benefitAmount, tally.amount.rupiah),
      ]
      for (measure, value) in values {
        report.monthly.append(
          MonthlyLine(cell.month, cell.basis, programme: cell.programme, measure, value))
      }
    }
  }

  private func addFindings(_ report: inout RunReport) {
    struct Cell: Hashable {
      let month: CoverageMonth?
      let basis: MonthlyLine.Basis
      let programme: Programme
    }
    var tallies: [Cell: Tally] = [:]
    for reported in report.findings where reported.finding.status != .pending {
      let finding = reported.finding
      let cell = Cell(
        month: finding.month, basis: finding.programme == .none ? .coverage : .event,
        programme: finding.programme)
      tallies[cell, default: Tally()].add(finding.atRisk)
    }
    for (cell, tally) in tallies {
      let line = { (measure: MonthlyLine.Measure, value: Int64) in
        MonthlyLine(cell.month, cell.basis, programme: cell.programme, measure, value)
      }
      report.monthly.append(line(.findingsOpen, Int64(tally.rows)))
      report.monthly.append(line(.amountAtRisk, tally.amount.rupiah))
    }
  }

  private func tally(_ kind: InputKind, _ of: (FileTally) -> Tally) -> Tally {
    var sum = Tally()
    for input in inputs where input.kind == kind { sum.add(of(input.tally)) }
    return sum
  }

  private func line(
    _ role: StatementLine.Role, _ label: StatementLabel, _ tally: Tally
  ) -> StatementLine {
    StatementLine(role, label, count: Int64(tally.rows), amount: tally.amount.rupiah)
  }

  private func addStatement(_ report: inout RunReport) {
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
    addBreakdowns(&report)
  }

  private func addSides(_ report: inout RunReport) {
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
    report.statement.add(
      .sides,
      [
        line(.start, .registerTotal, register), line(.subtract, .registerWithoutList, alone),
        line(.add, .listWithoutRegister, listAlone),
        StatementLine(.add, .listAboveRegister, count: 0, amount: above),
        StatementLine(.subtract, .listBelowRegister, count: 0, amount: below),
        line(.end, .listTotal, list),
      ])
  }

  private func addFindingSections(_ report: inout RunReport) {
    var byCode: [RuleCode: Tally] = [:]
    var pending: [RuleCode: Tally] = [:]
    var all = Tally()
    for reported in report.findings {
      let finding = reported.finding
      if finding.status == .pending {
        pending[finding.code, default: Tally()].add(finding.atRisk)
      } else {
        all.add(finding.atRisk)
        byCode[finding.code, default: Tally()].add(finding.atRisk)
      }
    }
    report.statement.add(
      .findings,
      [
        line(.start, .openBefore, Tally()), line(.add, .newFindings, all),
        line(.add, .reopened, Tally()), line(.subtract, .resolved, Tally()),
        line(.end, .openAfter, all),
      ])
    for (section, tallies) in [
      (StatementSection.findingsByCode, byCode), (.pendingByCode, pending),
    ] {
      report.statement.add(
        section,
        sumOf: tallies.sorted { $0.key < $1.key }.map {
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
    report.statement.add(
      .premiumByFund,
      sumOf: fund.sorted { $0.key < $1.key }.compactMap { name, lines in
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
    for programme in Programme.allCases {
      let own = events.filter { $0.programme == programme }
      let cases = own.sum(.event, .claimCases)
      if cases == 0, programme != .death, programme != .workAccident { continue }
      let amount = own.sum(.event, .benefitAmount)
      benefits.append((.programme(programme), cases, amount))
      people.append((.programme(programme), own.sum(.event, .claimPersons), amount))
    }
    report.statement.add(.benefitByProgramme, sumOf: benefits)
    report.statement.add(.claimPersons, sumOf: people)
    let villages = named(results.villages, cases.records.villages) {
      law.villages.canonicalName(of: $0) ?? $0
    }
    report.statement.add(.peopleByVillage, sumOf: villages)
    let jobs = named(results.jobs, cases.records.jobs) { law.jobs.canonicalName(of: $0) ?? $0 }
    report.statement.add(.peopleByJob, sumOf: jobs)
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

  private func addExpectations(_ report: inout RunReport) {
    for (number, expectation) in definition.expectations.enumerated() {
      var numbers: [String: Int64] = [:]
      var amount: Int64 = 0
      for claim in cases.records.claims
      where !claim.cancelled && claim.programme == expectation.claims {
        let day: CalendarDate? =
          switch expectation.basis {
          case .event: claim.incidentOn
          case .filed: claim.filedOn.value
          case .paid: claim.paidOn.value
          }
        guard let day, expectation.period.contains(day.month) else { continue }
        numbers[cases.records.texts.string(claim.number), default: 0] &+= claim.amount
        amount &+= claim.amount
      }
      let basis: MonthlyLine.Basis =
        switch expectation.basis {
        case .event: .event
        case .filed: .filed
        case .paid: .paid
        }
      let found = CasesAndAmount(cases: Int64(numbers.count), amount: amount)
      report.manifest.expectations.append(
        ExpectationResult(
          programme: expectation.claims, period: expectation.period, basis: basis,
          expected: CasesAndAmount(
            cases: expectation.cases.map { Int64($0) }, amount: expectation.amount),
          found: found, claims: numbers.keys.sorted()))
      report.statement.add(
        .expectation(number + 1),
        sumOf: numbers.sorted { $0.key < $1.key }.map {
          (label: .named($0.key), count: 1, amount: $0.value)
        })
    }
  }

  /// No record is lost between its file and the report.
  private func recordBooks(_ report: RunReport) -> [BookLine] {
    let rejected = InputKind.allCases.reduce(0) { $0 + tally($1, \.rejected).rows }
    let register = disbursements.reduce(Int64(0)) { $0 + $1.registerAmount }
    return [
      BookLine(
        "roster-in-list", left: Int64(tally(.roster, \.accepted).rows),
        right: Int64(cases.records.roster.count)),
      BookLine(
        "memberships-linked", left: Int64(tally(.memberships, \.accepted).rows),
        right: Int64(report.links.count { $0.kind == .membership })),
      BookLine(
        "register-in-sides", left: tally(.disbursements, \.accepted).amount.rupiah,
        right: register),
      BookLine(
        "claims-judged", left: Int64(cases.claims.count), right: Int64(report.coverage.count)),
      BookLine(
        "benefits-judged", left: tally(.claims, \.accepted).amount.rupiah,
        right: results.claims.reduce(0) { $0 + $1.claim.paid }),
      BookLine(
        "receipts-kept", left: Int64(tally(.receipts, \.accepted).rows),
        right: Int64(cases.records.receipts.count)),
      BookLine(
        "bank-kept", left: Int64(tally(.bank, \.accepted).rows),
        right: Int64(cases.records.bank.count)),
      BookLine(
        "registry-kept", left: Int64(tally(.registry, \.accepted).rows),
        right: Int64(cases.records.registry.count)),
      BookLine(
        "refunds-kept", left: Int64(tally(.refunds, \.accepted).rows),
        right: Int64(cases.records.refunds.count)),
      BookLine("rejects", left: Int64(rejected), right: Int64(report.rejects.count)),
    ]
  }

  /// What rules handed in is what is reported or switched off.
  private func findingBooks(_ report: RunReport) -> [BookLine] {
    let (found, off) = (results.findings.found, results.findings.switchedOff)
    let reported = report.findings.reduce(off.amount.rupiah) { $0 + $1.finding.atRisk }
    return [
      BookLine(
        "findings", left: Int64(found.rows), right: Int64(report.findings.count + off.rows)),
      BookLine("findings-rupiah", left: found.amount.rupiah, right: reported),
    ]
  }

  /// The books of the run: each side is counted at its own place.
  private func ownBooks(_ report: RunReport) -> [BookLine] {
    let accepted = tally(.contributions, \.accepted)
    let claims = tally(.claims, \.accepted)
    return [
      BookLine(
        "contributions-linked", left: Int64(accepted.rows),
        right: Int64(plane.linked.rows + plane.unlinked.rows)),
      BookLine(
        "contributions-in-cases", left: accepted.amount.rupiah,
        right: results.premiums.amount.rupiah),
      BookLine(
        "contribution-rows-in-cases", left: Int64(accepted.rows),
        right: Int64(results.premiums.rows)),
      BookLine(
        "claims-linked", left: claims.amount.rupiah,
        right: cases.linkedClaims.amount.rupiah + cases.unlinkedClaims.amount.rupiah),
      BookLine(
        "monthly-premiums", left: accepted.amount.rupiah,
        right: report.monthly.sum(.coverage, .premiumAmount)),
      BookLine(
        "monthly-benefits", left: claims.amount.rupiah,
        right: report.monthly.sum(.event, .benefitAmount)),
    ]
      + recordBooks(report) + findingBooks(report)
      + report.statement.sections.map {
        BookLine(
          "statement-\($0.name)", left: report.statement.foots($0) ? 1 : 0, right: 1)
      }
  }
}
