import Domain
import Rules
import TestSupport
import Testing

struct RegistryKnowsPersonAliveTests {
  private let rule = RegistryKnowsPersonAlive(tariff: TestLaw.tariff)

  private func findings(
    _ status: RegistryRecord.Status, died: String? = nil,
    _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var (person, shared, record) = (CaseBuilder(), SharedFacts(), RegistryRecord())
    (record.status, record.diedOn) = (status, DateCell(died.map(day)))
    (shared.registry, shared.registryRow) = (record, 9)
    person.shared = shared
    change(&person)
    return rule.findings(in: person)
  }

  @Test func `the living are silent, and so is whom the registry was not asked about`() {
    #expect(findings(.alive).isEmpty && rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `paid after death is critical and puts those months at risk`() throws {
    let finding = try #require(findings(.dead, died: "2024-04-10").first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.other == RecordRef(.registry, 9))
    #expect(finding.found == .phrase(.registeredDead) && finding.severity == .critical)
    #expect(finding.atRisk == 2 * 16_800 && finding.month == nil)
  }

  @Test func `the month of death itself is due`() {
    #expect(findings(.dead, died: "2024-06-01").map(\.severity) == [.high])
    #expect(findings(.dead, died: "2024-06-01").map(\.atRisk) == [0])
    #expect(findings(.dead, died: "2024-05-31").map(\.severity) == [.critical])
  }

  @Test func `somebody not found is critical while paid`() {
    #expect(findings(.notFound).map(\.found) == [.phrase(.unknownToRegistry)])
    #expect(findings(.notFound).map(\.severity) == [.critical])
    #expect(findings(.notFound).map(\.atRisk) == [6 * 16_800])
    #expect(findings(.notFound) { $0.premiums = [] }.map(\.severity) == [.high])
  }

  @Test func `a death that is known and no longer paid is no conflict`() {
    let known: (inout CaseBuilder) -> Void = {
      $0.death = DeathFact(date: day("2024-06-01"), source: RecordRef(.claim, 40))
    }
    #expect(findings(.dead, died: "2024-06-01", known).isEmpty)
    #expect(findings(.dead, died: "2024-03-01", known).count == 1, "it is still paid")
  }

  @Test func `who is on neither of the city's lists is not its person; a payment is a list`() {
    #expect(findings(.dead) { ($0.roster, $0.premiums) = (nil, []) }.isEmpty)
    let found = findings(.dead, died: "2024-04-10") { $0.roster = nil }
    #expect(found.map(\.subject) == [RecordRef(.contribution, 0)])
    #expect(found.map(\.severity) == [.critical])
  }
}
