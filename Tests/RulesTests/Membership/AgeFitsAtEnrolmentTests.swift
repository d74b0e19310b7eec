import Domain
import Rules
import TestSupport
import Testing

struct AgeFitsAtEnrolmentTests {
  private let rule = AgeFitsAtEnrolment(
    tariff: TestLaw.tariff, age: 18..<65, city: CityMembership(wadahSG: 4))

  private func findings(
    born: String?, _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.birthDate = DateCell(born.map(day))
    change(&person)
    return rule.findings(in: person)
  }

  @Test func `from eighteen and below sixty-five is silent`() {
    #expect(findings(born: "2006-01-01").isEmpty, "eighteen on the day")
    #expect(findings(born: "1959-01-02").isEmpty, "sixty-five tomorrow")
    #expect(findings(born: nil).isEmpty)
  }

  @Test func `a day more or less is outside`() throws {
    let old = try #require(findings(born: "1959-01-01").first)
    #expect(old.subject == RecordRef(.membership, 100))
    #expect(old.other == RecordRef(.participant, 7))
    #expect(old.expected == .count(64) && old.found == .count(65))
    #expect(old.atRisk == 6 * 16_800 && old.severity == .high && old.month == nil)
    let young = try #require(findings(born: "2006-01-02").first)
    #expect(young.expected == .count(18) && young.found == .count(17))
  }

  @Test func `sixty-five inside is a parameter`() {
    let wider = AgeFitsAtEnrolment(
      tariff: TestLaw.tariff, age: 18..<66, city: CityMembership())
    var person = CaseBuilder()
    person.roster?.birthDate = DateCell(day("1959-01-01"))
    #expect(wider.findings(in: person).isEmpty)
  }

  @Test func `who grew too old while enrolled may stay`() {
    let listedBefore = DateCell(day("2022-08-01"))
    let found = findings(born: "1959-01-01") { person in person.roster?.from = listedBefore }
    #expect(found.isEmpty, "the city's list began before")
    #expect(
      findings(born: "1958-06-01") {
        $0.memberships = [
          CaseBuilder.membership(from: "2022-08-01", until: "2023-12-31"),
          CaseBuilder.membership(),
        ]
      }.isEmpty, "the second membership continues the first")
  }

  @Test func `to enrol again is to enrol`() {
    let found = findings(born: "1958-06-01") {
      $0.memberships = [
        CaseBuilder.membership(from: "2022-08-01", until: "2023-06-30"), CaseBuilder.membership(),
      ]
    }
    #expect(found.map(\.subject) == [RecordRef(.membership, 101)])
  }

  @Test func `an employer's membership and another payer's member are not the city's`() {
    #expect(findings(born: "1950-01-01") { $0.memberships[0].segment = .formal }.isEmpty)
    let stranger = findings(born: nil) {
      ($0.roster, $0.premiums) = (nil, [])
      $0.memberships[0].birthDate = DateCell(day("1950-01-01"))
      $0.memberships[0].wadah = 5
    }
    #expect(stranger.isEmpty)
  }
}
