import Domain
import Rules
import TestSupport
import Testing

struct PersonHasOneActiveKPJTests {
  private let rule = PersonHasOneActiveKPJ(tariff: TestLaw.tariff)

  private func findings(_ covers: [(kpj: UInt64, from: String, until: String?)]) -> [Finding] {
    var person = CaseBuilder()
    person.memberships = covers.map { cover in
      var membership = CaseBuilder.membership(from: cover.from, until: cover.until)
      membership.kpj = KPJ(raw: cover.kpj)
      return membership
    }
    return rule.findings(in: person)
  }

  @Test func `one number is silent, and so are two one after the other`() {
    #expect(findings([(1, "2024-01-01", nil)]).isEmpty)
    #expect(findings([(1, "2020-01-01", "2024-02-29"), (2, "2024-03-01", nil)]).isEmpty)
  }

  @Test func `a later one puts the months together at risk`() throws {
    let found = findings([(1, "2020-01-01", nil), (2, "2024-05-10", nil)])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.severity == .medium)
    #expect(finding.subject == RecordRef(.membership, 101))
    #expect(finding.other == RecordRef(.membership, 100))
    #expect(finding.found == .phrase(.furtherKPJ) && finding.atRisk == 2 * 16_800)
  }

  @Test func `a suggested membership makes neither card a sure second`() {
    for place in 0...1 {
      var person = CaseBuilder()
      person.memberships = [CaseBuilder.membership(), CaseBuilder.membership(from: "2024-02-01")]
      for i in 0...1 { person.memberships[i].kpj = KPJ(raw: UInt64(i + 1)) }
      person.memberships[place].link.tier = .suggested
      #expect(rule.findings(in: person).map(\.status) == [.pending])
    }
  }

  @Test func `one day together is enough`() {
    #expect(
      findings([(1, "2020-01-01", "2024-03-01"), (2, "2024-03-01", nil)]).map(\.atRisk) == [16_800])
  }

  @Test func `each number beyond the first is one finding`() {
    let found = findings([
      (1, "2020-01-01", nil), (2, "2024-01-01", nil), (2, "2024-02-01", nil),
      (3, "2024-03-01", nil), (1, "2024-04-01", nil),
    ])
    #expect(found.map(\.subject.index) == [101, 103])
    #expect(found.map(\.other.index) == [100, 100])
  }

  @Test func `together only outside the period is silent, and so is an inactive one`() {
    #expect(findings([(1, "2020-01-01", nil), (2, "2024-07-01", nil)]).isEmpty)
    #expect(
      findings([(1, "2020-01-01", "2023-12-31"), (2, "2023-06-01", nil)]).isEmpty)
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(), CaseBuilder.membership()]
    (person.memberships[1].kpj, person.memberships[1].isInactive) = (KPJ(raw: 9), true)
    #expect(rule.findings(in: person).isEmpty)
    person.memberships[1].isInactive = false
    #expect(rule.findings(in: person).count == 1)
  }
}
