internal import Domain
internal import Matcher
internal import Rules
internal import Writer

/// Turns what was judged into the report: keys, places, pseudonyms, totals.
struct ReportBuilder {
  let definition: PipelineDefinition
  let period: Period
  let asOf: CalendarDate
  let files: [InputFile]
  let law: LawBook
  let key: PseudonymKey
  let cases: CaseFile
  let linker: PersonLinker
  let evidence: PaymentEvidence

  /// Builds the report of a run; the results are taken, since there may be very many findings.
  func report(
    _ judged: inout JudgeStage.Judged,
    _ plane: PremiumPlane, inputs: [ReportedInput], books: [BookLine], linksAll: Bool
  ) throws -> RunReport {
    var report = RunReport(
      programme: definition.programme ?? "", city: definition.city?.name ?? "", period: period,
      asOf: asOf)
    report.files = files.map(\.name)
    report.funds = (0..<cases.records.funds.count).map {
      TextMask.masking(cases.records.funds.string(SymbolTable.Symbol($0)))
    }
    for kind in Fact.Written.allCases {
      let texts = Self.texts(kind, cases.records)
      report.written[kind] = (0..<texts.count).map {
        TextMask.masking(texts.string(SymbolTable.Symbol($0)))
      }
    }
    report.entries = RuleBook.entries
    report.law = law.rows.map {
      LawRowText(
        id: $0.id, title: $0.title, source: $0.source, validFrom: $0.validFrom,
        confirmed: $0.confirmed)
    }
    var places = RecordPlaces(
      cases, linker, judged.disbursements, evidence, files: files, key: key)
    var results = CaseResults()
    swap(&results, &judged.results)
    try addFindings(results.findings, &places, to: &report)
    addOverdue(to: &report, &results.findings, &places)
    sortFindings(of: &report, in: places.arena)
    report.links = try LinkRows.rows(plane, &places, all: linksAll)
    report.membershipLinks = MembershipLinks(
      cases.records.memberships, participants: places.participantKeys,
      decisions: cases.membershipDecisions)
    (report.decisions, report.participants) = (cases.decisions, places.participantKeys)
    report.findDecidedLinks()
    try addCoverage(results, &places, to: &report)
    report.sp2ds = SP2DRows.rows(of: report.findings, &places)
    report.rejects = cases.records.rejects
    report.rejects.sort { $0.location < $1.location }
    for file in cases.records.files { report.sheets[file.file] = file.sheets }
    let totals = TotalsBuilder(
      definition: definition, cases: cases, law: law, results: results,
      disbursements: judged.disbursements, plane: plane, inputs: inputs, books: books)
    totals.fill(&report, calendar: judged.calendar)
    report.manifest.definitionFile = definition.file
    report.manifest.definitionSHA256 = definition.sha256
    report.manifest.keyFingerprint = key.fingerprint
    report.arena = places.arena
    return report
  }

  private static func texts(_ kind: Fact.Written, _ records: RunRecords) -> SymbolTable {
    switch kind {
    case .job: records.jobs
    case .village: records.villages
    case .account: records.accounts
    case .wadah: records.wadahs
    }
  }

  private func addFindings(
    _ findings: Findings, _ places: inout RecordPlaces, to report: inout RunReport
  ) throws {
    report.findings.reserveCapacity(findings.list.count)
    let support = Support(records: cases.records)
    for finding in findings.list {
      report.findings.append(try reported(finding, support, &places, &report.evidence))
    }
  }

  /// Adds what the rule over findings says of those that are past their due date.
  private func addOverdue(
    to report: inout RunReport, _ findings: inout Findings, _ places: inout RecordPlaces
  ) {
    let rule = FindingIsSettledInTime(asOf: asOf)
    var late = Findings()
    for (place, row) in report.findings.enumerated() {
      rule.check(row.finding, index: UInt32(place), due: row.due, &late)
    }
    definition.rules.settle(&late)
    for finding in late.list {
      let open = report.findings[Int(finding.subject.index)]
      let key = places.name(Self.hex(open.id))
      var row = ReportedFinding(finding, id: places.id(of: finding, subject: key))
      (row.subjectKey, row.person, row.nik) = (key, open.person, open.nik)
      (row.firstSeen, row.due) = (asOf, asOf.adding(days: finding.severity.dueDays))
      let start = report.evidence.count
      report.evidence.append(EvidenceRow(.subject, kind: .finding, key: key, file: nil, line: 0))
      row.evidence = start..<report.evidence.count
      report.findings.append(row)
    }
    findings.add(late)
  }

