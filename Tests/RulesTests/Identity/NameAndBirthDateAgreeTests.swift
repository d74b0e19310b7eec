import Domain
import Rules
import TestSupport
import Testing

struct NameAndBirthDateAgreeTests {
  private let rule = NameAndBirthDateAgree()

  private func findings(
    listed: String? = "1980-01-01", member: String? = "1980-01-01",
    _ change: (inout CaseBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var person = CaseBuilder()
    person.roster?.birthDate = DateCell(listed.map(day))
    person.memberships[0].birthDate = DateCell(member.map(day))
    change(&person)
    return rule.findings(in: person)
  }

  @Test func `equal names and dates are silent, and so is an absent date`() {
    #expect(findings().isEmpty && findings(listed: nil).isEmpty && findings(member: nil).isEmpty)
  }

  @Test func `another name of a membership risks nothing`() throws {
    let finding = try #require(findings { $0.memberships[0].nameDiffers = true }.first)
    #expect(finding.subject == RecordRef(.membership, 100))
    #expect(finding.other == RecordRef(.participant, 7))
    #expect(finding.found == .phrase(.differentName) && finding.severity == .low)
    #expect(finding.atRisk == 0 && finding.month == nil)
  }

  @Test func `another birth date is the same finding`() {
    #expect(findings(member: "1980-01-02").count == 1)
    #expect(findings(member: "1980-01-02") { $0.memberships[0].nameDiffers = true }.count == 1)
  }

  @Test func `each payment under another name is a finding of its month`() {
    let found = findings {
      $0.premiums[1].marks = .nameDiffers
      $0.premiums[4].marks = [.nameDiffers, .nikDiffers]
    }
    #expect(found.map(\.subject) == [RecordRef(.contribution, 1), RecordRef(.contribution, 4)])
    #expect(found.map { $0.month?.month } == [2, 5])
  }

  @Test func `somebody outside the city's list has nothing to compare with`() {
    #expect(
      findings {
        $0.roster = nil
        $0.memberships[0].nameDiffers = true
      }.isEmpty)
  }
}
