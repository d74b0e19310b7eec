import Domain
import Testing

@testable import Pipeline

@Suite struct DefinitionTests {
  private let head = "rekon: 1\nperiod: {from: 2023-01, to: 2024-06}\n"

  private func decode(_ text: String) throws(DefinitionError) -> PipelineDefinition {
    try PipelineDefinition.decode(text, file: "a.yaml")
  }

  private func error(_ text: String) throws -> DefinitionError {
    try #require(throws: DefinitionError.self) { _ = try decode(text) }
  }

  @Test func smallestDefinitionHasDefaults() throws {
    let definition = try decode(head + "inputs:\n  claims: [{file: klaim.csv}]\n")
    #expect(definition.period.count == 18)
    #expect(definition.inputs[.claims]?.map(\.file) == ["klaim.csv"])
    #expect(definition.rules.dueDay == 15)
    #expect(definition.rules.rejectLimit == 0.01)
    #expect(definition.rules.reliefExcludes == ["APBN", "APBD", "APBDes", "DBHCHT"])
    #expect(definition.rules.age == 18..<65)
  }

  @Test func everythingStatedIsKept() throws {
    let definition = try decode(
      """
      rekon: 1
      programme: Batik Berlian
      city: {name: Kota Pekalongan, code: "33.75"}
      period: {from: "2023-01", to: 2024-06}
      inputs:
        contributions:
          - {file: "iuran-*.csv", fund: APBD, separator: ";", quote: "'", header: 3, dates: day-first}
        claims: [{file: k.xml, format: xml, columns: {claimNumber: id}, amounts: dot-thousands}]
        receipts: []
        bank:
      law: Law
      rules:
        {dueDay: 10, rejectLimit: 2.5%, off: [KPS-07], severity: {IUR-06: low}, jobs: [Ojek],
         age: {from: 17, below: 66}, budget: {2024: 201600000}, quota: {Medono: 40}}
      expect: [{claims: JKM, from: 2023-01, to: 2024-06, cases: 10, amount: 420_000_000}]
      """)
    #expect(definition.city?.code == "33.75")
    let list = try #require(definition.inputs[.contributions]?.first)
    #expect(list.fund == "APBD" && list.separator == 0x3b && list.quote == 0x27)
    #expect(list.header == 3 && list.dates == .dayFirst && list.place == "a.yaml:7:14")
    let claims = try #require(definition.inputs[.claims]?.first)
    #expect(claims.columns == [.claimNumber: "id"] && claims.format != nil)
    #expect(definition.rules.rejectLimit == 0.025 && definition.rules.dueDay == 10)
    #expect(definition.rules.off == [RuleCode(.kps, 7)])
    #expect(definition.rules.severity == [RuleCode(.iur, 6): .low])
    #expect(
      definition.rules.budget == [2024: 201_600_000] && definition.rules.quota["Medono"] == 40)
    let expectation = try #require(definition.expectations.first)
    #expect(expectation.claims == .death && expectation.basis == .event)
    #expect(expectation.cases == 10 && expectation.amount == 420_000_000)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let says: String
    var testDescription: String { says }
  }

  static let faults = [
    Fault(text: "  claim: []\n", line: 4, column: 3, says: "Did you mean `claims`?"),
    Fault(text: "  claims: [{fiel: a}]\n", line: 4, column: 13, says: "Did you mean `file`?"),
    Fault(text: "  claims: [{fund: a}]\n", line: 4, column: 12, says: "the key `file`"),
    Fault(text: "  claims: {file: a}\n", line: 4, column: 11, says: "expected a list"),
    Fault(
      text: "  claims: [{file: a, columns: {clamNumber: x}}]\n", line: 4, column: 32,
      says: "Did you mean `claimNumber`?"),
    Fault(
      text: "  claims: [{file: a, dates: dayfirst}]\n", line: 4, column: 29,
      says: "Did you mean `day-first`?"),
    Fault(
      text: "  claims: [{file: a, format: xlsb}]\n", line: 4, column: 30,
      says: "Did you mean `xlsx`?"),
    Fault(
      text: "  claims: [{file: a, encoding: utf-7}]\n", line: 4, column: 32,
      says: "windows-1252"),
    Fault(text: "  claims: [{file: a}]\nrule: {}\n", line: 5, column: 1, says: "`rules`"),
    Fault(
      text: "  claims: [{file: a}]\nrules: {dueday: 1}\n", line: 5, column: 9, says: "`dueDay`"),
    Fault(
      text: "  claims: [{file: a}]\nrules: {dueDay: 32}\n", line: 5, column: 17, says: "1...31"),
    Fault(
      text: "  claims: [{file: a}]\nrules: {rejectLimit: 5}\n", line: 5, column: 22,
      says: "1% or 0.01"),
    Fault(
      text: "  claims: [{file: a}]\nrules: {off: [KPS-11]}\n", line: 5, column: 15,
      says: "a rule code"),
    Fault(
      text: "  claims: [{file: a}]\nrules: {severity: {IUR-06: lo}}\n", line: 5, column: 28,
      says: "Did you mean `low`?"),
    Fault(
      text: "  claims: [{file: a}]\nexpect: [{claims: JKM, from: 2024-13, to: 2024-06}]\n",
      line: 5, column: 30, says: "found `2024-13`"),
    Fault(text: "  claims: [{file: a}]\n  claims: []\n", line: 4, column: 3, says: "twice"),
    Fault(text: "  claims: [{file: a]\n", line: 4, column: 20, says: "in YAML"),
  ]

  @Test(arguments: faults)
  func faultIsNamedWithItsPlace(_ fault: Fault) throws {
    let error = try error(head + "inputs:\n" + fault.text)
    #expect("\(error)".contains(fault.says), "\(error)")
    #expect("\(error)".hasPrefix("a.yaml:\(fault.line):\(fault.column): expected "), "\(error)")
  }

  @Test func periodIsChecked() throws {
    let inputs = "inputs: {claims: [{file: a}]}\n"
    let none = try error("rekon: 1\nperiod: {from: 2023-1, to: 2024-06}\n" + inputs)
    #expect((none.line, none.column) == (2, 16))
    let reversed = try error("rekon: 1\nperiod: {from: 2024-07, to: 2024-06}\n" + inputs)
    #expect((reversed.line, reversed.column) == (2, 29))
    #expect(reversed.expected.contains("2024-07"))
  }

  @Test func versionIsChecked() throws {
    let error = try error("rekon: 2\nperiod: {from: 2023-01, to: 2023-01}\ninputs: {}\n")
    #expect(error.expected.contains("rekon: 1") && error.found == "`2`")
  }

  @Test func missingKeyIsNamed() throws {
    #expect(try error("rekon: 1\ninputs: {claims: [{file: a}]}\n").expected.contains("`period`"))
    #expect(try error("").found == "an empty file")
  }

  @Test func absentDefinitionIsNoInput() throws {
    let error = try #require(throws: RunError.self) {
      _ = try PipelineDefinition.load(path: "/nowhere/batik.yaml")
    }
    #expect(error.status == .noInput)
    #expect("\(error)".hasPrefix("batik.yaml: "))
  }

  @Test func distanceCountsNeighboursExchangedAsOne() {
    #expect(NearestWord.distance("fiel", "file") == 1)
    #expect(NearestWord.distance("", "abc") == 3)
    #expect(NearestWord.find("zzzzzz", among: ["file", "fund"]) == nil)
  }

}