  /// A finding's id as outputs show it.
  private static func hex(_ id: UInt64) -> String {
    var text = OutputText()
    text.append(hex: id)
    return text.string
  }

  private func sortFindings(of report: inout RunReport, in arena: TextArena) {
    TextOrder.sort(
      &report.findings, in: arena,
      rank: { row in
        let code = UInt32(row.finding.code.family.rawValue) << 8 | UInt32(row.finding.code.number)
        return code << 16 | UInt32(row.finding.month?.index ?? 0)
      }, text: \.subjectKey)
  }

  private func reported(
    _ finding: Finding, _ support: Support, _ places: inout RecordPlaces,
    _ evidence: inout ContiguousArray<EvidenceRow>
  ) throws -> ReportedFinding {
    let subject = try places.place(finding.subject)
    let other = try places.place(finding.other)
    var reported = ReportedFinding(finding, id: places.id(of: finding, subject: subject.key))
    reported.subjectKey = subject.key
    (reported.subjectFile, reported.subjectLine) = (subject.file, subject.line)
    (reported.otherKey, reported.otherFile) = (other.key, other.file)
    (reported.otherLine, reported.foundNIK) = (other.line, subject.nik)
    if let person = finding.person {
      let nik = NIK(raw: linker.niks[Int(person)])
      reported.nik = nik.isNumber ? nik : subject.nik
      reported.person = places.pseudonym(of: person, subject: subject.key)
    }
    reported.firstSeen = asOf
    reported.due =
      finding.status == .new
      ? asOf.adding(days: finding.severity.dueDays) : finding.pendingUntil.value
    let start = evidence.count
    evidence.append(
      EvidenceRow(
        .subject, kind: finding.subject.kind, key: subject.key, file: subject.file,
        line: subject.line))
    if finding.other.kind != .none {
      evidence.append(
        EvidenceRow(
          .other, kind: finding.other.kind, key: other.key, file: other.file, line: other.line))
    }
    try support.add(finding, &places, &evidence)
    reported.evidence = start..<evidence.count
    return reported
  }

  private func addCoverage(
    _ results: CaseResults, _ places: inout RecordPlaces, to report: inout RunReport
  ) throws {
    var claims = results.claims
    TextOrder.sort(&claims, in: places.arena, text: \.claim.number)
    for covered in claims {
      let (start, first) = (report.paymentIDs.count, report.evidence.count)
      let link = covered.claim.link
      if link.isLinked { try cite(RecordRef(.participant, link.person), &places, &report) }
      if covered.membership.kind != .none { try cite(covered.membership, &places, &report) }
      for row in results.payments[covered.payments] {
        let key = try cite(RecordRef(.contribution, row), &places, &report)
        report.paymentIDs.append(key)
      }
      let coverage = covered.claim.coverage
      var row = CoverageRow(
        claimNumber: covered.claim.number, outcome: coverage.outcome,
        month: covered.claim.incidentOn.isPresent ? covered.claim.incidentOn.month : nil,
        payments: start..<report.paymentIDs.count,
        from: coverage.from, until: coverage.until)
      (row.programme, row.paid) = (covered.claim.programme, covered.claim.paid)
      row.incidentOn = covered.claim.incidentOn.isPresent ? covered.claim.incidentOn : nil
      row.evidence = first..<report.evidence.count
      row.person = places.pseudonym(of: link.person, subject: covered.claim.number)
      report.coverage.append(row)
    }
  }

  /// Names a record that tells a claim's cover; returns its key.
  @discardableResult
  private func cite(
    _ ref: RecordRef, _ places: inout RecordPlaces, _ report: inout RunReport
  ) throws -> Text {
    let place = try places.place(ref)
    report.evidence.append(
      EvidenceRow(.support, kind: ref.kind, key: place.key, file: place.file, line: place.line))
    return place.key
  }
}
