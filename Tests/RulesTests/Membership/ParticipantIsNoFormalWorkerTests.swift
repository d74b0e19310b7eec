import Domain
import Rules
import TestSupport
import Testing

struct ParticipantIsNoFormalWorkerTests {
  private let rule = ParticipantIsNoFormalWorker(
    tariff: TestLaw.tariff, city: CityMembership(wadahSG: 4))

  private func findings(
    from: String, until: String? = nil, _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var person = CaseBuilder()
    var formal = CaseBuilder.membership(from: from, until: until)
    formal.segment = .formal
    person.memberships[0].segment = .other
    person.memberships = from < "2024-01-01" ? [formal] + person.memberships : person.memberships
    if from >= "2024-01-01" { person.memberships.append(formal) }
    change(&person)
    return rule.findings(in: person)
  }

  @Test func `a file without segments says nothing`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `an active formal membership puts the months together at risk`() throws {
    let finding = try #require(findings(from: "2024-05-15").first)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.other == RecordRef(.membership, 101))
    #expect(finding.found == .phrase(.formalJob) && finding.severity == .medium)
    #expect(finding.atRisk == 2 * 16_800)
  }

  @Test func `one that ended before is silent, on the same day it is not`() {
    #expect(findings(from: "2020-01-01", until: "2023-12-31").isEmpty)
    #expect(findings(from: "2020-01-01", until: "2024-01-01").map(\.atRisk) == [16_800])
  }

  @Test func `one behind the period or not active is silent`() {
    #expect(findings(from: "2024-07-01").isEmpty)
    #expect(findings(from: "2020-01-01") { $0.memberships[0].isInactive = true }.isEmpty)
  }
}
