import Domain
import Rules
import TestSupport
import Testing

struct MemberIsOnCityListTests {
  private let rule = MemberIsOnCityList(tariff: TestLaw.tariff, wadahSG: 4)

  private func stranger(wadah: SymbolTable.Symbol = 4) -> CaseBuilder {
    var person = CaseBuilder()
    (person.roster, person.premiums) = (nil, [])
    person.memberships = [CaseBuilder.membership(from: "2023-11-15", until: "2024-02-10")]
    person.memberships[0].wadah = wadah
    return person
  }

  @Test func `the roster or a payment puts a member on the list`() {
    var (listed, paid) = (CaseBuilder(), CaseBuilder())
    listed.premiums = []
    paid.roster = nil
    #expect(rule.findings(in: listed).isEmpty)
    #expect(rule.findings(in: paid).isEmpty)
  }

  @Test func `a member nobody lists puts the months of cover in the period at risk`() throws {
    let finding = try #require(rule.findings(in: stranger()).first)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.found == .phrase(.noCityRecord))
    #expect(finding.atRisk == 2 * 16_800)
    #expect(finding.severity == .high)
  }

  @Test func `an empty wadah is the city's, another is another payer's`() {
    #expect(rule.findings(in: stranger(wadah: 0)).count == 1)
    #expect(rule.findings(in: stranger(wadah: 5)).isEmpty)
    let unknown = MemberIsOnCityList(tariff: TestLaw.tariff, wadahSG: nil)
    #expect(unknown.findings(in: stranger(wadah: 5)).isEmpty)
  }

  @Test func `without a list of the city nothing is checked`() {
    var person = stranger()
    person.given = [.memberships, .claims]
    #expect(rule.findings(in: person).isEmpty)
    person.given.insert(.contributions)
    #expect(rule.findings(in: person).count == 1)
  }
}
