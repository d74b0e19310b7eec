import Domain
import TestSupport
import Testing

@testable import Matcher

struct PersonLinkerTests {
  private static let (nikA, nikB, nikC) = (
    "3375010101700001", "3375010202710002", "3375010303720003"
  )
  private static let (kpjA, kpjB, kpjD) = ("10000000001", "10000000002", "10000000004")
  private static let (bornA, bornB) = ("1970-01-01", "1971-02-02")

  /// Five people: two whole, one without KPJ, one of the first's name, one without birth date.
  private static var list: ListBuilder {
    var list = ListBuilder()
    list.listed("Slamet Riyadi", nik: nikA, kpj: kpjA, born: bornA)
    list.listed("Kasmuri", nik: nikB, kpj: kpjB, born: bornB)
    list.listed("Wagiman", nik: nikC, born: "1972-03-03")
    list.listed("Slamet Riyadi", nik: "3375010404730004", kpj: kpjD, born: "1973-04-04")
    list.listed("Tumini", nik: "3375010505740005", kpj: "10000000005")
    return list
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var says: String
    var nik = ""
    var kpj = ""
    var name = ""
    var born: String?
    /// `nik 0`, `kpj 0` or `none`, with `!` where the record is contradicted.
    var expected: String
    var testDescription: String { says }
  }

  static let nikCases = [
    Case(says: "nothing else", nik: nikA, expected: "nik 0"),
    Case(says: "name equal", nik: nikA, name: "SLAMET RIJADI", expected: "nik 0"),
    Case(says: "name alike", nik: nikA, kpj: "9", name: "Slamet", expected: "nik 0"),
    Case(says: "other KPJ, no name", nik: nikA, kpj: "9", expected: "nik 0"),
    Case(says: "name of titles alone", nik: nikA, kpj: "9", name: "H.", expected: "nik 0"),
    Case(
      says: "KPJ confirms against name and birth date", nik: nikA, kpj: kpjA, name: "Tumini",
      born: bornB, expected: "nik 0"),
    Case(
      says: "other birth date alone", nik: nikA, name: "Slamet Riyadi", born: bornB,
      expected: "nik 0"),
    Case(
      says: "birth date confirms against the name", nik: nikA, name: "Tukijo", born: bornA,
      expected: "nik 0"),
    Case(says: "other name, nothing confirms", nik: nikA, name: "Tukijo", expected: "none!"),
    Case(
      says: "other name and birth date", nik: nikA, name: "Tukijo", born: bornB, expected: "none!"),
    Case(
      says: "other name and KPJ", nik: nikA, kpj: "9", name: "Tukijo", expected: "none!"),
    Case(
      says: "other name and KPJ, equal birth date", nik: nikA, kpj: "9", name: "Tukijo",
      born: bornA, expected: "none!"),
    Case(
      says: "other name, KPJ absent from the list, equal birth date", nik: nikC, kpj: "9",
      name: "Tukijo", born: "1972-03-03", expected: "nik 2"),
    Case(
      says: "other name, KPJ absent from the list", nik: nikC, kpj: "9", name: "Tukijo",
      expected: "none!"),
    Case(says: "two letters of six differ", nik: nikB, name: "Kasnuli", expected: "nik 1"),
    Case(says: "three letters differ", nik: nikB, name: "Kosnuli", expected: "none!"),
    Case(says: "unknown NIK", nik: "3375010101700099", name: "Slamet Riyadi", expected: "none"),
    Case(says: "ill-formed NIK", nik: "337501010170000", name: "Slamet Riyadi", expected: "none"),
  ]

  static let kpjCases = [
    Case(says: "nothing else", kpj: kpjA, expected: "kpj 0"),
    Case(
      says: "other NIK, name and birth date equal", nik: "3375010101700099", kpj: kpjA,
      name: "Slamet Riyadi", born: bornA, expected: "kpj 0"),
    Case(
      says: "ill-formed NIK, equal name", nik: "3,37E+15", kpj: kpjA, name: "Slamet Riyadi",
      expected: "kpj 0"),
    Case(
      says: "other name, birth date equal", kpj: kpjA, name: "Tukijo", born: bornA,
      expected: "kpj 0"),
    Case(
      says: "name alike, other birth date", kpj: kpjA, name: "Slamet R", born: bornB,
      expected: "kpj 0"),
    Case(
      says: "other name and birth date", kpj: kpjA, name: "Tukijo", born: bornB, expected: "none!"),
    Case(says: "other name, no birth date", kpj: kpjA, name: "Tukijo", expected: "none!"),
    Case(
      says: "other name, no birth date in the list", kpj: "10000000005", name: "Tukijo",
      born: bornA, expected: "none!"),
    Case(
      says: "other name, birth date absent, NIK confirms", nik: nikA, kpj: kpjA, name: "Tukijo",
      expected: "nik 0"),
    Case(says: "equal name, no birth date", kpj: kpjA, name: "Slamet Riyadi", expected: "kpj 0"),
    Case(says: "no name, other birth date", kpj: kpjA, born: bornB, expected: "none!"),
    Case(says: "no name, equal birth date", kpj: kpjA, born: bornA, expected: "kpj 0"),
    Case(says: "unknown KPJ", kpj: "99999999999", name: "Slamet Riyadi", expected: "none"),
    Case(says: "leading zero lost", kpj: "0000000001", name: "Slamet Riyadi", expected: "none"),
  ]

