import Domain

/// A small report of an invented city programme: eighteen months, ten deaths, two accidents.
///
/// All NIKs are synthetic.
enum SampleReport {
  static let from = CoverageMonth(index: 2023 * 12)
  static let to = CoverageMonth(index: 2024 * 12 + 5)
  static let nik = NIK(raw: 3_375_014_107_780_001)
  static let otherNIK = NIK(raw: 3_375_021_502_810_007)

  static var period: Period {
    guard let period = Period(from: from, to: to) else {
      preconditionFailure("the sample's months are in order")
    }
    return period
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the sample's days are in the calendar")
    }
    return date
  }

  static var report: RunReport {
    var report = RunReport(
      programme: "Batik Berlian", city: "Kota Pekalongan", period: period,
      asOf: day(2024, 7, 15))
    report.files = [
      "peserta.csv", "kepesertaan.xml", "iuran-2023.csv", "iuran-2024.csv", "sp2d.csv",
      "klaim.xml",
    ]
    report.funds = ["", "APBD", "Baznas"]
    report.entries = entries
    report.law = [
      LawRowText(id: "", title: "", source: "", validFrom: nil, confirmed: false),
      LawRowText(
        id: "jkm-2019", title: "Santunan kematian Rp42.000.000", source: "PP 82/2019 ps. 34",
        validFrom: day(2019, 12, 2), confirmed: true),
    ]
    addFindings(to: &report)
    addRows(to: &report)
    addSP2Ds(to: &report)
    addMonthly(to: &report)
    report.peopleMonth = to
    addStatement(to: &report)
    report.manifest = manifest
    return report
  }

  private static func entry(
    _ code: RuleCode, _ title: StaticString, _ severity: Severity, _ owner: Owner
  ) -> RuleEntry {
    RuleEntry(
      code, title, holds: "What should hold.", severity: severity, legalBasis: "PP 44/2015",
      confirmed: false, owner: owner, atRisk: "Nominal baris", needs: [])
  }

  private static let entries: [RuleEntry] = [
    entry(RuleCode(.dat, 3), "Baris ditolak", .medium, .sender),
    entry(RuleCode(.idn, 2), "NIK berbeda untuk orang yang sama", .high, .dinperinaker),
    entry(RuleCode(.iur, 1), "Tarif iuran salah", .high, .dinperinaker),
    entry(RuleCode(.iur, 4), "Bulan tanpa iuran", .high, .dinperinaker),
    entry(RuleCode(.iur, 5), "Iuran dibayar setelah meninggal", .high, .dinperinaker),
    entry(RuleCode(.iur, 6), "Iuran terlambat dibayar", .medium, .bpkad),
    entry(RuleCode(.keu, 1), "SP2D tidak sama dengan daftar peserta", .critical, .bpkad),
    entry(
      RuleCode(.klm, 1), "Nominal klaim tidak sama dengan manfaat peraturan", .high, .bpjamsostek),
    entry(RuleCode(.klm, 2), "Klaim dibayar dua kali", .critical, .bpjamsostek),
    entry(
      RuleCode(.sil, 1), "Klaim tanpa iuran kota pada bulan kejadian", .critical, .dinperinaker),
    entry(RuleCode(.iur, 7), "Diterima BPJamsostek tidak sama dengan dibayar", .critical, .bpkad),
    entry(RuleCode(.prs, 1), "JKM dibayar lewat batas hari kerja", .medium, .bpjamsostek),
    entry(
      RuleCode(.kps, 7), "Lebih dari satu peserta per KK, atau penerima PKH/BPNT", .medium,
      .dinperinaker),
  ]
}

extension TextArena {
  /// Keeps a String's text.
  mutating func add(_ text: String) -> Text {
    let bytes = ContiguousArray(text.utf8)
    return add(bytes.span)
  }
}

extension SampleReport {
  private static func month(_ year: Int, _ month: Int) -> CoverageMonth {
    CoverageMonth(index: UInt16(year * 12 + month - 1))
  }

  private static func make(
    _ code: RuleCode, _ severity: Severity, _ month: CoverageMonth?, _ kind: RecordRef.Kind,
    _ expected: Fact, _ found: Fact, _ atRisk: Int64
  ) -> Finding {
    Finding(
      code, severity, month: month, person: 1, subject: RecordRef(kind, 0), expected: expected,
      found: found, atRisk: atRisk)
  }

