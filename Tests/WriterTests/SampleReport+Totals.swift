import Domain

extension SampleReport {
  typealias Part = (label: StatementLabel, count: Int64, amount: Int64)

  static let premium: Int64 = 16_800
  static let deaths = [1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 2, 0, 0, 1, 1, 0, 1, 1]
  static let accidents: [Int64] = [
    0, 0, 8_450_000, 0, 0, 0, 0, 0, 21_300_000, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  /// How many people each fund pays for in a month of the period, from 0.
  static func people(_ place: Int) -> (apbd: Int64, baznas: Int64) {
    (960 + Int64(place) * 2, place < 12 ? 0 : 5 + Int64(place - 12))
  }

  static func addMonthly(to report: inout RunReport) {
    for (place, month) in period.months.enumerated() {
      for (fund, count) in [("APBD", people(place).apbd), ("Baznas", people(place).baznas)]
      where count > 0 {
        report.monthly += [
          MonthlyLine(month, .coverage, fund: fund, .participants, count),
          MonthlyLine(month, .coverage, fund: fund, .premiumRows, count),
          MonthlyLine(month, .coverage, fund: fund, .premiumAmount, count * premium),
        ]
      }
      let deaths = Int64(deaths[place])
      report.monthly += [
        MonthlyLine(month, .event, programme: .death, .claimCases, deaths),
        MonthlyLine(month, .event, programme: .death, .benefitAmount, deaths * 42_000_000),
        MonthlyLine(month, .event, programme: .workAccident, .benefitAmount, accidents[place]),
      ]
    }
    report.monthly.sort()
  }

  static func addStatement(to report: inout RunReport) {
    addRowSections(to: &report.statement)
    let apbd = (0..<18).reduce(0) { $0 + people($1).apbd }
    let baznas = (0..<18).reduce(0) { $0 + people($1).baznas }
    report.statement.add(
      .premiumByFund,
      partsIn: [
        (.named("APBD"), apbd, apbd * premium), (.named("Baznas"), baznas, baznas * premium),
      ])
    let claims: [Part] = [
      (.programme(.death), 10, 420_000_000), (.programme(.workAccident), 2, 29_750_000),
    ]
    report.statement.add(.benefitByProgramme, partsIn: claims)
    report.statement.add(.claimPersons, partsIn: claims)
    report.statement.add(.peopleByVillage, partsIn: villages)
    report.statement.add(.peopleByJob, partsIn: jobs)
    addCodes(to: &report)
    report.statement.add(
      .expectation(1),
      partsIn: (1...10).map { (.named("KLM-2023-000\($0 - 1)"), 1, 42_000_000) })
  }

  private static func addRowSections(to statement: inout Statement) {
    statement.add(
      .claims,
      [
        StatementLine(.start, .rowsRead, count: 15, amount: 533_750_000),
        StatementLine(.subtract, .rowsSkipped, count: 1, amount: 42_000_000),
        StatementLine(.subtract, .rowsUnlinked, count: 1, amount: 42_000_000),
        StatementLine(.end, .rowsLinked, count: 13, amount: 449_750_000),
      ])
    statement.add(
      .contributions,
      [
        StatementLine(.start, .rowsRead, count: 17_633, amount: 296_234_400),
        StatementLine(.subtract, .rowsRejected, count: 2, amount: 33_600),
        StatementLine(.end, .rowsLinked, count: 17_631, amount: 296_200_800),
      ])
    statement.add(
      .sides,
      [
        StatementLine(.start, .registerTotal, count: 24, amount: 296_586_000),
        StatementLine(.subtract, .listBelowRegister, count: 0, amount: 352_800),
        StatementLine(.end, .listTotal, count: 24, amount: 296_233_200),
      ])
    statement.add(
      .findings,
      [
        StatementLine(.start, .openBefore, count: 0, amount: 0),
        StatementLine(.add, .newFindings, count: 9, amount: 86_405_000),
        StatementLine(.subtract, .resolved, count: 0, amount: 0),
        StatementLine(.end, .openAfter, count: 9, amount: 86_405_000),
      ])
  }

  private static func addCodes(to report: inout RunReport) {
    var (open, pending): ([Part], [Part]) = ([], [])
    for row in report.findings {
      let part: Part = (.code(row.finding.code), 1, row.finding.atRisk)
      if row.finding.status == .pending { pending.append(part) } else { open.append(part) }
    }
    report.statement.add(.findingsByCode, partsIn: open)
    report.statement.add(.pendingByCode, partsIn: pending)
  }

  private static func parts(_ list: [(String, Int64)]) -> [Part] {
    list.map { (.named($0.0), $0.1, $0.1 * premium) }
  }

  static let villages = parts([
    ("Medono", 102), ("Podosugih", 61), ("Sapuro Kebulen", 55), ("Bendan Kergon", 70),
    ("Pasirkratonkramat", 83), ("Tirto", 48), ("Pringrejo", 57), ("Noyontaansari", 39),
    ("Kauman", 66), ("Poncol", 44), ("Klego", 51), ("Gamer", 23), ("Setono", 31),
    ("Kali Baros", 28), ("Krapyak", 47), ("Kandang Panjang", 36), ("Panjang Wetan", 29),
    ("Padukuhan Kraton", 40), ("Degayu", 18), ("Bandengan", 12), ("Panjang Baru", 21),
    ("Banyurip", 17), ("Jenggot", 14), ("Sokoduwet", 9), ("", 3),
  ])

  static let jobs = parts([
    ("Pengayuh becak", 224), ("Buruh harian lepas", 187), ("Kuli bangunan", 141),
    ("Pedagang keliling", 120), ("Buruh batik", 96), ("Kuli panggul", 64),
    ("Tukang ojek pengkolan", 52), ("Marbot masjid dan musala", 41), ("Tukang parkir", 33),
    ("Pemulung", 21), ("Penggali kubur", 14), ("Tukang pijat tunanetra", 4), ("Lebe non-PNS", 3),
    ("Tukang tambal ban", 4),
  ])

  private static func input(
    _ kind: InputKind, _ file: String, _ seed: Int, rows: Int, rejected: Int = 0,
    skipped: Int = 0
  ) -> ReportedInput {
    var tally = FileTally()
    for _ in 0..<rows { tally.read.add(100) }
    for _ in 0..<(rows - rejected - skipped) { tally.accepted.add(100) }
    for _ in 0..<rejected { tally.rejected.add(100) }
    for _ in 0..<skipped { tally.skipped.add(100) }
    if rejected > 0 { tally.unread = [.paidOn: 3, .birthDate: 1] }
    let isXML = file.hasSuffix("xml")
    return ReportedInput(
      kind: kind, file: file, sha256: String(repeating: "0\(seed)ab", count: 16), bytes: rows * 90,
      format: isXML ? "xml" : "csv", encoding: "utf-8", dialect: isXML ? "" : "separator=;",
      headerLine: isXML ? nil : 1, tally: tally)
  }

  static var manifest: ManifestFacts {
    var facts = ManifestFacts()
    facts.program = "rekon 0.2.0"
    facts.definitionFile = "batik-berlian.yaml"
    facts.definitionSHA256 = String(repeating: "cafe", count: 16)
    facts.inputs = [
      input(.roster, "peserta.csv", 1, rows: 1_012),
      input(.memberships, "kepesertaan.xml", 2, rows: 1_020),
      input(.contributions, "iuran-2023.csv", 3, rows: 11_653, rejected: 1),
      input(.contributions, "iuran-2024.csv", 4, rows: 5_980, rejected: 1),
      input(.disbursements, "sp2d.csv", 5, rows: 24),
      input(.claims, "klaim.xml", 6, rows: 15, skipped: 1),
    ]
    facts.books = [BookLine("rows read = rows accounted for", left: 19_704, right: 19_704)]
    let figures = CasesAndAmount(cases: 10, amount: 420_000_000)
    facts.expectations = [
      ExpectationResult(
        programme: .death, period: period, basis: .event, expected: figures, found: figures,
        claims: (0...9).map { "KLM-2023-000\($0)" }),
      ExpectationResult(
        programme: .workAccident, period: period, basis: .paid,
        expected: CasesAndAmount(cases: 3, amount: 456_000_000),
        found: CasesAndAmount(cases: 2, amount: 29_750_000),
        claims: ["KLM-2023-0101", "KLM-2023-0109"]),
    ]
    facts.notChecked = [
      NotChecked(RuleCode(.iur, 7), .notGiven("receipts")),
      NotChecked(RuleCode(.prs, 1), .noColumn(.completeOn)),
      NotChecked(RuleCode(.kps, 7), .noColumn(.familyCard)),
    ]
    facts.lawUsed = [LawRef(index: 1)]
    facts.keyFingerprint = "a1b2c3d4"
    return facts
  }
}

extension Statement {
  /// Adds a section of parts and their sum.
  fileprivate mutating func add(
    _ section: StatementSection,
    partsIn parts: [(label: StatementLabel, count: Int64, amount: Int64)]
  ) {
    let total = (parts.reduce(0) { $0 + $1.count }, parts.reduce(0) { $0 + $1.amount })
    add(section, partsOf: total, parts)
  }
}
