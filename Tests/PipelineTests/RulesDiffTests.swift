import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// `rekon rules diff`: which findings flip between two definitions of the same inputs.
struct RulesDiffTests {
  private let asOf = CalendarDate(year: 2024, month: 7, day: 15)

  private func diff(_ rules: String, and others: String, law: [String: String] = [:]) throws
    -> RulesDiff
  {
    let scratch = try RunScratch()
    _ = try scratch.writeCity(SmallCity.repeated)
    try scratch.write("a.yaml", SmallCity.definition + rules)
    try scratch.write("b.yaml", SmallCity.definition + others)
    for (name, text) in law { try scratch.write("Law/\(name)", text) }
    let path = { (name: String) in scratch.folder.appending(path: name).path() }
    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path())
    let diff = try RulesDiff.between(path("a.yaml"), path("b.yaml"), inputs: nil, asOf: asOf)
    let after = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path())
    #expect(before.sorted() == after.sorted(), "nothing is written")
    return diff
  }

  @Test func `nothing flips between equal definitions`() throws {
    let diff = try diff("", and: "")
    #expect(diff.a.findings == 1 && diff.b.findings == 1)
    #expect(diff.counts.isEmpty && diff.changes.isEmpty && diff.otherInputs.isEmpty)
    #expect(diff.onlyA.isEmpty && diff.onlyB.isEmpty && diff.changed.isEmpty)
  }

  @Test func `a rule that one side hides is in the other alone`() throws {
    let diff = try diff("", and: "rules: {off: [IUR-02]}\n")
    #expect(diff.onlyA.map(\.subjectKey) == ["B3"] && diff.onlyB.isEmpty && diff.changed.isEmpty)
    #expect(diff.counts.map(\.code.text) == ["IUR-02"] && diff.counts.first?.onlyA == 1)
    #expect(diff.changes == [DefinitionChange(key: "rules.off", a: nil, b: "IUR-02")])
    let turned = try self.diff("rules: {off: [IUR-02]}\n", and: "")
    #expect(turned.onlyB.map(\.subjectKey) == ["B3"] && turned.counts.first?.onlyB == 1)
  }

  @Test func `another severity is a change, not a flip of sides`() throws {
    let diff = try diff("", and: "rules: {severity: {IUR-02: low}, dueDay: 20}\n")
    #expect(diff.onlyA.isEmpty && diff.onlyB.isEmpty)
    #expect(diff.changed.map { "\($0.a.severity) \($0.b.severity)" } == ["high low"])
    #expect(diff.changed.first?.a.id == diff.changed.first?.b.id)
    #expect(diff.changes.map(\.key) == ["rules.dueDay", "rules.severity.IUR-02"])
  }

  @Test func `a law row that differs is named, and the findings that rest on it`() throws {
    var law = try ShippedLaw.lawFiles(folder: nil)
    law["tariff.yaml"] = law["tariff.yaml"]?.replacing("jkm: 6800", with: "jkm: 6900")
    let diff = try diff("", and: "law: Law\n", law: law)
    #expect(
      diff.changes == [
        DefinitionChange(key: "law", a: nil, b: "Law"),
        DefinitionChange(key: "law.tariff.rates.tariff-2015.jkm", a: "6800", b: "6900"),
      ])
    #expect(diff.onlyB.map(\.subjectKey) == ["B1", "B2", "B3"])
    #expect(diff.onlyB.allSatisfy { $0.code == "IUR-01" && $0.law == "tariff-2015" })
    #expect(diff.onlyB.allSatisfy { $0.atRisk == 100 })
  }

  @Test func `another period is a change, and other inputs are said`() throws {
    let scratch = try RunScratch()
    _ = try scratch.writeCity(SmallCity.repeated)
    let path = { (name: String) in scratch.folder.appending(path: name).path() }
    try scratch.write(
      "b/d.yaml", SmallCity.definition.replacing("to: 2024-02", with: "to: 2024-03"))
    for (name, text) in SmallCity.files where name != "d.yaml" {
      try scratch.write("b/\(name)", text)
    }
    let own = try RulesDiff.between(path("d.yaml"), path("b/d.yaml"), inputs: nil, asOf: asOf)
    #expect(own.otherInputs == ["contributions iuran.csv", "disbursements sp2d.csv"])
    #expect(own.changes == [DefinitionChange(key: "period.to", a: "2024-02", b: "2024-03")])
    let same = try RulesDiff.between(
      path("d.yaml"), path("b/d.yaml"), inputs: scratch.folder.path(), asOf: asOf)
    #expect(same.otherInputs.isEmpty && same.counts.isEmpty)
  }

  @Test func `a definition that is not there is no input`() throws {
    let error = try #require(throws: RunError.self) {
      _ = try RulesDiff.between("/nowhere/a.yaml", "/nowhere/b.yaml", inputs: nil, asOf: asOf)
    }
    #expect(error.status == .noInput)
  }
}
