import Domain
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// Every combination of event day, programme and length of cover in the shipped tables.
struct BenefitCombinationTests {
  struct Combination: Sendable, CustomTestStringConvertible {
    let event: String
    let programme: Programme
    let days: Int
    var testDescription: String { "\(event) \(programme.code) \(days)" }
  }

  /// The days on both sides of every date in the tables.
  private static let events = [
    "2015-06-30", "2015-07-01", "2019-12-01", "2019-12-02", "2024-06-13", "2025-02-23",
    "2025-02-24", "2025-08-31", "2026-05-01",
  ]

  static let combinations = events.flatMap { event in
    [Programme.death, .workAccident].flatMap { programme in
      [0, 1, 30, 31, 88, 89, 90, 91, 92, 93, 400, 1096].map {
        Combination(event: event, programme: programme, days: $0)
      }
    }
  }

  /// The benefits by day, as the law's words have them.
  private func full(_ event: CalendarDate, _ programme: Programme) -> Int64? {
    if event < CaseBuilder.day("2015-07-01") { return nil }
    let isOld = event < CaseBuilder.day("2019-12-02")
    return programme == .death
      ? isOld ? 24_000_000 : 42_000_000 : isOld ? 55_800_000 : 70_000_000
  }

  /// The codes and states that a sum gives.
  private func found(_ paid: Int64, _ one: Combination, _ law: LawBook) -> [String] {
    var person = CaseBuilder()
    let event = CaseBuilder.day(one.event)
    person.memberships[0].from = DateCell(event.adding(days: -one.days))
    person.premiums = []
    person.claims = [
      CaseBuilder.claim(on: one.event, programme: one.programme, paid: paid, isDeath: true)
    ]
    var findings = Findings()
    person.build { person in
      let claim = person.claims[0]
      ClaimEqualsBenefit(benefits: law.benefits).check(claim, of: person, &findings)
      BenefitFollowsTenure(benefits: law.benefits).check(claim, of: person, &findings)
    }
    return findings.list.map { "\($0.code.text) \($0.status.name) \($0.atRisk)" }
  }

  @Test(arguments: combinations)
  func `the tables decide what a death is worth`(_ one: Combination) throws {
    let law = try readLaw(files: ShippedLaw.lawFiles(folder: nil))
    let event = CaseBuilder.day(one.event)
    guard let full = full(event, one.programme) else {
      #expect(found(42_000_000, one, law).isEmpty)
      return
    }
    let start = event.adding(days: -one.days).parts
    let months = (event.parts.year - start.year) * 12 + event.parts.month - start.month
    let isLong = months > 3 || months == 3 && event.parts.day >= start.day
    let hasRule = one.programme == .death && event >= CaseBuilder.day("2025-02-24")
    let wrong = { (paid: Int64, due: Int64) in ["KLM-01 new \(abs(paid - due))"] }
    switch (hasRule, isLong, one.days >= 90) {
    case (false, _, _), (true, true, true):
      #expect(found(full, one, law).isEmpty)
      #expect(found(full - 1, one, law) == wrong(full - 1, full))
      let short = hasRule ? ["KLM-06 new 32000000"] : wrong(10_000_000, full)
      #expect(found(10_000_000, one, law) == short)
    case (true, false, false):
      #expect(found(10_000_000, one, law).isEmpty)
      #expect(found(full, one, law) == ["KLM-06 new 32000000"])
      #expect(found(8_000_000, one, law) == wrong(8_000_000, 10_000_000))
    default:
      #expect(found(10_000_000, one, law) == ["KLM-06 pending 32000000"])
      #expect(found(full, one, law) == ["KLM-06 pending 32000000"])
      #expect(found(8_000_000, one, law) == wrong(8_000_000, full))
    }
  }
}
