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
    report.peopleMonth = calendar.lastPaid
    report.manifest.program = "\(Program.name) \(Program.version)"
    report.manifest.lawUsed = lawInForce(report.period)
    addPremiums(&report)
    addClaims(&report)
    addFindings(&report)
    report.monthly.sort()
    addStatement(&report)
    addExpectations(&report)
    report.manifest.notChecked = notChecked
    report.manifest.notApplicable = notApplicable(report)
    report.manifest.books = books + ownBooks(report)
  }

  private func addPremiums(_ report: inout RunReport) {
    for (cell, sums) in results.coverage {
      let month = cell.month.isPresent ? cell.month : nil
      let fund = report.funds[Int(cell.fund)]
      let values: [(MonthlyLine.Measure, Int64)] = [
        (.participants, sums.people), (.premiumRows, sums.rows), (.premiumAmount, sums.amount),
        (.premiumExpected, sums.expected),
      ]
      for (measure, value) in values {
        report.monthly.append(MonthlyLine(month, .coverage, fund: fund, measure, value))
      }
    }
    for (cell, sums) in results.cash {
      let fund = report.funds[Int(cell.fund)]
      report.monthly.append(MonthlyLine(cell.month, .cash, fund: fund, .premiumRows, sums.rows))
      report.monthly.append(
        MonthlyLine(cell.month, .cash, fund: fund, .premiumAmount, sums.amount))
    }
  }

  /// A month, basis and programme of claims.
  private struct ClaimCell: Hashable {
    let month: CoverageMonth?
    let basis: MonthlyLine.Basis
    let programme: Programme
  }

  /// Calls `body` with each claim row that is not cancelled, and with a number that all rows of its
  /// claim have: they stand together.
  func forEachClaimRow(_ body: (ClaimRecord, UInt32) -> Void) {
    let (claims, texts) = (cases.records.claims, cases.records.texts)
    var number: UInt32 = 0
    for place in claims.indices {
      if place > 0, !texts.equal(claims[place - 1].number, claims[place].number) { number += 1 }
      if !claims[place].cancelled { body(claims[place], number) }
    }
  }

  private func addClaims(_ report: inout RunReport) {
    var rows: [ClaimCell: Tally] = [:]
    let room = cases.records.claims.count * 3
    var numbers = DistinctCounts<ClaimCell>(room: room)
    var people = DistinctCounts<ClaimCell>(room: room)
    forEachClaimRow { claim, number in
      func add(_ basis: MonthlyLine.Basis, _ day: CalendarDate?) {
        guard let day else { return }
        // A claim without its day is a claim all the same: it stands in no month.
        let month = day.isPresent ? day.month : nil
        let cell = ClaimCell(month: month, basis: basis, programme: claim.programme)
        rows[cell, default: Tally()].add(claim.amount)
        numbers.add(number, to: cell)
        people.add(claim.link.person, to: cell)
      }
      add(.event, claim.incidentOn)
      add(.filed, claim.filedOn.value)
      add(.paid, claim.paidOn.value)
    }
    let (numbered, persons) = (numbers.counted(), people.counted())
    for (cell, tally) in rows {
      let values: [(MonthlyLine.Measure, Int64)] = [
        (.claimRows, Int64(tally.rows)), (.claimCases, numbered[cell] ?? 0),
        (.claimPersons, persons[cell] ?? 0),
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

  func tally(_ kind: InputKind, _ of: (FileTally) -> Tally) -> Tally {
    var sum = Tally()
    for input in inputs where input.kind == kind { sum.add(of(input.tally)) }
    return sum
  }

  func line(
    _ role: StatementLine.Role, _ label: StatementLabel, _ tally: Tally
  ) -> StatementLine {
    StatementLine(role, label, count: Int64(tally.rows), amount: tally.amount.rupiah)
  }
}
