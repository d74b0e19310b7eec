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
  var given: GivenKinds { GivenKinds(kinds: files.map(\.kind)).subtracting(unused.kinds) }

  /// Judges everything and gives what was found and counted.
  func judge(
    _ cases: CaseFile, _ linker: PersonLinker, _ plane: PremiumPlane,
    _ evidence: PaymentEvidence
  ) throws -> (results: CaseResults, disbursements: [DisbursementCase], calendar: CaseCalendar) {
    let records = cases.records
    let tariff = TariffIndex(
      law: law, jobs: records.jobs, funds: records.funds,
      reliefExcludes: definition.rules.reliefExcludes)
    let book = RuleBook(law: law, tariff: tariff, parameters: parameters(records))
    let calendar = CaseCalendar(period: period, given: plane.months, unused: unused.listMonths)
    let judge = CaseJudge(
      cases, linker, plane, book: book, tariff: tariff, calendar: calendar, given: given,
      dueDay: definition.rules.dueDay)
    var results = CaseResults()
    let shares = try Parallel.map(judge.partitions, threads: threads) { partition in
      let rows = partition < plane.partitions.count ? plane.partitions[partition] : []
      return try judge.judge(partition, rows, keys: evidence)
    }
    for share in shares { results.add(share) }
    let disbursements = disbursements(records, plane, results)
    for disbursement in disbursements where disbursement.sp2d != 0 {
      let isDoubtful = disbursement.month.map(unused.sideMonths.contains) ?? false
      for rule in book.disbursementRules
      where !isDoubtful || !Self.comparesSides(type(of: rule).entry.code) {
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

  /// Whether a rule holds the register and the lists of a month against one another.
  private static func comparesSides(_ code: RuleCode) -> Bool {
    code == RuleCode(.keu, 1) || code == RuleCode(.keu, 2)
  }

  private func parameters(_ records: RunRecords) -> RuleBook.Parameters {
    var parameters = RuleBook.Parameters(
      dueDay: definition.rules.dueDay,
      wadahSG: records.wadahs.find(ContiguousArray("SG".utf8).span))
    (parameters.asOf, parameters.grace) = (asOf, definition.rules.grace)
    return parameters
  }

  /// Brings both sides of each SP2D together.
  private func disbursements(
    _ records: RunRecords, _ plane: PremiumPlane, _ results: CaseResults
  ) -> [DisbursementCase] {
    var cases = (0..<records.sp2ds.count).map { number in
      var list = number < plane.lists.count ? plane.lists[number] : ListTotals()
      list.people = results.people[SymbolTable.Symbol(number)] ?? 0
      return DisbursementCase(sp2d: SymbolTable.Symbol(number), list: list)
    }
    for (row, record) in records.disbursements.enumerated() {
      cases[Int(record.sp2d)].add(record, row: UInt32(row))
    }
    return cases
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
