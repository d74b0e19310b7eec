internal import Domain
internal import Matcher
internal import Rules

/// Applies all rules: the cases, the disbursements, the rejected rows.
struct JudgeStage {
  let definition: PipelineDefinition
  let period: Period
  let asOf: CalendarDate
  let law: LawBook
  let files: [InputFile]
  let seams: RunSeams
  let threads: Int
  let unused: UnusedFiles
  /// The files that have the bytes of an earlier one, with that one.
  let repeated: [FileID: FileID]

  /// The kinds of input that were given.
  var given: GivenKinds { unused.given(of: files.map(\.kind)) }

  /// What was found and counted.
  typealias Judged = (
    results: CaseResults, disbursements: [DisbursementCase], calendar: CaseCalendar
  )

  /// Judges everything and gives what was found and counted.
  func judge(
    _ cases: CaseFile, _ linker: inout PersonLinker, _ plane: PremiumPlane,
    _ evidence: PaymentEvidence
  ) throws -> Judged {
    let records = cases.records
    let tariff = TariffIndex(
      law: law, jobs: records.jobs, funds: records.funds,
      reliefExcludes: definition.rules.reliefExcludes)
    let book = RuleBook(law: law, tariff: tariff, parameters: parameters(records))
    let calendar = CaseCalendar(period: period, given: plane.months, unused: unused.listMonths)
    let judge = CaseJudge(
      cases, linker, plane, book: book, tariff: tariff, calendar: calendar, given: given,
      dueDay: definition.rules.dueDay,
      shared: Neighbourhood(
        cases, &linker, quota: definition.rules.quota, villages: law.villages
      ).facts)
    var results = CaseResults()
    var shares = try Parallel.map(judge.partitions, threads: threads) { partition in
      let rows = partition < plane.partitions.count ? plane.partitions[partition] : []
      return try judge.judge(partition, rows, keys: evidence)
    }
    results.findings.reserve(shares.reduce(0) { $0 + $1.findings.list.count })
    for place in shares.indices {
      results.add(shares[place])
      shares[place] = CaseResults()
    }
    let given = given
    let disbursements = SP2DCases(
      records: records, plane: plane, people: results.people,
      shortBenefits: results.shortBenefits, tariff: tariff
    ).cases(given)
    let rulesOfSP2D = book.disbursementRules.filter { rule in
      type(of: rule).entry.needs.allSatisfy { given.contains(GivenKinds($0)) }
    }
    for disbursement in disbursements where disbursement.sp2d != 0 {
      let isDoubtful =
        disbursement.month.map { unused.sideMonths.contains($0) } ?? !unused.sideMonths.isEmpty
      for rule in rulesOfSP2D
      where !isDoubtful || !UnusedFiles.ofSides.contains(type(of: rule).entry.code) {
        rule.check(disbursement, &results.findings)
      }
    }
    for (index, file) in records.files.enumerated() {
      for rule in book.fileRules { rule.check(file, index: UInt32(index), &results.findings) }
    }
    for (file, first) in repeated.sorted(by: { $0.key < $1.key }) {
      book.repeatedFileRule.check(file, sameAs: first, &results.findings)
    }
    book.calendarRule.check(calendar, &results.findings)
    for (index, reject) in records.rejects.enumerated() {
      book.rejectRule.check(reject, index: UInt32(index), &results.findings)
    }
    if seams.dropRowAt == .rules { results.findings.dropLast() }
    definition.rules.settle(&results.findings)
    return (results, disbursements, calendar)
  }

  /// What the rules take from the definition and the run's own numbers.
  private func parameters(_ records: RunRecords) -> RuleBook.Parameters {
    let rules = definition.rules
    var parameters = RuleBook.Parameters(
      dueDay: rules.dueDay, wadahSG: records.wadahs.find(ContiguousArray("SG".utf8).span))
    parameters.asOf = asOf
    parameters.grace = rules.grace
    (parameters.age, parameters.budget) = (rules.age, rules.budget)
    parameters.jobs = JobIndex(law: law, jobs: records.jobs, stated: rules.jobs)
    parameters.villages = VillageIndex(law: law, villages: records.villages)
    parameters.accounts = AccountIndex(law: law, accounts: records.accounts)
    var registerFunds = ContiguousArray<UInt8>(repeating: 0, count: records.sp2ds.count)
    for record in records.disbursements where registerFunds[Int(record.sp2d)] == 0 {
      registerFunds[Int(record.sp2d)] = UInt8(exactly: record.fund) ?? 0
    }
    parameters.funds = FundIndex(
      law: law, funds: records.funds, wadahs: records.wadahs, registerFunds: registerFunds)
    return parameters
  }
}

extension RuleSettings {
  /// Does to findings what a definition says: hides, tolerates, changes their severity.
  func settle(_ findings: inout Findings) {
    findings.removeAll { off.contains($0.code) }
    if !tolerance.isEmpty {
      findings.tolerate { $0.atRisk <= tolerance[$0.code] ?? -1 }
    }
    findings.update { $0.severity = severity[$0.code] ?? $0.severity }
  }
}
