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

  private struct ClaimCell: Hashable {
    let month: CoverageMonth?
    let basis: MonthlyLine.Basis
    let programme: Programme
  }

  private func addClaims(_ report: inout RunReport) {
    var rows: [ClaimCell: Tally] = [:]
    var numbers: [ClaimCell: Set<String>] = [:]
    var people: [ClaimCell: Set<UInt32>] = [:]
    func add(_ claim: ClaimRecord, _ basis: MonthlyLine.Basis, _ day: CalendarDate?) {
      guard let day else { return }
      // A claim without its day is a claim all the same: it stands in no month.
      let month = day.isPresent ? day.month : nil
      let cell = ClaimCell(month: month, basis: basis, programme: claim.programme)
      rows[cell, default: Tally()].add(claim.amount)
      numbers[cell, default: []].insert(cases.records.texts.string(claim.number))
      people[cell, default: []].insert(claim.link.person)
    }
    for claim in cases.records.claims where !claim.cancelled {
      add(claim, .event, claim.incidentOn)
      add(claim, .filed, claim.filedOn.value)
      add(claim, .paid, claim.paidOn.value)
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
