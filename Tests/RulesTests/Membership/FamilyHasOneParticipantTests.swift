import Domain
import Rules
import TestSupport
import Testing

struct FamilyHasOneParticipantTests {
  private let rule = FamilyHasOneParticipant(tariff: TestLaw.tariff)

  private func findings(_ first: RecordRef, getsAid: Bool = false) -> [Finding] {
    var (person, shared) = (CaseBuilder(), SharedFacts())
    shared.firstOfFamily = first
    person.shared = shared
    person.roster?.getsAid = getsAid
    return rule.findings(in: person)
  }

  @Test func `the family's own participant is silent`() {
    #expect(findings(.none).isEmpty && rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `a further one puts what was paid at risk`() throws {
    let finding = try #require(findings(RecordRef(.participant, 2)).first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.other == RecordRef(.participant, 2))
    #expect(finding.expected == .phrase(.oneFamilyMember))
    #expect(finding.found == .phrase(.furtherFamilyMember))
    #expect(finding.atRisk == 6 * 16_800 && finding.severity == .medium)
  }

  @Test func `whoever receives aid is a finding, with the family one alone`() {
    #expect(findings(.none, getsAid: true).map(\.found) == [.phrase(.getsAid)])
    #expect(findings(RecordRef(.participant, 2), getsAid: true).count == 1)
  }
}
