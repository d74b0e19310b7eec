import Domain
import Rules
import TestSupport
import Testing

struct NIKIsWellFormedTests {
  private let rule = NIKIsWellFormed(tariff: TestLaw.tariff)

  @Test func `a well-formed NIK is silent, and so are an absent one and another district's`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
    var person = CaseBuilder()
    person.roster?.nik = .absent
    person.memberships[0].nik = CaseBuilder.nik("3326010101800001")
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `an ill-formed NIK of the list puts the months paid at risk`() throws {
    var person = CaseBuilder()
    let nik = CaseBuilder.nik("3375013002800001")
    person.roster?.nik = nik
    let finding = try #require(rule.findings(in: person).first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.expected == .phrase(.wellFormedNIK))
    #expect(finding.found == .nik(nik))
    #expect(finding.atRisk == 6 * 16_800)
  }

  @Test func `the age counts on the period's last day`() {
    var person = CaseBuilder()
    person.roster?.nik = CaseBuilder.nik("3375013006070001")
    #expect(rule.findings(in: person).isEmpty)
    person.roster?.nik = CaseBuilder.nik("3375010107070001")
    #expect(rule.findings(in: person).count == 1)
  }

  @Test func `every source has one finding, on its earliest record`() {
    var person = CaseBuilder()
    person.roster?.nik = CaseBuilder.nik("337501")
    person.memberships = [
      CaseBuilder.membership(), CaseBuilder.membership(nik: "1"), CaseBuilder.membership(nik: "2"),
    ]
    person.claims = [CaseBuilder.claim(on: "2024-03-05", nik: "33750")]
    for place in 2...4 { person.premiums[place].marks = .nikIllFormed }
    let findings = rule.findings(in: person)
    #expect(
      findings.map(\.subject) == [
        RecordRef(.participant, 7), RecordRef(.membership, 101), RecordRef(.claim, 40),
        RecordRef(.contribution, 2),
      ])
    #expect(findings.last?.found == .nikInRow)
    #expect(findings.last?.month == month("2024-03"))
  }

  @Test func `of one month's rows the lowest payment id is the earliest`() {
    var person = CaseBuilder()
    person.premiums = [
      CaseBuilder.premium(month("2024-03"), row: 5, marks: .nikIllFormed),
      CaseBuilder.premium(month("2024-03"), row: 9, fund: 2, marks: [.nikIllFormed, .first]),
      CaseBuilder.premium(month("2024-04"), row: 1, marks: [.nikIllFormed, .first]),
    ]
    #expect(rule.findings(in: person).map(\.subject) == [RecordRef(.contribution, 9)])
  }
}
