import Domain
import Rules
import TestSupport
import Testing

struct PaidMonthLiesInMembershipTests {
  private let rule = PaidMonthLiesInMembership()

  private func months(_ change: (inout CaseBuilder) -> Void) -> [Int] {
    var person = CaseBuilder()
    change(&person)
    return rule.findings(in: person).compactMap { $0.month?.month }
  }

  @Test func `months of a membership are silent, the one of its end included`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
    #expect(months { $0.memberships = [CaseBuilder.membership(until: "2024-06-01")] } == [])
  }

  @Test func `a month behind the end puts its row at risk`() throws {
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(until: "2024-05-02")]
    let finding = try #require(rule.findings(in: person).first)
    #expect(finding.subject == RecordRef(.contribution, 5))
    #expect(finding.other == RecordRef(.membership, 100))
    #expect(finding.expected == .month(month("2024-05")))
    #expect(finding.found == .month(month("2024-06")))
    #expect(finding.atRisk == 16_800 && finding.severity == .critical)
  }

  @Test func `without an end the day of removal ends it`() {
    #expect(
      months { $0.memberships[0].removedOn = DateCell(day("2024-04-30")) } == [5, 6])
  }

  @Test func `another membership covers the month, a gap between two does not`() {
    let both = [
      CaseBuilder.membership(until: "2024-02-10"), CaseBuilder.membership(from: "2024-05-01"),
    ]
    #expect(months { $0.memberships = both } == [3, 4])
    #expect(
      months { $0.memberships = [both[0], CaseBuilder.membership(from: "2024-03-01")] } == [])
  }

  @Test func `a month before any cover is paid in advance`() {
    #expect(
      months {
        $0.memberships = [CaseBuilder.membership(from: "2024-03-01", until: "2024-12-31")]
      } == [])
  }

  @Test func `months after a death are IUR-05 alone`() {
    #expect(
      months {
        $0.memberships = [CaseBuilder.membership(until: "2024-03-31")]
        $0.death = DeathFact(date: day("2024-04-10"), source: .none)
      } == [4])
  }

  @Test func `an employer's membership covers nobody here`() {
    #expect(
      months {
        $0.memberships = [
          CaseBuilder.membership(until: "2024-05-31"), CaseBuilder.membership(from: "2024-05-01"),
        ]
        $0.memberships[1].segment = .formal
      } == [6])
  }

  @Test func `a suggested membership accuses nobody`() {
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(until: "2024-05-02")]
    person.memberships[0].link.tier = .suggested
    #expect(rule.findings(in: person).map(\.status) == [.pending])
  }
}
