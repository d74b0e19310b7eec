import Domain
import Rules
import TestSupport
import Testing

struct NIKIsTheSameOnBothSidesTests {
  private let rule = NIKIsTheSameOnBothSides(tariff: TestLaw.tariff)
  private let listed = CaseBuilder.nik("3375010101800001")

  @Test func `equal and absent NIKs are silent`() {
    var person = CaseBuilder()
    person.memberships.append(CaseBuilder.membership(nik: ""))
    person.claims = [CaseBuilder.claim(on: "2024-03-05")]
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `a membership with another NIK puts the months paid at risk`() throws {
    var person = CaseBuilder()
    person.memberships[0].nik = CaseBuilder.nik("3375010101800010")
    let finding = try #require(rule.findings(in: person).first)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.other == RecordRef(.participant, 7))
    #expect(finding.expected == .nik(listed))
    #expect(finding.found == .nik(CaseBuilder.nik("3375010101800010")))
    #expect(finding.atRisk == 6 * 16_800)
  }

  @Test func `a claim's difference puts its sum at risk, and is pending on a suggested link`() {
    var person = CaseBuilder()
    person.claims = [CaseBuilder.claim(on: "2024-03-05", nik: "3375010101800010")]
    #expect(rule.findings(in: person).map(\.atRisk) == [42_000_000])
    #expect(rule.findings(in: person).map(\.programme) == [.death])
    person.claims[0] = CaseBuilder.claim(
      on: "2024-03-05", tier: .suggested, nik: "3375010101800010")
    #expect(rule.findings(in: person).map(\.status) == [.pending])
  }

  @Test func `every payment row that differs is a finding`() {
    var person = CaseBuilder()
    person.premiums[1].marks = .nikDiffers
    person.premiums[4].marks = .nikDiffers
    let findings = rule.findings(in: person)
    #expect(findings.map(\.month) == [month("2024-02"), month("2024-05")])
    #expect(findings.map(\.found) == [.nikInRow, .nikInRow])
    #expect(findings.map(\.atRisk) == [16_800, 16_800])
  }

  @Test func `without a row in the list there is nothing to differ from`() {
    var person = CaseBuilder()
    person.roster = nil
    person.memberships[0].nik = CaseBuilder.nik("3375010101800010")
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `the same ill-formed text on both sides is no difference`() {
    var person = CaseBuilder()
    person.roster?.nik = CaseBuilder.nik("33750l0101800001")
    person.memberships[0].nik = CaseBuilder.nik("33750l0101800001")
    #expect(rule.findings(in: person).isEmpty)
  }
}
