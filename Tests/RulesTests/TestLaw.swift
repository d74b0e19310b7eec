import Domain
import Rules
import TestSupport

/// The law of the tests: the rows of `Pipelines/Law` that the rules need, as values.
enum TestLaw {
  static let book: LawBook = {
    var book = LawBook()
    let tariff = add("tariff-2015", to: &book)
    book.tariff.rates = [
      Tariff.Rate(
        law: tariff, from: month("2015-07"), to: nil, jkm: 6800,
        brackets: [
          Tariff.Bracket(income: 0, base: 1_000_000, jkk: 10_000),
          Tariff.Bracket(income: 1_100_000, base: 1_200_000, jkk: 12_000),
          Tariff.Bracket(income: 20_200_000, base: 20_700_000, jkk: 207_000),
        ])
    ]
    book.tariff.reliefs = [
      Tariff.Relief(
        law: add("relief-2026-transport", to: &book), from: month("2026-01"), to: month("2027-03"),
        sector: .transport, percent: 50),
      Tariff.Relief(
        law: add("relief-2026-other", to: &book), from: month("2026-04"), to: month("2026-12"),
        sector: .other, percent: 50),
    ]
    book.benefits = benefits(in: &book)
    book.limits = limits(in: &book)
    book.workingDays = WorkingCalendar(rows: [
      WorkingCalendar.Row(
        law: add("holidays-2024", to: &book), from: day("2024-01-01"), to: day("2024-12-31"),
        daysOff: [day("2024-02-08"), day("2024-02-09")])
    ])
    book.jobs = JobTable(
      jobs: [job("Buruh Batik", ["Pembatik"], .other), job("Tukang Becak", ["Becak"], .transport)],
      transport: ["Kurir"])
    return book
  }()

  /// Jobs 1 and 2 are other and transport; funds 1 and 2 are the city's and one with relief.
  static let tariff: TariffIndex = {
    var (jobs, funds) = (SymbolTable(), SymbolTable())
    for text in ["BURUH BATIK", "becak"] { _ = jobs.intern(text.utf8Span.span) }
    for text in ["APBD", "Baznas", "APBD Perubahan", "APBDes"] {
      _ = funds.intern(text.utf8Span.span)
    }
    return TariffIndex(law: book, jobs: jobs, funds: funds, reliefExcludes: ["APBN", "APBD"])
  }()

  static func law(_ id: String) -> LawRef { book.ref(id: id) ?? .none }

  private static func benefits(in book: inout LawBook) -> BenefitSchedule {
    BenefitSchedule(
      grants: [
        BenefitSchedule.Grant(
          law: add("benefit-2015", to: &book), from: day("2015-07-01"), to: day("2019-12-01"),
          death: 24_000_000, workAccidentDeath: 55_800_000, funeral: 3_000_000),
        BenefitSchedule.Grant(
          law: add("benefit-2019", to: &book), from: day("2019-12-02"), to: nil,
          death: 42_000_000, workAccidentDeath: 70_000_000, funeral: 10_000_000),
      ],
      shortTenures: [
        BenefitSchedule.ShortTenure(
          law: add("short-tenure-2025", to: &book), from: day("2025-02-24"), months: 3, days: 90,
          amount: 10_000_000)
      ],
      scholarships: [
        ScholarshipGrant(
          law: add("scholarship-2019", to: &book), from: day("2019-12-02"), to: nil, months: 36,
          children: 2,
          levels: [
            .init(perYear: 1_500_000, years: 8), .init(perYear: 2_000_000, years: 3),
            .init(perYear: 3_000_000, years: 3), .init(perYear: 12_000_000, years: 5),
          ])
      ])
  }

  private static func limits(in book: inout LawBook) -> TimeLimits {
    func limit(
      _ id: String, _ what: TimeLimits.What, from: String = "2015-07-01", to: String? = nil,
      _ count: Int, _ unit: Fact.Unit, percent: Int64 = 0
    ) -> TimeLimits.Limit {
      TimeLimits.Limit(
        law: add(id, to: &book), what: what, from: day(from), to: to.map(day), count: count,
        unit: unit, percentPerDay: percent)
    }
    return TimeLimits(limits: [
      limit("jkm-payment-2015", .deathPayment, 3, .workingDays, percent: 1),
      limit("jkk-payment-2015", .accidentPayment, 7, .workingDays, percent: 1),
      limit("jkk-report-2015", .accidentReport, 2, .days),
      limit("jkk-claim-2015", .accidentClaim, to: "2019-12-01", 2, .years),
      limit("jkk-claim-2019", .accidentClaim, from: "2019-12-02", 5, .years),
      limit("early-death-2015", .earlyDeath, 30, .days),
    ])
  }

  private static func add(_ id: String, to book: inout LawBook) -> LawRef {
    book.add(
      LawRow(
        id: id, title: id, source: "test", validFrom: nil, validTo: nil, confirmed: true))
  }

  private static func job(
    _ name: String, _ synonyms: [String], _ sector: Tariff.Sector
  ) -> JobTable.Job {
    JobTable.Job(
      name: name, synonyms: synonyms, sector: sector, legalFrom: day("2022-01-01"), law: .none)
  }
}

func month(_ text: String) -> CoverageMonth { CaseBuilder.month(text) }
func day(_ text: String) -> CalendarDate { CaseBuilder.day(text) }

extension PersonRule {
  /// What the rule finds in a case.
  func findings(in person: CaseBuilder) -> [Finding] {
    var findings = Findings()
    person.build { check($0, &findings) }
    return Array(findings.list)
  }
}

extension ClaimRule {
  /// What the rule finds in all claims of a case, their coverage judged before.
  func findings(in person: CaseBuilder) -> [Finding] {
    var findings = Findings()
    person.build { person in
      for place in person.claims.indices {
        var claim = person.claims[place]
        claim.coverage = coverage(of: claim, in: person, dueDay: 15, tariff: TestLaw.tariff)
        check(claim, of: person, &findings)
      }
    }
    return Array(findings.list)
  }
}

extension DisbursementRule {
  /// What the rule finds in an SP2D.
  func findings(in disbursement: DisbursementCase) -> [Finding] {
    var findings = Findings()
    check(disbursement, &findings)
    return Array(findings.list)
  }
}
