internal import Domain
internal import Matcher
internal import Rules

/// Applies all rules: the cases, the disbursements, the rejected rows.
struct JudgeStage {
  let definition: PipelineDefinition
  let period: Period
  let law: LawBook
  let files: [InputFile]
  let seams: RunSeams

  /// The kinds of input that were given.
  var given: GivenKinds {
    var given: GivenKinds = []
    for file in files { given.insert(GivenKinds(file.kind)) }
    return given
  }

  /// Judges everything and gives what was found and counted.
  func judge(
    _ cases: CaseFile, _ linker: PersonLinker, _ plane: PremiumPlane,
    _ evidence: PaymentEvidence
  ) throws -> (results: CaseResults, disbursements: [DisbursementCase], calendar: CaseCalendar) {
    let records = cases.records
    let tariff = TariffIndex(
      law: law, jobs: records.jobs, funds: records.funds,
      reliefExcludes: definition.rules.reliefExcludes)
    let book = RuleBook(
      law: law, tariff: tariff,
      parameters: .init(
        dueDay: definition.rules.dueDay,
        wadahSG: records.wadahs.find(ContiguousArray("SG".utf8).span)))
    let calendar = CaseCalendar(period: period, given: plane.months)
    let judge = CaseJudge(
      cases, linker, plane, book: book, tariff: tariff, calendar: calendar, given: given,
      dueDay: definition.rules.dueDay)
    var results = CaseResults()
    for partition in 0..<judge.partitions {
      let rows = partition < plane.partitions.count ? plane.partitions[partition] : []
      results.add(try judge.judge(partition, rows, keys: evidence))
    }
    let disbursements = disbursements(records, plane, results)
    for disbursement in disbursements where disbursement.sp2d != 0 {
      for rule in book.disbursementRules { rule.check(disbursement, &results.findings) }
    }
    for (index, reject) in records.rejects.enumerated() {
      book.rejectRule.check(reject, index: UInt32(index), &results.findings)
    }
    if seams.dropRowAt == .rules { results.findings.dropLast() }
    let rules = definition.rules
    results.findings.removeAll { rules.off.contains($0.code) }
    results.findings.update { $0.severity = rules.severity[$0.code] ?? $0.severity }
    return (results, disbursements, calendar)
  }

  /// Brings both sides of each SP2D together.
  private func disbursements(
    _ records: RunRecords, _ plane: PremiumPlane, _ results: CaseResults
  ) -> [DisbursementCase] {
    var lines: [SymbolTable.Symbol: [Int]] = [:]
    for (i, record) in records.disbursements.enumerated() {
      lines[record.sp2d, default: []].append(i)
    }
    return (0..<records.sp2ds.count).map { number in
      let sp2d = SymbolTable.Symbol(number)
      let own = lines[sp2d] ?? []
      var list = number < plane.lists.count ? plane.lists[number] : ListTotals()
      list.people = results.people[sp2d] ?? 0
      return DisbursementCase(
        sp2d: sp2d, registerRow: own.first.map { UInt32($0) },
        registerAmount: own.reduce(0) { $0 &+ records.disbursements[$1].amount },
        registerParticipants: own.compactMap { records.disbursements[$0].participants }.max(),
        registerMonth: own.compactMap { records.disbursements[$0].month }.min(), list: list)
    }
  }
}
