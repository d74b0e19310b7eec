import Domain
import Rules
import TestSupport
import Testing

struct DeathComesLongAfterEnrolmentTests {
  private func findings(
    on: String, programme: Programme = .death, tier: Link.Tier = .auto,
    starts: [String] = ["2024-01-01"]
  ) -> [Finding] {
    var person = CaseBuilder()
    person.memberships = starts.map { CaseBuilder.membership(from: $0) }
    person.claims = [
      CaseBuilder.claim(on: on, programme: programme, tier: tier, isDeath: true)
    ]
    return DeathComesLongAfterEnrolment(
      limits: TestLaw.book.limits, benefits: TestLaw.book.benefits
    ).findings(in: person)
  }

  @Test(arguments: [
    ("2024-01-01", 1), ("2024-01-31", 1), ("2024-02-01", 0), ("2023-12-31", 0),
  ])
  func `the thirtieth day is early`(on: String, count: Int) {
    #expect(findings(on: on).count == count)
  }

  @Test func `an early death asks for a look at the benefit`() throws {
    let finding = try #require(findings(on: "2024-01-20").first)
    #expect(finding.code == RuleCode(.klm, 9) && finding.severity == .high)
    #expect(finding.found == .date(day("2024-01-20")) && finding.atRisk == 42_000_000)
    #expect(finding.support == RecordRef(.membership, 100) && finding.status == .new)
  }

  @Test func `accidents are silent, the last start counts, suggested links wait`() {
    #expect(findings(on: "2024-01-20", programme: .workAccident).isEmpty)
    #expect(findings(on: "2024-05-20", starts: ["2020-01-01", "2024-05-01"]).count == 1)
    #expect(findings(on: "2024-01-20", tier: .suggested).map(\.status) == [.pending])
  }
}