  private static let facts: [(finding: Finding, key: String, file: FileID, line: UInt32)] = {
    var gap = make(
      RuleCode(.iur, 4), .critical, month(2023, 8), .membership, .phrase(.premium),
      .phrase(.noPremium), 42_000_000)
    gap.monthInKey = true
    var benefit = make(
      RuleCode(.klm, 1), .high, month(2023, 5), .claim, .money(42_000_000), .money(40_000_000),
      2_000_000)
    (benefit.programme, benefit.law) = (.death, LawRef(index: 1))
    var uncovered = make(
      RuleCode(.sil, 1), .critical, month(2024, 3), .claim, .phrase(.premium),
      .phrase(.noPremium), 42_000_000)
    (uncovered.programme, uncovered.status) = (.death, .pending)
    var double = make(
      RuleCode(.klm, 2), .critical, month(2023, 11), .claim, .phrase(.oneClaim),
      .phrase(.repeatedClaim), 42_000_000)
    double.programme = .death
    return [
      (
        make(
          RuleCode(.dat, 3), .medium, nil, .file, .phrase(.readableRow), .reason(.missingValue),
          16_800), "iuran-2023.csv:412", 2, 412
      ),
      (
        make(
          RuleCode(.idn, 2), .high, month(2024, 2), .contribution, .nik(nik), .nikInRow, 16_800),
        "B-2024-02-0007", 3, 1_051
      ),
      (
        make(
          RuleCode(.iur, 1), .high, month(2023, 3), .contribution, .money(16_800),
          .money(15_000), 1_800), "B-2023-03-0118", 2, 2_118
      ),
      (gap, "24001234567", 1, 88),
      (
        make(
          RuleCode(.iur, 5), .high, month(2024, 1), .contribution, .month(month(2023, 11)),
          .month(month(2024, 1)), 16_800), "B-2024-01-0441", 3, 441
      ),
      (
        make(
          RuleCode(.iur, 6), .medium, month(2023, 6), .disbursement, .date(day(2023, 7, 15)),
          .date(day(2023, 7, 28)), 0), "00123/SP2D/2023", 4, 7
      ),
      (
        make(
          RuleCode(.keu, 1), .critical, month(2024, 4), .disbursement,
          .moneyAndCount(16_800_000, 1_000), .moneyAndCount(16_447_200, 979), 352_800),
        "00077/SP2D/2024", 4, 17
      ),
      (benefit, "KLM-2023-0003", 5, 31), (double, "KLM-2023-0011", 5, 119),
      (uncovered, "KLM-2024-0002", 5, 140),
    ]
  }()

  private static func addFindings(to report: inout RunReport) {
    for (place, fact) in facts.enumerated() {
      var row = ReportedFinding(fact.finding, id: 0x0a1b_2c3d_4e5f_6071 + UInt64(place))
      let isPerson = ![.disbursement, .file].contains(fact.finding.subject.kind)
      if isPerson { row.person = report.arena.add("p-7f3a9c\(place)e21b") }
      row.nik = isPerson ? nik : .absent
      row.subjectKey = report.arena.add(fact.key)
      (row.subjectFile, row.subjectLine) = (fact.file, fact.line)
      row.foundNIK = otherNIK
      row.due = report.asOf.adding(days: fact.finding.severity.dueDays)
      let start = report.evidence.count
      report.evidence.append(
        EvidenceRow(
          .subject, kind: fact.finding.subject.kind, key: row.subjectKey, file: fact.file,
          line: fact.line))
      report.evidence.append(
        EvidenceRow(
          .support, kind: .participant, key: report.arena.add("P-0441"), file: 0, line: 442))
      row.evidence = start..<report.evidence.count
      report.findings.append(row)
    }
  }

  private static func addRows(to report: inout RunReport) {
    var claim = LinkRow(
      .claim, key: report.arena.add("KLM-2023-0003"),
      link: Link(person: 1, method: .probabilistic, tier: .suggested),
      at: SourceLocation(file: 5, line: 31))
    claim.participant = report.arena.add("P-0441")
    claim.link.person = 0
    report.participants = [claim.participant, report.arena.add("P-0442")]
    report.decisions = LinkDecisions(
      comparisons: [
        LinkDecisions.Comparison(what: "name", levels: ["exact", "else"]),
        LinkDecisions.Comparison(what: "nik", levels: ["exact", "else"]),
      ],
      prior: -9.5,
      decisions: [
        LinkDecisions.Decision(
          tier: .suggested,
          best: LinkDecisions.Candidate(
            person: 0, probability: 0.98766, pattern: 0x01, weights: [11.25, 0, 0, 0, 0, 0, 0, 0]),
          second: LinkDecisions.Candidate(
            person: 1, probability: 0.0004, pattern: 0x20,
            weights: [0, -0.04, 0, 0, 0, 0, 0, 0]))
      ])
    claim.link.decision = 1
    report.links = [
      claim,
      LinkRow(
        .contribution, key: report.arena.add("iuran \"2023\", baru.csv:9"), link: Link(),
        at: SourceLocation(file: 2, line: 9)),
    ]
    report.findDecidedLinks()
    report.paymentIDs = [
      report.arena.add("B-2023-05-0441"), report.arena.add("B-2023-05-0442"),
    ]
    report.coverage = [
      CoverageRow(
        claimNumber: report.arena.add("KLM-2023-0003"), outcome: .covered,
        month: month(2023, 5), payments: 0..<2, from: day(2023, 1, 1)),
      CoverageRow(
        claimNumber: report.arena.add("KLM-2024-0002"), outcome: .notCovered,
        month: month(2024, 3)),
    ]
    report.coverage[0].person = report.arena.add("p-7f3a9c7e21b")
    report.coverage[0].evidence = 0..<min(2, report.evidence.count)
    report.rejects = [
      Reject(
        at: SourceLocation(file: 2, line: 412), column: 6, byte: 40_211, field: .amount,
        reason: .missingValue, shape: .absent, amount: 16_800),
      Reject(
        at: SourceLocation(file: 3, line: 77), column: 3, byte: 7_033, field: .month,
        reason: .unreadableValue, shape: report.arena.add("aaa, \"99\""), amount: 16_800),
    ]
  }
}
