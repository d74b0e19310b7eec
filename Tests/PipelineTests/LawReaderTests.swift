import Domain
import Rules
import Testing

@testable import Pipeline

struct LawReaderTests {
  private func shipped() throws -> [String: String] { try ShippedLaw.lawFiles(folder: nil) }

  private func error(_ file: String, _ text: String) throws -> DefinitionError {
    try #require(throws: DefinitionError.self) { _ = try readLaw(files: [file: text]) }
  }

  @Test func `The shipped law is read`() throws {
    let files = try shipped()
    #expect(files.keys.sorted() == ShippedLaw.names.sorted())
    let law = try readLaw(files: files)
    #expect(law.tariff.rates.last?.brackets.count == 33)
    let june = try #require(CoverageMonth(written: "2024-06"))
    let premium = law.tariff.expected(june, fundIsExcluded: true, sector: .other)
    #expect(premium.amount == 16_800 && premium.alternative == nil)
    let relief = law.tariff.expected(june.adding(months: 24), fundIsExcluded: false, sector: .other)
    #expect(relief.amount == 8_400 && relief.alternative == 16_800)
    let (before, after) = (
      CalendarDate(year: 2019, month: 12, day: 1), CalendarDate(year: 2019, month: 12, day: 2)
    )
    #expect(law.benefits.deathBenefit(.death, on: try #require(before)) == 24_000_000)
    #expect(law.benefits.deathBenefit(.death, on: try #require(after)) == 42_000_000)
    #expect(law.benefits.shortTenures.map(\.amount) == [10_000_000])
  }

