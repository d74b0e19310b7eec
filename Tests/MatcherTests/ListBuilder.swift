import Domain
import TestSupport

@testable import Matcher

/// Records made by hand: a city's list, memberships and claims.
struct ListBuilder {
  var records = RunRecords()
  private var line: UInt32 = 2

  mutating func text(_ text: String) -> Text { records.texts.add(Array(text.utf8).span) }

  private mutating func nextLine() -> SourceLocation {
    line += 1
    return SourceLocation(file: 0, line: line - 1)
  }

  /// Adds a person of the city's list.
  mutating func listed(
    _ name: String, nik: String = "", kpj: String = "", born: String? = nil,
    saysDead: Bool = false, diedOn: String? = nil
  ) {
    var row = RosterRecord()
    (row.location, row.name) = (nextLine(), text(name))
    (row.nik, row.kpj) = (CaseBuilder.nik(nik), ListBuilder.kpj(kpj))
    row.birthDate = DateCell(born.map(CaseBuilder.day))
    (row.saysDead, row.diedOn) = (saysDead, DateCell(diedOn.map(CaseBuilder.day)))
    records.roster.append(row)
  }

  /// Adds a membership.
  mutating func member(
    _ name: String, nik: String = "", kpj: String, from: String = "2023-01-01",
    removedOn: String? = nil, saysDead: Bool = false, nameSaysDead: Bool = false
  ) {
    var row = MembershipRecord()
    (row.location, row.name) = (nextLine(), text(name))
    (row.nik, row.kpj) = (CaseBuilder.nik(nik), ListBuilder.kpj(kpj))
    row.from = DateCell(CaseBuilder.day(from))
    row.removedOn = DateCell(removedOn.map(CaseBuilder.day))
    (row.saysDead, row.nameSaysDead) = (saysDead, nameSaysDead)
    records.memberships.append(row)
  }

  /// Adds a row of a claim; `change` sets what is out of the ordinary.
  mutating func claim(
    _ number: String, _ amount: Int64, nik: String = "", name: String = "", born: String? = nil,
    programme: Programme = .death, component: BenefitComponent = .whole,
    on incident: String = "2024-06-13", payee: String = "Siti",
    _ change: (inout ClaimRecord) -> Void = { _ in }
  ) {
    var row = ClaimRecord()
    (row.location, row.number, row.name) = (nextLine(), text(number), text(name))
    (row.nik, row.birthDate) = (CaseBuilder.nik(nik), DateCell(born.map(CaseBuilder.day)))
    (row.programme, row.component, row.amount) = (programme, component, amount)
    (row.incidentOn, row.payee) = (CaseBuilder.day(incident), text(payee))
    change(&row)
    records.claims.append(row)
  }

  /// The cases of these records.
  var cases: CaseFile {
    var linker = PersonLinker(roster: records.roster)
    return CaseFile(records, &linker)
  }

  /// A KPJ, as its text.
  static func kpj(_ text: String) -> KPJ { KPJ(parsing: Array(text.utf8).span) ?? .absent }
}
