import Domain
import Rules
import TestSupport
import Testing

struct NIKBelongsToOnePersonTests {
  private let rule = NIKBelongsToOnePerson(tariff: TestLaw.tariff)

  private var second: CaseBuilder {
    var (person, shared) = (CaseBuilder(), SharedFacts())
    shared.nik = CaseBuilder.nik("3375010101800001")
    shared.firstOfNIK = RecordRef(.participant, 2)
    person.shared = shared
    return person
  }

  @Test func `a NIK of one's own is silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
    var person = second
    person.shared?.firstOfNIK = .none
    #expect(rule.findings(in: person).isEmpty)
  }

  @Test func `a further person is a finding for each source, on the earliest record`() throws {
    var person = second
    person.claims = [CaseBuilder.claim(on: "2024-03-05"), CaseBuilder.claim(on: "2024-04-05")]
    person.memberships.append(CaseBuilder.membership(from: "2024-04-01"))
    let found = rule.findings(in: person)
    #expect(
      found.map(\.subject) == [
        RecordRef(.participant, 7), RecordRef(.membership, 100), RecordRef(.claim, 40),
        RecordRef(.contribution, 0),
      ])
    let finding = try #require(found.first)
    #expect(finding.other == RecordRef(.participant, 2) && finding.severity == .high)
    #expect(finding.found == .phrase(.anotherPerson) && finding.atRisk == 6 * 16_800)
    #expect(found.map { $0.month?.month } == [nil, nil, 3, 1])
  }

  @Test func `a record under another NIK or none is not this rule's`() {
    var person = second
    person.memberships = [CaseBuilder.membership(nik: "3375010101800002")]
    person.premiums[0].marks = .nikDiffers
    person.premiums[1].marks = .nikAbsent
    #expect(
      rule.findings(in: person).map(\.subject) == [
        RecordRef(.participant, 7), RecordRef(.contribution, 2),
      ])
  }
}
