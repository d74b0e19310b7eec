import Domain
import Rules
import TestSupport
import Testing

struct DeathLeadsToAClaimTests {
  private func findings(
    asOf: String = "2024-07-15", wadahSG: SymbolTable.Symbol? = nil,
    _ change: (inout CaseBuilder) -> Void
  ) -> [Finding] {
    var person = CaseBuilder()
    change(&person)
    return DeathLeadsToAClaim(
      benefits: TestLaw.book.benefits, wadahSG: wadahSG, asOf: day(asOf), days: 30
    ).findings(in: person)
  }

  /// A death on 1 June that the city's list tells.
  private static func listed(_ person: inout CaseBuilder) {
    person.roster?.saysDead = true
    person.death = DeathFact(date: day("2024-06-01"), source: RecordRef(.participant, 7))
  }

  /// The same told by a membership.
  private static func removed(_ person: inout CaseBuilder) {
    person.memberships[0].saysDead = true
    person.death = DeathFact(date: day("2024-06-01"), source: RecordRef(.membership, 100))
  }

  @Test func `the living are silent, and so is a death with a claim`() {
    #expect(findings { _ in }.isEmpty)
    #expect(
      findings {
        Self.listed(&$0)
        $0.claims = [CaseBuilder.claim(on: "2024-06-01")]
      }.isEmpty)
  }

  @Test func `a death without a claim is the family's benefit at risk`() throws {
    let finding = try #require(findings(Self.listed).first)
    #expect(finding.code == RuleCode(.sil, 2) && finding.severity == .critical)
    #expect(finding.subject == RecordRef(.participant, 7) && finding.status == .new)
    #expect(finding.found == .date(day("2024-06-01")) && finding.atRisk == 42_000_000)
    #expect(finding.month == nil)
  }

  @Test(arguments: [("2024-06-30", FindingStatus.pending), ("2024-07-01", .new)])
  func `it waits for 30 days`(asOf: String, status: FindingStatus) {
    let found = findings(asOf: asOf, Self.listed)
    #expect(found.map(\.status) == [status])
    #expect(found.first?.pendingUntil.value == (status == .pending ? day("2024-07-01") : nil))
  }

  @Test func `a death without a date is a finding at once`() {
    let found = findings(asOf: "2024-01-01") {
      $0.roster?.saysDead = true
      $0.death = DeathFact(date: nil, source: RecordRef(.participant, 7))
    }
    #expect(found.map(\.status) == [.new])
    #expect(found.map(\.found) == [.phrase(.noDeathClaim)])
  }

  @Test func `the membership is at fault where the city's row says nothing`() {
    #expect(findings(Self.removed).map(\.subject) == [RecordRef(.membership, 100)])
    let both = findings {
      Self.removed(&$0)
      $0.roster?.saysDead = true
    }
    #expect(both.map(\.subject) == [RecordRef(.participant, 7)])
    #expect(both.map(\.other) == [RecordRef(.membership, 100)])
  }

  @Test func `a cancelled claim told the death: the person's own row stands for it`() {
    let found = findings {
      $0.death = DeathFact(date: day("2024-06-01"), source: RecordRef(.claim, 9))
    }
    #expect(found.map(\.subject) == [RecordRef(.participant, 7)])
    #expect(found.map(\.other) == [RecordRef(.claim, 9)])
  }

  @Test func `scholarships and the whole benefit of an accident are claims for a death`() {
    var school = CaseBuilder.claim(on: "2024-06-01", programme: .scholarship)
    school.scholarships = [Scholarship(payee: 1, year: 2024, amount: 1_500_000)]
    let accident = CaseBuilder.claim(on: "2024-06-01", programme: .workAccident, paid: 70_000_000)
    let treated = CaseBuilder.claim(on: "2024-05-01", programme: .workAccident, paid: 900_000)
    for (claim, count) in [(school, 0), (accident, 0), (treated, 1)] {
      let found = findings {
        Self.listed(&$0)
        $0.claims = [claim]
      }
      #expect(found.count == count)
    }
  }

  @Test(arguments: [
    ("2024-06-02", nil, 0), ("2024-06-01", nil, 1), ("2023-01-01", "2024-03-01", 1),
    ("2023-01-01", "2024-02-29", 0),
  ])
  func `a death outside all cover gives no right`(from: String, until: String?, count: Int) {
    let found = findings {
      Self.listed(&$0)
      $0.memberships = [CaseBuilder.membership(from: from, until: until)]
    }
    #expect(found.count == count)
  }

  @Test func `three months after the end of a February end with May`() {
    for (died, count) in [("2023-05-31", 1), ("2023-06-01", 0)] {
      let found = findings {
        Self.listed(&$0)
        $0.death = DeathFact(date: day(died), source: RecordRef(.participant, 7))
        $0.memberships = [CaseBuilder.membership(from: "2022-01-01", until: "2023-02-28")]
      }
      #expect(found.count == count)
    }
  }

  @Test func `a member of another group whom the city does not list is no participant`() {
    for (wadah, count) in [(UInt32(0), 1), (2, 1), (3, 0)] {
      let found = findings(wadahSG: 2) {
        Self.removed(&$0)
        ($0.roster, $0.premiums) = (nil, [])
        $0.memberships[0].wadah = wadah
      }
      #expect(found.count == count)
    }
  }

  @Test func `a suggested link waits without a day`() {
    let found = findings {
      Self.removed(&$0)
      $0.death = DeathFact(
        date: day("2024-06-01"), source: RecordRef(.membership, 100), isSuggested: true)
    }
    #expect(found.map(\.status) == [.pending] && found.first?.pendingUntil.value == nil)
  }

  @Test func `without claims nothing is judged`() {
    let found = findings {
      Self.listed(&$0)
      $0.given.remove(.claims)
    }
    #expect(found.isEmpty)
  }
}
