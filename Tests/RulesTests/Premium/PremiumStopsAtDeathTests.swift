import Domain
import Rules
import TestSupport
import Testing

struct PremiumStopsAtDeathTests {
  private let rule = PremiumStopsAtDeath()

  private func person(diedOn date: String?, source: RecordRef) -> CaseBuilder {
    var person = CaseBuilder()
    person.death = DeathFact(date: date.map(day), source: source)
    return person
  }

  @Test func `the living and those without a date are silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
    #expect(rule.findings(in: person(diedOn: nil, source: RecordRef(.participant, 7))).isEmpty)
  }

  @Test func `the month of death is still paid rightly`() throws {
    let findings = rule.findings(in: person(diedOn: "2024-04-01", source: RecordRef(.claim, 40)))
    #expect(findings.map(\.month) == [month("2024-05"), month("2024-06")])
    let finding = try #require(findings.first)
    #expect(finding.subject == RecordRef(.contribution, 4))
    #expect(finding.other == RecordRef(.claim, 40))
    #expect(finding.expected == .month(month("2024-04")))
    #expect(finding.found == .month(month("2024-05")))
    #expect(finding.atRisk == 16_800)
    #expect(finding.status == .new)
  }

  @Test func `a death in the last paid month is silent`() {
    #expect(rule.findings(in: person(diedOn: "2024-06-30", source: .none)).isEmpty)
  }

  @Test func `a death on a suggested link is pending`() {
    var claimed = person(diedOn: "2024-05-20", source: RecordRef(.claim, 40))
    claimed.death = DeathFact(
      date: day("2024-05-20"), source: RecordRef(.claim, 40), isSuggested: true)
    #expect(rule.findings(in: claimed).map(\.status) == [.pending])
  }
}