  @Test func `Every row of the shipped law has a source and an id of its own`() throws {
    let rows = try readLaw(files: try shipped()).rows.dropFirst()
    #expect(Set(rows.map(\.id)).count == rows.count && rows.count > 8)
    for row in rows { #expect(!row.source.isEmpty && !row.title.isEmpty, "\(row.id)") }
  }

  @Test func `The shipped tables hold the 21 jobs and the 27 kelurahan`() throws {
    let law = try readLaw(files: try shipped())
    #expect(law.jobs.jobs.count == 21 && Set(law.jobs.jobs.map(\.name)).count == 21)
    #expect(law.villages.villages.count == 27)
    #expect(Set(law.villages.villages.map(\.code)).count == 27)
  }

  @Test func `The shipped tables limit times, name days off and grant scholarships`() throws {
    let law = try readLaw(files: try shipped())
    #expect(Set(law.limits.limits.map(\.what)) == Set(TimeLimits.What.allCases))
    let new = try #require(CalendarDate(year: 2025, month: 3, day: 31))
    #expect(law.workingDays.isWorked(new) == false)
    #expect(law.workingDays.isWorked(new.adding(days: 8)) == true)
    let years = law.workingDays.rows.map(\.from.month.year)
    #expect(years == [2022, 2023, 2024, 2025, 2026])
    for row in law.workingDays.rows {
      #expect(row.daysOff.allSatisfy { row.from <= $0 && $0 <= row.to } && row.daysOff.count > 18)
    }
    #expect(law.benefits.scholarship(on: new)?.most == 174_000_000)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let place: String
    let says: String
    var testDescription: String { says }
  }

  private static let row = "id: a, title: A, source: PP, confirmed: yes, from: 2015-07"
  private static let grant = "id: a, title: A, source: PP, confirmed: yes, from: 2019-12-02"

  static let faults = [
    Fault(
      file: "limits.yaml",
      text: "limits:\n  - {id: a, title: A, source: PP, confirmed: no, from: 2019-12-02,"
        + " what: jkk-claim}\n", place: "limits.yaml:2:", says: "one of `days`"),
    Fault(
      file: "holidays.yaml",
      text: "years:\n  - {id: a, title: A, source: PP, confirmed: no, from: 2024-01-01,"
        + " to: 2024-12-31, holidays: [2024-02-30]}\n", place: "holidays.yaml:2:", says: "a day"),
    Fault(
      file: "tariff.yaml", text: "rates:\n  - {id: a\n    title: x\n", place: "tariff.yaml:3:",
      says: "a law table in YAML"),
    Fault(file: "tariff.yaml", text: "", place: "tariff.yaml:1:1:", says: "an empty file"),
    Fault(
      file: "tariff.yaml", text: "rates: []\nrate: []\n", place: "tariff.yaml:2:1:",
      says: "Did you mean `rates`?"),
    Fault(
      file: "tariff.yaml", text: "rates:\n  - {\(row), jkm: 6800, bracket: []}\n",
      place: "tariff.yaml:2:", says: "Did you mean `brackets`?"),
    Fault(
      file: "tariff.yaml", text: "rates:\n  - {\(row), jkm: 6800}\n", place: "tariff.yaml:2:5:",
      says: "the key `brackets`"),
    Fault(
      file: "tariff.yaml",
      text: "rates:\n  - {\(row), jkm: 6.800,\n     brackets: [{income: 0, jkk: 10000}]}\n",
      place: "tariff.yaml:2:", says: "found `6.800`"),
    Fault(
      file: "tariff.yaml",
      text: "rates:\n  - {\(row), jkm: 6800,\n     brackets: [{income: 0, jkk: -1}]}\n",
      place: "tariff.yaml:3:", says: "found `-1`"),
    Fault(
      file: "tariff.yaml",
      text: "reliefs:\n  - {\(row), to: 2016-13, sector: other, percent: 50}\n",
      place: "tariff.yaml:2:", says: "found `2016-13`"),
    Fault(
      file: "tariff.yaml",
      text: "reliefs:\n  - {\(row), to: 2016-12, sector: others, percent: 50}\n",
      place: "tariff.yaml:2:", says: "Did you mean `other`?"),
    Fault(
      file: "tariff.yaml",
      text: "reliefs:\n  - {\(row), to: 2016-12, sector: other, percent: 101}\n",
      place: "tariff.yaml:2:", says: "found `101`"),
    Fault(
      file: "benefits.yaml",
      text: "benefits:\n  - {\(row), jkm: 1, jkk: 1, funeral: 1}\n", place: "benefits.yaml:2:",
      says: "as 2019-12-02"),
    Fault(
      file: "benefits.yaml",
      text: "benefits:\n  - {\(grant), jkm: 1, jkk: 1, funeral: 1}\n"
        + "  - {\(grant), jkm: 1, jkk: 1, funeral: 1}\n",
      place: "benefits.yaml:3:", says: "an id that no other row has"),
    Fault(
      file: "benefits.yaml", text: "benefits:\n  - {id: a, title: A, source: PP, confirmed: ja}\n",
      place: "benefits.yaml:2:", says: "the key `from`"),
    Fault(
      file: "jobs.yaml",
      text: "lists:\n  - {\(grant)}\njobs:\n  - {name: Becak, list: b, sector: transport}\n",
      place: "jobs.yaml:4:", says: "one of a"),
    Fault(
      file: "villages.yaml",
      text: "lists:\n  - {\(grant)}\ndistricts:\n  - {name: Barat, villages: [{name: Medono}]}\n",
      place: "villages.yaml:4:", says: "the key `code`"),
  ]

  @Test(arguments: faults)
  func `A broken row is told with its place and what should stand there`(_ fault: Fault) throws {
    let error = try error(fault.file, fault.text)
    #expect("\(error)".hasPrefix(fault.place), "\(error)")
    #expect("\(error)".contains(fault.says), "\(error)")
  }

  @Test func `Rows stand by their first day whatever their order in the file`() throws {
    let text = """
      benefits:
        - {id: b, title: B, source: PP, confirmed: yes, from: 2020-01-01, jkm: 2, jkk: 2, funeral: 2}
        - {id: a, title: A, source: PP, confirmed: no, from: 2019-01-01, to: 2019-12-31, jkm: 1, \
      jkk: 1, funeral: 1}
      """
    let law = try readLaw(files: ["benefits.yaml": text])
    #expect(law.benefits.grants.map(\.death) == [1, 2])
    #expect(law.rows.map(\.confirmed) == [false, true, false])
    #expect(law.rows.last?.validTo == CalendarDate(year: 2019, month: 12, day: 31))
  }

  @Test func `A table that is not given is empty`() throws {
    let law = try readLaw(files: [:])
    #expect(law.rows.count == 1 && law.tariff.rates.isEmpty && law.benefits.grants.isEmpty)
  }

  @Test func `A folder that lacks a table is told by the table's name`() {
    let error = #expect(throws: RunError.self) {
      _ = try ShippedLaw.lawFiles(folder: "/nowhere")
    }
    #expect(error.map { "\($0)".contains("law table tariff.yaml") } == true)
  }
}
