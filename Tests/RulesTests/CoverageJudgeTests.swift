import Domain
import Rules
import TestSupport
import Testing

struct CoverageJudgeTests {
  private func judge(
    _ incident: String, tier: Link.Tier = .auto, _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> Coverage {
    var person = CaseBuilder()
    change(&person)
    return person.build {
      coverage(
        of: CaseBuilder.claim(on: incident, tier: tier), in: $0, dueDay: 15, tariff: TestLaw.tariff)
    }
  }

  private func outcome(paidOn day: String) -> Coverage.Outcome {
    judge("2024-02-20") {
      $0.premiums[1] = CaseBuilder.premium(month("2024-02"), row: 1, paidOn: day)
    }.outcome
  }

  @Test func `a payment's day decides how the month was covered`() {
    #expect(outcome(paidOn: "2024-01-31") == .paidInAdvance)
    #expect(outcome(paidOn: "2024-02-01") == .covered)
    #expect(outcome(paidOn: "2024-03-15") == .covered)
    #expect(outcome(paidOn: "2024-03-16") == .coveredLate)
    #expect(outcome(paidOn: "2024-05-31") == .coveredLate)
    #expect(outcome(paidOn: "2024-06-01") == .healed)
  }

  @Test func `an event in the first month before its payment is an aligned start`() {
    #expect(judge("2024-01-09").outcome == .alignedStart)
    #expect(judge("2024-01-10").outcome == .covered)
  }

  @Test func `a covered claim names its payments and its cover`() {
    let coverage = judge("2024-03-05")
    #expect(coverage.outcome == .covered)
    #expect(coverage.payments == 2..<3)
    #expect(coverage.membership == 0)
    #expect(coverage.from == day("2024-01-01"))
    #expect(coverage.until == nil)
  }

  @Test func `all that a run cannot know is not checked`() {
    #expect(judge("2023-12-31").outcome == .notChecked)
    #expect(judge("2024-07-01").outcome == .notChecked)
    #expect(judge("2024-03-05") { $0.memberships = [] }.outcome == .notChecked)
    #expect(judge("2024-03-05") { $0.given.remove(.memberships) }.outcome == .notChecked)
    #expect(judge("2024-03-05") { ($0.givenMonths, $0.premiums) = ([], []) }.outcome == .notChecked)
    #expect(
      judge("2024-03-05") {
        $0.givenMonths = Set($0.period.months).subtracting([month("2024-03")])
        $0.premiums.remove(at: 2)
      }.outcome == .notChecked)
  }

  @Test func `a claim of nobody in a city record is not checked`() {
    let stranger = judge("2024-03-05", tier: .none) { ($0.roster, $0.premiums) = (nil, []) }
    #expect(stranger.outcome == .notChecked)
    let payer = judge("2024-03-05", tier: .none) { $0.roster = nil }
    #expect(payer.outcome == .covered)
  }

  @Test func `an unpaid month lapses after more than three others`() {
    let three = judge("2024-05-05") { $0.premiums.removeSubrange(1...4) }
    #expect(three.outcome == .notCovered)
    guard case .unpaidMonth? = three.gap else {
      Issue.record("three unpaid months before are a time of grace")
      return
    }
    let four = judge("2024-05-05") { $0.premiums.removeSubrange(0...4) }
    guard case .lapsed(months: 4)? = four.gap else {
      Issue.record("four unpaid months before end the cover")
      return
    }
  }

  @Test func `a month without any list neither counts nor breaks the lapse`() {
    let coverage = judge("2024-06-05") {
      $0.premiums.removeAll()
      $0.givenMonths = Set($0.period.months).subtracting([month("2024-03")])
    }
    guard case .lapsed(months: 4)? = coverage.gap else {
      Issue.record("January, February, April and May are unpaid")
      return
    }
  }

  @Test func `any membership that covers the day is enough`() {
    let coverage = judge("2024-03-05") {
      $0.memberships = [
        CaseBuilder.membership(until: "2024-02-29"), CaseBuilder.membership(from: "2024-03-01"),
      ]
    }
    #expect(coverage.membership == 1)
    #expect(coverage.gap == nil)
  }

  @Test func `between two memberships the cover has ended`() {
    let coverage = judge("2024-03-05") {
      $0.memberships = [
        CaseBuilder.membership(until: "2024-01-31"), CaseBuilder.membership(from: "2024-04-01"),
      ]
    }
    guard case .afterEnd(monthsLate: 2)? = coverage.gap else {
      Issue.record("5 March lies in the second month after 31 January")
      return
    }
    #expect(coverage.until == day("2024-01-31"))
  }

  @Test func `of overlapping memberships the older one tells since when`() {
    let coverage = judge("2024-03-05") {
      $0.memberships.append(CaseBuilder.membership(from: "2024-03-01"))
    }
    #expect(coverage.outcome == .covered)
    #expect(coverage.from == day("2024-01-01"))
  }

  @Test func `of overlapping memberships the younger one is the least in arrears`() {
    let coverage = judge("2024-06-05") {
      $0.memberships.append(CaseBuilder.membership(from: "2024-04-01"))
      $0.premiums = []
    }
    guard case .unpaidMonth? = coverage.gap else {
      Issue.record("only April and May are unpaid in the younger membership")
      return
    }
    #expect(coverage.membership == 1)
  }
}
