import Domain
import Rules
import TestSupport
import Testing

struct PersonLivesInTheCityTests {
  private static let texts = [
    "Medono", "Kel. MEDONO", "3375010004", "33.75.01.1002", "3375011002", "Sapuro", "Kajen",
    "3326010001", "3375040007",
  ]

  private let rule: PersonLivesInTheCity = {
    var (law, villages) = (LawBook(), SymbolTable())
    for text in Self.texts { _ = villages.intern(text.utf8Span.span) }
    let row = law.add(
      LawRow(id: "villages", title: "", source: "", validFrom: nil, validTo: nil, confirmed: true))
    law.villages = VillageTable(
      villages: [
        VillageTable.Village(
          name: "Medono", district: "Barat", code: "33.75.01.1002", spellings: [], law: row),
        VillageTable.Village(
          name: "Sapuro Kebulen", district: "Barat", code: "33.75.01.1004", spellings: ["Sapuro"],
          law: row),
      ], statisticsCodes: ["3375010", "3375040"])
    return PersonLivesInTheCity(
      tariff: TestLaw.tariff, villages: VillageIndex(law: law, villages: villages),
      city: CityMembership(wadahSG: 4))
  }()

  private func findings(
    listed: SymbolTable.Symbol, member: SymbolTable.Symbol = 0
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.village = listed
    person.memberships[0].village = member
    return rule.findings(in: person)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 9] as [SymbolTable.Symbol])
  func `a name, an old name and either code are the city's`(village: SymbolTable.Symbol) {
    #expect(findings(listed: village).isEmpty)
  }

  @Test func `a place elsewhere puts what was paid at risk`() throws {
    let finding = try #require(findings(listed: 7).first)
    #expect(finding.subject == RecordRef(.participant, 7))
    #expect(finding.expected == .phrase(.cityVillage) && finding.found == .written(.village, 7))
    #expect(finding.atRisk == 6 * 16_800 && finding.severity == .medium)
    #expect(finding.law.index == 1 && finding.month == nil)
    #expect(findings(listed: 8).count == 1)
  }

  @Test func `an empty one leaves it to the membership, and then nothing is checked`() {
    #expect(findings(listed: 0, member: 7).map(\.subject) == [RecordRef(.membership, 100)])
    #expect(findings(listed: 0).isEmpty && findings(listed: 1, member: 7).isEmpty)
  }

  @Test func `another payer's member is not the city's, nor is a NIK a proof`() {
    var person = CaseBuilder()
    person.roster = CaseBuilder.listed(nik: "3326010101800001")
    #expect(rule.findings(in: person).isEmpty)
    (person.roster, person.premiums) = (nil, [])
    (person.memberships[0].village, person.memberships[0].wadah) = (7, 5)
    #expect(rule.findings(in: person).isEmpty)
  }
}