  static let twoPeople = [
    Case(
      says: "the NIK's name", nik: nikA, kpj: kpjB, name: "Slamet Riyadi", expected: "nik 0!"),
    Case(says: "the KPJ's name", nik: nikA, kpj: kpjB, name: "Kasmuri", expected: "kpj 1!"),
    Case(says: "no name", nik: nikA, kpj: kpjB, expected: "kpj 1!"),
    Case(
      says: "the name of both", nik: nikA, kpj: kpjD, name: "Slamet Riyadi", expected: "kpj 3!"),
    Case(
      says: "alike to both", nik: nikA, kpj: kpjD, name: "Slamet", expected: "kpj 3!"),
    Case(says: "alike to the NIK's", nik: nikA, kpj: kpjB, name: "Slamet", expected: "nik 0!"),
    Case(
      says: "equal to the NIK's, the KPJ's birth date", nik: nikA, kpj: kpjB,
      name: "Slamet Riyadi", born: bornB, expected: "nik 0!"),
    Case(
      says: "alike to the NIK's, the KPJ's birth date", nik: nikA, kpj: kpjB, name: "Slamet",
      born: bornB, expected: "kpj 1!"),
    Case(
      says: "neither's name", nik: nikA, kpj: kpjB, name: "Tukijo", born: bornA,
      expected: "none!"),
  ]

  private func link(_ record: Case, _ linker: inout PersonLinker, _ texts: inout TextArena) -> Link
  {
    linker.link(
      PersonLinker.Claimant(
        nik: CaseBuilder.nik(record.nik), kpj: ListBuilder.kpj(record.kpj),
        birthDate: DateCell(record.born.map(CaseBuilder.day))),
      name: Array(record.name.utf8).span, &texts)
  }

  private func outcome(of link: Link) -> String {
    let mark = link.contradicted ? "!" : ""
    guard link.isLinked else { return "none\(mark)" }
    return "\(link.method) \(link.person)\(mark)"
  }

  private func outcome(of record: Case) -> String {
    var records = Self.list.records
    var linker = PersonLinker(roster: records.roster)
    return outcome(of: link(record, &linker, &records.texts))
  }

  @Test(arguments: nikCases)
  func `A NIK is refused when neither KPJ, name nor birth date bears it out`(_ record: Case) {
    #expect(outcome(of: record) == record.expected)
  }

  @Test(arguments: kpjCases)
  func `A KPJ is refused when name and birth date do not bear it out`(_ record: Case) {
    #expect(outcome(of: record) == record.expected)
  }

  @Test(arguments: twoPeople)
  func `Where both ids name people an equal name wins, then the KPJ`(_ record: Case) {
    #expect(outcome(of: record) == record.expected)
  }

  @Test func `Of several people under one id the one of the record's name is taken`() {
    var list = Self.list
    list.listed("Tukijo", nik: Self.nikA, kpj: "7", born: Self.bornB)
    var linker = PersonLinker(roster: list.records.roster)
    let record = Case(says: "", nik: Self.nikA, name: "Tukijo", expected: "")
    #expect(outcome(of: link(record, &linker, &list.records.texts)) == "nik 5")
    let nameless = Case(says: "", nik: Self.nikA, expected: "")
    #expect(outcome(of: link(nameless, &linker, &list.records.texts)) == "nik 0")
  }

  @Test func `Records outside the list that share an id are one person`() {
    var list = Self.list
    var linker = PersonLinker(roster: list.records.roster)
    func person(_ record: Case) -> UInt32 {
      let link = self.link(record, &linker, &list.records.texts)
      #expect(!link.isLinked && link.method == .none)
      return link.person
    }
    let first = person(Case(says: "", nik: "3375010101700099", kpj: "77", expected: ""))
    #expect(first == 5)
    #expect(person(Case(says: "", nik: "3375010101700099", name: "Tukijo", expected: "")) == first)
    #expect(person(Case(says: "", kpj: "77", expected: "")) == first)
    #expect(person(Case(says: "", kpj: "78", expected: "")) == 6)
    #expect(linker.loose.isEmpty && linker.count == 7)
  }

  @Test func `A record that no id ties to anybody is loose`() {
    var list = Self.list
    var linker = PersonLinker(roster: list.records.roster)
    let nobody = Case(says: "", name: "Tukijo", expected: "")
    let first = link(nobody, &linker, &list.records.texts)
    let second = link(nobody, &linker, &list.records.texts)
    #expect(first.person != second.person)
    let refused = Case(says: "", nik: Self.nikA, name: "Tukijo", expected: "")
    let third = link(refused, &linker, &list.records.texts)
    #expect(linker.loose == [first.person, second.person, third.person])
  }
}
