import Domain
import Rules
import Testing

struct VillageTableTests {
  private let villages = VillageTable(villages: [
    VillageTable.Village(
      name: "Medono", district: "Pekalongan Barat", code: "33.75.01.1002",
      spellings: ["3375010004"], law: .none),
    VillageTable.Village(
      name: "Kuripan Kertoharjo", district: "Pekalongan Selatan", code: "33.75.04.1006",
      spellings: ["Kuripan Kidul", "Medono"], law: .none),
  ])

  @Test func `a kelurahan is known by name, old name and both codes`() {
    #expect(villages.canonicalName(of: "MEDONO") == "Medono")
    #expect(villages.canonicalName(of: "Kel. Medono") == "Medono")
    #expect(villages.canonicalName(of: "33.75.01.1002") == "Medono")
    #expect(villages.canonicalName(of: "3375011002") == "Medono")
    #expect(villages.canonicalName(of: "3375010004") == "Medono")
    #expect(villages.canonicalName(of: "kuripan-kidul") == "Kuripan Kertoharjo")
  }

  @Test func `one elsewhere and an empty text are none of them`() {
    #expect(villages.canonicalName(of: "Kajen") == nil)
    #expect(villages.canonicalName(of: "") == nil)
  }
}
