import Domain
import Rules
import TestSupport
import Testing

struct CoveredMonthIsPaidTests {
  private let rule = CoveredMonthIsPaid(
    tariff: TestLaw.tariff, benefits: TestLaw.book.benefits)

  private func months(_ change: (inout CaseBuilder) -> Void) -> [String] {
    var person = CaseBuilder()
    change(&person)
    return rule.findings(in: person).map { "\($0.month?.month ?? 0)|\($0.subject.index)" }
  }

  @Test func `a paid membership is silent`() {
    #expect(rule.findings(in: CaseBuilder()).isEmpty)
  }

  @Test func `an unpaid month is a finding on the membership, with the month in its key`() throws {
    var person = CaseBuilder()
    person.premiums.remove(at: 2)
    let findings = rule.findings(in: person)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.month == month("2024-03"))
    #expect(finding.monthInKey)
    #expect(finding.severity == .high)
    #expect(finding.found == .phrase(.noPremium))
    #expect(finding.atRisk == 16_800)
  }

  @Test func `an event in the month makes it critical and exposes the benefit`() throws {
    var person = CaseBuilder()
    person.premiums.remove(at: 2)
    person.claims = [CaseBuilder.claim(on: "2024-03-05")]
    let finding = try #require(rule.findings(in: person).first)
    #expect(finding.severity == .critical)
    #expect(finding.atRisk == 42_000_000)
    #expect(finding.status == .new)
    person.claims = [CaseBuilder.claim(on: "2024-03-05", tier: .suggested)]
    #expect(rule.findings(in: person).map(\.status) == [.pending])
  }

  @Test func `months count whole from cover start to cover end`() {
    let found = months {
      $0.memberships = [CaseBuilder.membership(from: "2024-02-29", until: "2024-04-01")]
      $0.premiums = []
    }
    #expect(found == ["2|100", "3|100", "4|100"])
  }

  @Test func `months after a death that may be the member's wait`() {
    var person = CaseBuilder()
    person.premiums = []
    person.shared = SharedFacts()
    person.shared?.mayHaveDiedOn = day("2024-03-09")
    let findings = rule.findings(in: person)
    #expect(findings.filter { $0.status == .new }.compactMap { $0.month?.month } == [1, 2, 3])
    #expect(findings.filter { $0.status == .pending }.count == findings.count - 3)
    #expect(findings.count > 3)
  }

  @Test func `the month of death is the last`() {
    let found = months {
      $0.premiums = []
      $0.death = DeathFact(date: day("2024-02-01"), source: RecordRef(.claim, 40))
    }
    #expect(found == ["1|100", "2|100"])
  }

  @Test func `months of a suggested membership wait, those of a sure one beside it do not`() {
    var person = CaseBuilder()
    person.memberships = [
      CaseBuilder.membership(from: "2024-01-01", until: "2024-04-30"),
      CaseBuilder.membership(from: "2024-04-01", until: "2024-04-30"),
    ]
    person.memberships[0].link.tier = .suggested
    person.premiums = [2, 3].map { CaseBuilder.premium(month("2024-0\($0)"), row: $0) }
    let found = rule.findings(in: person)
    #expect(found.map(\.subject) == [RecordRef(.membership, 100), RecordRef(.membership, 101)])
    #expect(found.map(\.status) == [.pending, .new])
  }

  @Test func `a suggested death ends nothing, and the months from it on wait`() {
    var person = CaseBuilder()
    person.premiums = [CaseBuilder.premium(month("2024-02"), row: 1)]
    let from = day("2024-02-01")
    person.memberships = [CaseBuilder.membership(until: "2024-04-30")]
    person.death = DeathFact(date: from, source: RecordRef(.claim, 40), isSuggested: true)
    let found = rule.findings(in: person)
    #expect(found.map { $0.month?.month } == [1, 3, 4])
    #expect(found.map(\.status) == [.new, .pending, .pending])
  }

  @Test func `only the period and the months given are looked at`() {
    let found = months {
      $0.memberships = [CaseBuilder.membership(from: "2023-06-01")]
      $0.premiums = []
      $0.givenMonths = [month("2024-01"), month("2024-02"), month("2024-04")]
    }
    #expect(found == ["1|100", "2|100", "4|100"])
  }

  @Test func `several memberships give one finding a month, on the one that started first`() {
    let found = months {
      $0.memberships = [
        CaseBuilder.membership(until: "2024-03-31"),
        CaseBuilder.membership(from: "2024-02-01", until: "2024-04-30"),
        CaseBuilder.membership(from: "2024-06-01"),
      ]
      $0.premiums = []
    }
    #expect(found == ["1|100", "2|100", "3|100", "4|101", "6|102"])
  }

  @Test func `a member in no city record is KPS-02 alone`() {
    #expect(months { ($0.roster, $0.premiums) = (nil, []) } == [])
    #expect(months { ($0.roster, $0.premiums) = (nil, [$0.premiums[0]]) }.count == 5)
  }

  @Test func `without contributions or memberships given nothing is checked`() {
    #expect(
      months {
        $0.premiums = []
        $0.given.remove(.contributions)
      } == [])
  }

  @Test func `an excess pays for one month, whatever membership it is of`() throws {
    var person = CaseBuilder()
    person.period = try #require(Period(from: month("2026-04"), to: month("2026-07")))
    person.memberships = [
      CaseBuilder.membership(from: "2026-04-01", until: "2026-05-31"),
      CaseBuilder.membership(from: "2026-06-01"),
    ]
    person.premiums = [CaseBuilder.premium(month("2026-04"), row: 1, fund: 2)]
    #expect(
      rule.findings(in: person).map(\.subject)
        == [RecordRef(.membership, 101), RecordRef(.membership, 101)])
    person.premiums.append(CaseBuilder.premium(month("2026-06"), row: 2, fund: 2))
    #expect(rule.findings(in: person).isEmpty, "each of two excesses pays for one")
  }

  @Test func `a formal worker's membership hides no month of the city's`() {
    let found = months {
      $0.memberships = [CaseBuilder.membership(from: "2023-01-01"), CaseBuilder.membership()]
      $0.memberships[0].segment = .formal
      $0.premiums.remove(at: 2)
    }
    #expect(found == ["3|101"])
  }

  @Test func `the excess over the half rate pays the next month`() throws {
    var person = CaseBuilder()
    person.period = try #require(Period(from: month("2026-04"), to: month("2026-06")))
    person.premiums = [CaseBuilder.premium(month("2026-04"), row: 1, fund: 2)]
    #expect(rule.findings(in: person).map(\.month) == [month("2026-06")])
    person.premiums.append(CaseBuilder.premium(month("2026-05"), row: 2, fund: 2))
    #expect(rule.findings(in: person).isEmpty, "what two months are above pays the third")
    person.premiums.removeLast()
    person.premiums[0].amount = 8400
    #expect(rule.findings(in: person).map(\.month) == [month("2026-05"), month("2026-06")])
  }
}
