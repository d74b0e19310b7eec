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
    let given = UnusedFiles(inputs).given(of: inputs.map(\.kind))
    let lines = given.contains(.receipts) ? registerAndReceipts : registerAndLists
    report.statement.add(.sides, lines)
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
}
