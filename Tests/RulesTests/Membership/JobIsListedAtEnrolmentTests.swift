import Domain
import Rules
import TestSupport
import Testing

struct JobIsListedAtEnrolmentTests {
  private static let texts = ["Buruh Batik", "PEMBATIK", "tukang becak", "Nelayan"]

  private func rule(stated: [String]? = nil) -> JobIsListedAtEnrolment {
    var (law, jobs) = (LawBook(), SymbolTable())
    for text in Self.texts { _ = jobs.intern(text.utf8Span.span) }
    let rows = ["jobs-2022", "jobs-2023"].map {
      law.add(
        LawRow(id: $0, title: "", source: "", validFrom: nil, validTo: nil, confirmed: false))
    }
    law.jobs = JobTable(jobs: [
      JobTable.Job(
        name: "Tukang Becak", synonyms: [], sector: .transport, legalFrom: day("2022-01-01"),
        law: rows[0]),
      JobTable.Job(
        name: "Buruh Batik", synonyms: ["Pembatik"], sector: .other, legalFrom: day("2023-01-01"),
        law: rows[1]),
    ])
    return JobIsListedAtEnrolment(
      tariff: TestLaw.tariff, jobs: JobIndex(law: law, jobs: jobs, stated: stated),
      city: CityMembership())
  }

  private func findings(
    job: SymbolTable.Symbol, from: String?, start: String = "2024-01-01", stated: [String]? = nil
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.job = job
    person.roster?.from = DateCell(from.map(day))
    person.memberships = [CaseBuilder.membership(from: start)]
    return rule(stated: stated).findings(in: person)
  }

  @Test func `a listed job is silent from the day of its list`() {
    #expect(findings(job: 1, from: "2023-01-01").isEmpty)
    #expect(findings(job: 2, from: "2023-01-01").isEmpty, "by a synonym")
    #expect(findings(job: 3, from: "2022-01-01").isEmpty)
  }

  @Test func `a day earlier it is a finding`() throws {
    let finding = try #require(findings(job: 1, from: "2022-12-31").first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.expected == .phrase(.listedJob) && finding.found == .written(.job, 1))
    #expect(finding.atRisk == 6 * 16_800 && finding.severity == .medium)
    #expect(finding.law.index == 2)
  }

  @Test func `a job on no list is a finding, an empty one none`() {
    #expect(findings(job: 4, from: "2024-01-01").map(\.law.index) == [2])
    #expect(findings(job: 0, from: "2024-01-01").filter { $0.found == .written(.job, 0) }.isEmpty)
  }

  @Test func `without a start on the list the membership's counts`() {
    #expect(findings(job: 1, from: nil, start: "2022-12-31").count == 1)
    #expect(findings(job: 1, from: nil, start: "2023-01-01").isEmpty)
    #expect(findings(job: 1, from: "2023-01-01", start: "2022-01-01").isEmpty)
  }

  @Test func `before the first list that one counts`() {
    #expect(findings(job: 3, from: "2020-01-01").isEmpty)
    #expect(findings(job: 1, from: "2020-01-01").count == 1)
  }

  @Test func `the definition's jobs take the place of the lists`() {
    #expect(findings(job: 4, from: "2021-01-01", stated: ["nelayan"]).isEmpty)
    #expect(findings(job: 3, from: "2024-01-01", stated: ["nelayan"]).map(\.law) == [.none])
    #expect(findings(job: 2, from: "2021-01-01", stated: ["Buruh Batik"]).isEmpty)
  }

  @Test func `a member without a row of the list is judged by the membership`() {
    var person = CaseBuilder()
    person.roster = nil
    person.memberships[0].job = 4
    #expect(rule().findings(in: person).map(\.subject) == [RecordRef(.membership, 100)])
  }
}
