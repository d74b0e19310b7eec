import Domain
import Rules
import TestSupport
import Testing

@testable import Matcher

/// What other people's records say of a person.
struct NeighbourhoodTests {
  private static let first = "3375010101700001"
  private static let second = "3375010101700002"

  private func facts(
    _ list: ListBuilder, quota: [String: Int] = [:]
  ) -> [UInt32: SharedFacts] {
    var linker = PersonLinker(roster: list.records.roster)
    let cases = CaseFile(list.records, &linker)
    return Neighbourhood(cases, &linker, quota: quota, villages: VillageTable()).facts
  }

  @Test func `of two people under one NIK the later has the first one's`() throws {
    var list = ListBuilder()
    list.listed("Slamet", nik: Self.first, born: "1970-01-01")
    list.listed("Wahyudi", nik: Self.first, born: "1980-05-05")
    let facts = facts(list)
    #expect(facts.keys.sorted() == [1])
    #expect(facts[1]?.firstOfNIK == RecordRef(.participant, 0))
    #expect(facts[1]?.nik == CaseBuilder.nik(Self.first))
  }

  @Test func `the same person listed twice is no other`() {
    var list = ListBuilder()
    list.listed("Slamet", nik: Self.first, born: "1970-01-01")
    list.listed("SLAMET", nik: Self.first, born: "1970-01-01")
    #expect(facts(list).isEmpty)
    list.listed("Slamet", nik: Self.first, born: "1971-01-01")
    #expect(facts(list).keys.sorted() == [2], "another birth date is another person")
  }

  @Test func `a record that the KPJ links against its NIK makes no namesake`() {
    var list = ListBuilder()
    list.listed("Slamet", nik: Self.first, kpj: "12345678901")
    list.listed("Wahyudi", nik: Self.second, kpj: "12345678902")
    list.member("Slamet", nik: Self.second, kpj: "12345678901")
    #expect(facts(list).isEmpty)
  }

  // MARK: Families

  private func family(_ change: (inout ListBuilder) -> Void = { _ in }) -> ListBuilder {
    var list = ListBuilder()
    list.listed("Slamet", nik: Self.first)
    list.listed("Siti", nik: Self.second)
    for place in 0...1 {
      list.records.roster[place].familyCard = CaseBuilder.nik("3375010101100009")
      list.records.roster[place].from = DateCell(CaseBuilder.day("2024-01-01"))
    }
    change(&list)
    return list
  }

  @Test func `a family's further participant has the first one's record`() {
    let facts = facts(family())
    #expect(facts.keys.sorted() == [1])
    #expect(facts[1]?.firstOfFamily == RecordRef(.participant, 0))
  }

  @Test func `who takes over is alone, on the same day they are two`() {
    func facts(until end: String) -> [UInt32: SharedFacts] {
      self.facts(
        family {
          $0.records.roster[0].until = DateCell(CaseBuilder.day(end))
          $0.records.roster[1].from = DateCell(CaseBuilder.day("2024-03-01"))
        })
    }
    #expect(facts(until: "2024-02-29").isEmpty)
    #expect(facts(until: "2024-03-01").count == 1)
  }

  @Test func `a death frees the family's place`() {
    let list = family {
      $0.records.roster[0].saysDead = true
      $0.records.roster[0].diedOn = DateCell(CaseBuilder.day("2024-02-10"))
      $0.records.roster[1].from = DateCell(CaseBuilder.day("2024-03-01"))
    }
    #expect(facts(list).isEmpty)
  }

  @Test func `no card and one's own NIK are no family`() {
    #expect(facts(family { $0.records.roster[1].familyCard = .absent }).isEmpty)
    let swapped = family {
      $0.records.roster[1].familyCard = $0.records.roster[1].nik
      $0.records.roster[0].familyCard = $0.records.roster[1].nik
    }
    #expect(facts(swapped).isEmpty)
  }

  // MARK: Quotas

  private func village(_ starts: [String], ends: [Int: String] = [:]) -> ListBuilder {
    var list = ListBuilder()
    let medono = list.records.villages.intern(Array("Medono".utf8).span)
    for (place, start) in starts.enumerated() {
      list.listed("Warga \(place)", nik: "337501010170000\(place + 1)")
      list.records.roster[place].village = medono
      list.records.roster[place].from = DateCell(CaseBuilder.day(start))
      list.records.roster[place].until = DateCell(ends[place].map(CaseBuilder.day))
    }
    return list
  }

  @Test func `who comes when the places are taken is beyond the quota`() {
    let list = village(["2024-01-01", "2024-03-01", "2024-02-01", "2024-04-01"])
    let facts = facts(list, quota: ["Medono": 2])
    #expect(facts.keys.sorted() == [1, 3])
    #expect(facts[1]?.beyondQuota == .init(limit: 2, place: 3))
    #expect(facts[3]?.beyondQuota == .init(limit: 2, place: 4))
    #expect(self.facts(list, quota: ["Medono": 4]).isEmpty)
    #expect(self.facts(list, quota: ["Tirto": 1]).isEmpty)
  }

  @Test func `a place is free again when its holder leaves`() {
    let starts = ["2024-01-01", "2024-03-01"]
    #expect(facts(village(starts, ends: [0: "2024-02-29"]), quota: ["Medono": 1]).isEmpty)
    #expect(facts(village(starts, ends: [0: "2024-03-01"]), quota: ["Medono": 1]).count == 1)
  }

  // MARK: Registry

  @Test func `the registry speaks of those who are not living`() {
    var list = ListBuilder()
    list.listed("Slamet", nik: Self.first)
    list.listed("Siti", nik: Self.second)
    for (nik, status) in [(Self.first, RegistryRecord.Status.alive), (Self.second, .dead)] {
      var record = RegistryRecord()
      (record.nik, record.status) = (CaseBuilder.nik(nik), status)
      list.records.registry.append(record)
    }
    let facts = facts(list)
    #expect(facts.keys.sorted() == [1])
    #expect(facts[1]?.registry?.status == .dead && facts[1]?.registryRow == 1)
  }
}
