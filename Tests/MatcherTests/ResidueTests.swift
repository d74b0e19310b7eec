import Domain
import TestSupport
import Testing

@testable import Matcher

/// What exact ids leave over, linked by probability.
struct ResidueTests {
  private let first = ["Slamet", "Wahyu", "Aminah", "Joko", "Rina", "Dewi", "Imam", "Umi"]
  private let last = ["Hidayat", "Lestari", "Santoso", "Wibowo", "Rahayu", "Nugroho", "Utami"]

  private func name(_ i: Int) -> String { "\(first[i % 8]) \(last[i / 8 % 7])" }

  private func nik(_ i: Int) -> NIK { NIK(raw: 3_375_010_101_700_001 + UInt64(i) * 10_007) }

  private func kpj(_ digits: String) -> KPJ {
    KPJ(parsing: digits.utf8Span.span) ?? KPJ(raw: 0)
  }

  private func born(_ i: Int) -> DateCell {
    DateCell(CalendarDate(year: 1950 + i % 50, month: 1 + i % 12, day: 1 + i * 7 % 28))
  }

  /// Fifty-six people of the list, and whatever claims and payments there are.
  private func records() -> RunRecords {
    var records = RunRecords()
    for i in 0..<56 {
      var person = RosterRecord()
      (person.nik, person.birthDate) = (nik(i), born(i))
      person.name = records.texts.add(ContiguousArray(name(i).utf8).span)
      records.roster.append(person)
    }
    return records
  }

  private func claim(
    _ number: Int, of i: Int, nik: NIK, name: String? = nil, born: DateCell? = nil,
    in records: inout RunRecords
  ) {
    var claim = ClaimRecord()
    claim.number = records.texts.add(ContiguousArray("K\(number)".utf8).span)
    claim.name = records.texts.add(ContiguousArray((name ?? self.name(i)).utf8).span)
    (claim.nik, claim.birthDate) = (nik, born ?? self.born(i))
    (claim.programme, claim.amount) = (.death, 42_000_000)
    claim.incidentOn = CalendarDate(year: 2024, month: 3, day: 5) ?? .absent
    records.claims.append(claim)
  }

  private func linked(_ records: RunRecords) -> (cases: CaseFile, plane: PremiumPlane) {
    var linker = PersonLinker(roster: records.roster)
    var cases = CaseFile(records, &linker)
    var plane = PremiumPlane()
    cases.linkResidue(&linker, &plane)
    return (cases, plane)
  }

  @Test func `a claim with a wrong digit goes to its person, and so does the death`() {
    var records = records()
    for i in 0..<12 { claim(i, of: i, nik: NIK(raw: nik(i).raw + 3), in: &records) }
    let (cases, _) = linked(records)
    for claim in cases.records.claims {
      #expect(claim.link.method == .probabilistic && claim.link.tier == .auto)
      #expect(claim.nik.raw == nik(Int(claim.link.person)).raw + 3)
      #expect(cases.deaths[claim.link.person]?.isSuggested == false)
    }
    #expect(cases.linkedClaims.rows == 12 && cases.unlinkedClaims.rows == 0)
  }

  @Test func `a wrong digit that makes a living person's NIK leads to the right person`() {
    var records = records()
    for i in 0..<12 { claim(i, of: i, nik: NIK(raw: nik(i).raw + 3), in: &records) }
    // The NIK of person 40, one digit from that of person 20, whose name it is: born one day.
    records.roster[20].birthDate = born(40)
    records.roster[20].nik = NIK(raw: nik(40).raw + 5)
    claim(99, of: 20, nik: nik(40), born: born(40), in: &records)
    let (cases, _) = linked(records)
    let link = cases.records.claims.first { $0.nik == nik(40) }?.link
    #expect(link?.person == 20 && link?.method == .probabilistic && link?.contradicted == true)
  }

  @Test func `an equal id that was refused is no reason to link after all`() {
    var records = records()
    claim(
      1, of: 0, nik: nik(30), name: "Bambang Utomo Wirya",
      born: DateCell(CalendarDate(year: 2001, month: 12, day: 31)), in: &records)
    let (cases, _) = linked(records)
    let link = cases.records.claims[0].link
    #expect(!link.isLinked && Int(link.person) >= 56)
  }

  @Test func `a claim of nobody stays so, and names whom it came nearest`() {
    var records = records()
    for i in 0..<12 { claim(i, of: i, nik: NIK(raw: nik(i).raw + 3), in: &records) }
    claim(
      99, of: 20, nik: NIK(raw: 3_375_019_999_990_009),
      born: DateCell(CalendarDate(year: 2001, month: 12, day: 31)), in: &records)
    let (cases, _) = linked(records)
    let link = cases.records.claims.first { $0.nik.raw == 3_375_019_999_990_009 }?.link
    // His name is a participant's, and nothing else: that identifies nobody.
    #expect(link?.tier == Link.Tier.none && link?.decision ?? 0 > 0)
  }

  @Test func `a twin with a number beside a participant's is another, or at most suggested`() {
    var records = records()
    for i in 0..<12 { claim(i, of: i, nik: NIK(raw: nik(i).raw + 3), in: &records) }
    for i in 20..<23 { records.roster[i].kpj = kpj("191116480\(i)") }
    for (i, name) in [(20, "Bambang Utomo"), (21, nearName(21)), (22, nearName(22))] {
      claim(90 + i, of: i, nik: NIK(raw: nik(i).raw + 1), name: name, in: &records)
      if i < 22 { records.claims[records.claims.count - 1].kpj = kpj("23010099999") }
    }
    let (cases, _) = linked(records)
    let tiers = (20..<23).map { i in
      cases.records.claims.first { $0.nik.raw == nik(i).raw + 1 }?.link.tier
    }
    #expect(tiers == [Link.Tier.none, .suggested, .auto])
  }

  /// A person's name with another letter.
  private func nearName(_ i: Int) -> String {
    name(i).replacing("a", with: "o", maxReplacements: 1)
  }

  @Test func `nothing is done where nothing is left over`() {
    var records = records()
    for i in 0..<5 { claim(i, of: i, nik: nik(i), in: &records) }
    let (cases, _) = linked(records)
    #expect(cases.decisions.isEmpty && cases.records.claims.allSatisfy { $0.link.method == .nik })
  }
}
