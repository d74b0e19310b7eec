import Domain
import Rules
import TestSupport
import Testing

@testable import Matcher

struct CaseJudgeTests {
  /// Keys of payments that stand in no file: the row's number from the end, as text.
  private struct Keys: PaymentKeys {
    var areInRowOrder: Bool { false }

    func key(of row: UInt32) -> PaymentKey { PaymentKey(ContiguousArray("B\(900 - row)".utf8)) }
  }

  private struct Payment {
    var person: UInt32
    var month: String
    var fund: UInt8 = 1
    var amount: Int32 = 16_800
    var sp2d: SymbolTable.Symbol = 1
  }

  private func judged(
    _ payments: [Payment], _ fill: (inout ListBuilder) -> Void = { _ in }
  ) throws -> CaseResults {
    var list = ListBuilder()
    list.listed("Slamet", nik: "3375010101700001", kpj: "11")
    list.listed("Siti", nik: "3375010202710002", kpj: "12")
    for fund in ["APBD", "Baznas"] { _ = list.records.funds.intern(Array(fund.utf8).span) }
    for number in ["S1", "S2"] { _ = list.records.sp2ds.intern(Array(number.utf8).span) }
    list.member("Slamet", nik: "3375010101700001", kpj: "11", from: "2024-01-01")
    list.member("Siti", nik: "3375010202710002", kpj: "12", from: "2024-01-01")
    fill(&list)
    var linker = PersonLinker(roster: list.records.roster)
    let file = CaseFile(list.records, &linker)
    var (plane, rows) = (PremiumPlane(), ContiguousArray<ContributionRow>())
    for (number, payment) in payments.enumerated() {
      var row = ContributionRow()
      (row.row, row.sp2d, row.fund) = (UInt32(number), payment.sp2d, payment.fund)
      (row.amount, row.month) = (payment.amount, CaseBuilder.month(payment.month))
      row.paidDay = UInt16(row.month.date(day: 10).day)
      row.nik = NIK(raw: linker.niks[Int(payment.person)])
      row.kpj = KPJ(raw: linker.kpjs[Int(payment.person)])
      rows.append(row)
    }
    plane.add(
      rows, of: RecordBatch(), &linker, &list.records.texts,
      reference: CaseBuilder.day("2024-03-31"))
    let tariff = TariffIndex(
      law: LawBook(), jobs: file.records.jobs, funds: file.records.funds, reliefExcludes: [])
    let period = try #require(
      Period(from: CaseBuilder.month("2024-01"), to: CaseBuilder.month("2024-03")))
    let judge = CaseJudge(
      file, linker, plane,
      book: RuleBook(law: LawBook(), tariff: tariff, parameters: .init(dueDay: 15)),
      tariff: tariff, calendar: CaseCalendar(period: period, given: plane.months),
      given: [.roster, .memberships, .contributions, .claims], dueDay: 15)
    #expect(judge.partitions == 1)
    return try judge.judge(0, plane.partitions[0], keys: Keys())
  }

  private func subjects(_ results: CaseResults, _ code: RuleCode) -> [UInt32] {
    results.findings.list.filter { $0.code == code }.map(\.subject.index).sorted()
  }

  @Test func `Each payment is judged in its person's case`() throws {
    let results = try judged([
      Payment(person: 1, month: "2024-02"), Payment(person: 0, month: "2024-01"),
      Payment(person: 0, month: "2024-03"), Payment(person: 1, month: "2024-01"),
      Payment(person: 1, month: "2024-03"),
    ])
    #expect(results.premiums.rows == 5 && results.premiums.amount.rupiah == 84_000)
    // The membership of the first person lacks February.
    let gaps = results.findings.list.filter { $0.code == RuleCode(.iur, 4) }
    #expect(gaps.map(\.month) == [CaseBuilder.month("2024-02")])
    #expect(gaps.map(\.person) == [0])
  }

  @Test func `The lowest payment id of a month is the one that stays`() throws {
    // The later row has the lower id.
    let results = try judged([
      Payment(person: 0, month: "2024-01"), Payment(person: 0, month: "2024-01"),
      Payment(person: 0, month: "2024-02"), Payment(person: 0, month: "2024-02", fund: 2),
    ])
    #expect(subjects(results, RuleCode(.iur, 2)) == [0])
    #expect(subjects(results, RuleCode(.iur, 3)) == [2])
    let other = results.findings.list.first { $0.code == RuleCode(.iur, 3) }?.other
    #expect(other == RecordRef(.contribution, 3))
  }

  @Test func `People are counted once for a month and fund, rows each`() throws {
    let results = try judged([
      Payment(person: 0, month: "2024-01"), Payment(person: 0, month: "2024-01", amount: 200),
      Payment(person: 1, month: "2024-01"), Payment(person: 0, month: "2024-01", fund: 2),
    ])
    let month = CaseBuilder.month("2024-01")
    let city = try #require(results.coverage[.init(month: month, fund: 1)])
    #expect(city.people == 2 && city.rows == 3 && city.amount == 33_800)
    let other = try #require(results.coverage[.init(month: month, fund: 2)])
    #expect(other.people == 1 && other.rows == 1 && other.amount == 16_800)
    #expect(results.coverage.count == 2 && results.cash.count == 2)
  }

  @Test func `The people of an SP2D of several months are counted once`() throws {
    let results = try judged([
      Payment(person: 0, month: "2024-01"), Payment(person: 0, month: "2024-02"),
      Payment(person: 1, month: "2024-02"), Payment(person: 0, month: "2024-03", sp2d: 2),
    ])
    #expect(results.people == [1: 2])
  }

  @Test func `A claim is judged with the payments that prove its cover`() throws {
    let payments = [Payment(person: 0, month: "2024-02"), Payment(person: 0, month: "2024-01")]
    let results = try judged(payments) { list in
      list.claim("K1", 750_000, nik: "3375010101700001", programme: .workAccident, on: "2024-02-20")
      list.claim("K2", 750_000, nik: "3375010202710002", programme: .workAccident, on: "2024-02-20")
    }
    #expect(results.claims.map(\.claim.coverage.outcome) == [.covered, .notCovered])
    #expect(results.claims.map { Array(results.payments[$0.payments]) } == [[0], []])
    #expect(results.findings.list.filter { $0.code == RuleCode(.sil, 1) }.map(\.person) == [1])
  }
}
