internal import Domain
internal import Matcher
internal import Rules

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

  private var arena: TextArena
  private var participantKeys: ContiguousArray<Text> = []

  /// A record's key and place, as outputs name it.
  struct Place {
    var key = Text.absent
    var file: FileID?
    var line: UInt32 = 0
    var nik = NIK.absent
  }

  init(
    definition: PipelineDefinition, period: Period, asOf: CalendarDate, files: [InputFile],
    law: LawBook, key: PseudonymKey, cases: CaseFile, linker: PersonLinker,
    evidence: PaymentEvidence
  ) {
    (self.definition, self.period, self.asOf, self.files) = (definition, period, asOf, files)
    (self.law, self.key, self.cases, self.linker) = (law, key, cases, linker)
    self.evidence = evidence
    arena = cases.records.texts
  }

  /// Builds the report of a run.
  mutating func report(
    _ judged: (results: CaseResults, disbursements: [DisbursementCase], calendar: CaseCalendar),
    _ plane: PremiumPlane, inputs: [ReportedInput], books: [BookLine], linksAll: Bool
  ) throws -> RunReport {
    var report = RunReport(
      programme: definition.programme ?? "", city: definition.city?.name ?? "", period: period,
      asOf: asOf)
    report.files = files.map(\.name)
    report.funds = (0..<cases.records.funds.count).map {
      cases.records.funds.string(SymbolTable.Symbol($0))
    }
    report.entries = RuleBook.entries
    report.law = law.rows.map {
      LawRowText(
        id: $0.id, title: $0.title, source: $0.source, validFrom: $0.validFrom,
        confirmed: $0.confirmed)
    }
    namePeople()
    try addFindings(judged.results.findings, disbursements: judged.disbursements, to: &report)
    try addLinks(plane, to: &report)
    try addCoverage(judged.results, to: &report)
    report.rejects = cases.records.rejects
    report.rejects.sort {
      ($0.location.file, $0.location.line) < ($1.location.file, $1.location.line)
    }
    let totals = TotalsBuilder(
      definition: definition, cases: cases, law: law, results: judged.results,
      disbursements: judged.disbursements, plane: plane, inputs: inputs, books: books)
    totals.fill(&report, calendar: judged.calendar)
    report.manifest.definitionFile = definition.file
    report.manifest.definitionSHA256 = definition.sha256
    report.manifest.keyFingerprint = key.fingerprint
    report.arena = arena
    return report
  }

  /// The key of each person of the city's list: its own id, else `FILE:LINE`.
  private mutating func namePeople() {
    let roster = cases.records.roster
    let ascending = roster.indices.dropFirst().allSatisfy {
      arena.precedes(roster[$0 - 1].participantID, roster[$0].participantID)
    }
    var seen: Set<String> = []
    participantKeys.reserveCapacity(roster.count)
    for record in roster {
      let own = record.participantID
      // Ids in ascending order are all different: no need to remember them.
      if own.isPresent, ascending || seen.insert(arena.string(own)).inserted {
        participantKeys.append(own)
      } else {
        let key = add("\(files[Int(record.location.file)].name):\(record.location.line)")
        participantKeys.append(key)
      }
    }
  }

  /// The key of a person, absent for one outside the city's list.
  private func participantKey(_ person: UInt32) -> Text {
    Int(person) < participantKeys.count ? participantKeys[Int(person)] : .absent
  }

  private mutating func add(_ text: String) -> Text {
    let bytes = ContiguousArray(text.utf8)
    return arena.add(bytes.span)
  }

  private mutating func add(_ kpj: KPJ) -> Text {
    var bytes: ContiguousArray<UInt8> = []
    kpj.write(to: &bytes)
    return arena.add(bytes.span)
  }

  mutating func place(
    _ ref: RecordRef, _ disbursements: [DisbursementCase]
  ) throws -> Place {
    let records = cases.records
    let index = Int(ref.index)
    switch ref.kind {
    case .none: return Place()
    case .participant:
      let record = records.roster[index]
      return place(participantKey(ref.index), record.location, record.nik)
    case .membership:
      let record = records.memberships[index]
      let key = add(record.kpj)
      return place(key, record.location, record.nik)
    case .claim:
      let record = records.claims[index]
      return place(record.number, record.location, record.nik)
    case .file:
      let at = records.rejects[index].location
      let key = add("\(files[Int(at.file)].name):\(at.line)")
      return place(key, at, .absent)
    case .contribution:
      let row = try evidence.row(ref.index)
      let text = evidence.key(of: row, number: ref.index)
      let key = arena.add(text.span)
      return place(key, row.location, row.nik)
    case .disbursement:
      let disbursement = disbursements[index]
      let key = add(records.sp2ds.string(ref.index))
      if let row = disbursement.registerRow {
        return place(key, records.disbursements[Int(row)].location, .absent)
      }
      return place(key, try evidence.row(disbursement.list.firstRow).location, .absent)
    }
  }

  private func place(_ key: Text, _ at: SourceLocation, _ nik: NIK) -> Place {
    Place(key: key, file: at.file, line: at.line, nik: nik)
  }

  private mutating func addFindings(
    _ findings: Findings, disbursements: [DisbursementCase], to report: inout RunReport
  ) throws {
    let claimRows = ClaimRows(cases.records, for: findings)
    for finding in findings.list {
      let subject = try place(finding.subject, disbursements)
      let other = try place(finding.other, disbursements)
      let subjectKey = subject.key
      let month = finding.month.map(monthText) ?? ""
      let keyMonth = finding.monthInKey ? "|\(month)" : ""
      let named = "\(finding.code.text)|\(arena.string(subjectKey))\(keyMonth)|\(month)"
      var reported = ReportedFinding(finding, id: Digest.sha256(Array(named.utf8)).prefix64)
      reported.subjectKey = subjectKey
      (reported.subjectFile, reported.subjectLine) = (subject.file, subject.line)
      (reported.otherKey, reported.otherFile) = (other.key, other.file)
      (reported.otherLine, reported.foundNIK) = (other.line, subject.nik)
      name(finding.person, subject.nik, &reported)
      reported.firstSeen = asOf
      reported.due =
        finding.status == .new ? asOf.adding(days: finding.severity.dueDays) : nil
      let start = report.evidence.count
      report.evidence.append(
        EvidenceRow(
          .subject, kind: finding.subject.kind, key: subjectKey, file: subject.file,
          line: subject.line))
      if finding.other.kind != .none {
        report.evidence.append(
          EvidenceRow(
            .other, kind: finding.other.kind, key: other.key, file: other.file, line: other.line))
      }
      try addSupport(of: finding, claimRows, disbursements, to: &report)
      reported.evidence = start..<report.evidence.count
      report.findings.append(reported)
    }
    sort(&report.findings)
  }

  /// Sorts by code, month and subject key: places first, since a finding is large to move.
  private func sort(_ findings: inout ContiguousArray<ReportedFinding>) {
    let order = findings.indices.sorted { left, right in
      let (a, b) = (findings[left], findings[right])
      if a.finding.code != b.finding.code { return a.finding.code < b.finding.code }
      let months = (a.finding.month?.index ?? 0, b.finding.month?.index ?? 0)
      if months.0 != months.1 { return months.0 < months.1 }
      return arena.precedes(a.subjectKey, b.subjectKey)
    }
    findings = ContiguousArray(order.map { findings[$0] })
  }

  /// Gives a finding its person's pseudonym and NIK.
  private mutating func name(_ person: UInt32?, _ own: NIK, _ reported: inout ReportedFinding) {
    guard let person else { return }
    let nik = NIK(raw: linker.niks[Int(person)])
    reported.nik = nik.isNumber ? nik : own
    let kpj = KPJ(raw: linker.kpjs[Int(person)])
    var text: ContiguousArray<UInt8> = []
    if nik.isNumber {
      text.append(contentsOf: "nik:\(nik.raw)".utf8)
    } else if kpj.isPresent {
      text.append(contentsOf: "kpj:".utf8)
      kpj.write(to: &text)
    } else {
      let own = participantKey(person)
      let id = arena.string(own.isPresent ? own : reported.subjectKey)
      text.append(contentsOf: "id:\(id)".utf8)
    }
    reported.person = add(key.pseudonym(of: text.span))
  }

  private func monthText(_ month: CoverageMonth) -> String {
    "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
  }

  private mutating func addLinks(_ plane: PremiumPlane, to report: inout RunReport) throws {
    var claimed: Set<UInt32> = []
    for claim in cases.claims where claimed.insert(claim.firstRow).inserted {
      let record = cases.records.claims[Int(claim.firstRow)]
      addLink(.claim, claim.number, claim.link, record.location, &report)
    }
    for record in cases.records.memberships {
      // The key first: an argument that changes `self` would copy the whole arena.
      let key = add(record.kpj)
      addLink(.membership, key, record.link, record.location, &report)
    }
    for end in plane.looseEnds {
      let place = try place(RecordRef(.contribution, end.row), [])
      addLink(
        .contribution, place.key, end.link,
        SourceLocation(file: place.file ?? 0, line: place.line), &report)
    }
    let arena = self.arena
    report.links.sort { a, b in
      if a.kind != b.kind { return "\(a.kind.name)" < "\(b.kind.name)" }
      if !arena.equal(a.key, b.key) { return arena.precedes(a.key, b.key) }
      return (a.file, a.line) < (b.file, b.line)
    }
  }

  private func addLink(
    _ kind: RecordRef.Kind, _ key: Text, _ link: Link, _ at: SourceLocation,
    _ report: inout RunReport
  ) {
    var row = LinkRow(kind, key: key, link: link, at: at)
    if link.isLinked {
      row.participant = participantKey(link.person)
      row.probability = Probability(1)
    }
    report.links.append(row)
  }

  private mutating func addCoverage(
    _ results: CaseResults, to report: inout RunReport
  ) throws {
    let arena = self.arena
    let claims = results.claims.sorted { arena.precedes($0.claim.number, $1.claim.number) }
    for covered in claims {
      let start = report.paymentIDs.count
      for row in covered.payments {
        report.paymentIDs.append(try place(RecordRef(.contribution, row), []).key)
      }
      let coverage = covered.claim.coverage
      report.coverage.append(
        CoverageRow(
          claimNumber: covered.claim.number, outcome: coverage.outcome,
          month: covered.claim.incidentOn.month, payments: start..<report.paymentIDs.count,
          from: coverage.from, until: coverage.until))
    }
  }
}
