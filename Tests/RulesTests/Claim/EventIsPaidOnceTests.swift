import Domain
import Rules
import TestSupport
import Testing

struct EventIsPaidOnceTests {
  private let rule = EventIsPaidOnce(benefits: TestLaw.book.benefits)

  private func findings(_ claims: [ClaimCase]) -> [Finding] {
    var person = CaseBuilder()
    person.claims = claims
    return rule.findings(in: person)
  }

  @Test func `claims for different days or programmes are silent`() {
    #expect(
      findings([
        CaseBuilder.claim(on: "2024-03-05", programme: .workAccident, row: 1),
        CaseBuilder.claim(on: "2024-03-06", programme: .workAccident, row: 2),
        CaseBuilder.claim(on: "2024-03-06", row: 3),
      ]).isEmpty)
  }

  @Test func `each claim beyond the first names the first`() throws {
    let found = findings([
      CaseBuilder.claim(on: "2024-03-05", row: 9), CaseBuilder.claim(on: "2024-03-05", row: 2),
      CaseBuilder.claim(on: "2024-03-05", row: 3),
    ])
    #expect(found.map(\.subject) == [RecordRef(.claim, 2), RecordRef(.claim, 3)])
    #expect(found.map(\.other) == [RecordRef(.claim, 9), RecordRef(.claim, 9)])
    let finding = try #require(found.first)
    #expect(finding.severity == .critical)
    #expect(finding.atRisk == 42_000_000)
    #expect(finding.found == .phrase(.repeatedClaim))
  }

  @Test func `a component paid twice is a finding on the later row`() {
    var claim = CaseBuilder.claim(on: "2024-03-05", paid: 52_000_000)
    claim.repeated = (first: 40, second: 43)
    let found = findings([claim])
    #expect(found.map(\.subject) == [RecordRef(.claim, 43)])
    #expect(found.map(\.other) == [RecordRef(.claim, 40)])
  }

  @Test(arguments: [Programme.scholarship, .death])
  func `a scholarship is paid every year`(_ programme: Programme) {
    var claims = [UInt32(1), 2].map {
      CaseBuilder.claim(on: "2024-03-05", programme: programme, row: $0)
    }
    for place in claims.indices { claims[place].paysScholarshipsAlone = true }
    #expect(findings(claims).isEmpty)
    claims[0].paysScholarshipsAlone = false
    #expect(findings(claims).isEmpty)
  }

  @Test func `a recipient has one scholarship in a year, whatever the number`() {
    func found(_ year: Int?, _ payee: Int) -> [RecordRef] {
      let paid = [
        Scholarship(payee: 1, year: 2024, amount: 1), .init(payee: 0, year: 2024, amount: 1),
      ]
      var claims = [UInt32(1), 2].map {
        CaseBuilder.claim(on: "2024-03-05", programme: .scholarship, row: $0)
      }
      for place in claims.indices { claims[place].paysScholarshipsAlone = true }
      claims[0].scholarships = paid
      claims[1].scholarships = [Scholarship(payee: payee, year: year, amount: 1)]
      return findings(claims).map(\.subject)
    }
    #expect(found(2024, 1) == [RecordRef(.claim, 2)])
    #expect(found(2025, 1).isEmpty && found(2024, 2).isEmpty)
    #expect(found(nil, 1).isEmpty && found(2024, 0).isEmpty)
  }

  @Test func `rows without component and recipient that add up to the benefit are its parts`() {
    var claim = CaseBuilder.claim(on: "2024-03-05", paid: 42_000_000)
    (claim.repeated, claim.repeatedIsUnnamed) = ((first: 40, second: 41), true)
    #expect(findings([claim]).isEmpty)
    claim.deathBenefit = 52_000_000
    #expect(findings([claim]).count == 1)
  }

  @Test func `an accident risks what was paid, and a suggested link is pending`() {
    let found = findings([
      CaseBuilder.claim(on: "2024-03-05", programme: .workAccident, paid: 900_000, row: 1),
      CaseBuilder.claim(
        on: "2024-03-05", programme: .workAccident, paid: 700_000, row: 2, tier: .suggested),
    ])
    #expect(found.map(\.atRisk) == [700_000])
    #expect(found.map(\.status) == [.pending])
  }

  @Test func `a suggested claim waits, with a component paid twice and as the first of two`() {
    var twice = CaseBuilder.claim(on: "2024-03-05", tier: .suggested)
    twice.repeated = (first: 40, second: 41)
    twice.deathBenefit = 62_000_000
    #expect(findings([twice]).map(\.status) == [.pending])
    let two = [
      CaseBuilder.claim(on: "2024-03-05", row: 1, tier: .suggested),
      CaseBuilder.claim(on: "2024-03-05", row: 2),
    ]
    #expect(findings(two).map(\.status) == [.pending])
  }
}
