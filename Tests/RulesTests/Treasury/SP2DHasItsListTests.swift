import Domain
import Rules
import TestSupport
import Testing

struct SP2DHasItsListTests {
  private let rule = SP2DHasItsList()

  @Test func `both sides are silent, and so is a number without any`() {
    #expect(rule.findings(in: SP2DBuilder().build()).isEmpty)
    #expect(rule.findings(in: SP2DBuilder(months: [], lines: []).build()).isEmpty)
  }

  @Test func `a register line without rows puts its amount at risk`() throws {
    let finding = try #require(rule.findings(in: SP2DBuilder(months: []).build()).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.month == month("2024-03") && finding.severity == .high)
    #expect(finding.found == .phrase(.noCityList) && finding.atRisk == 33_600)
  }

  @Test func `rows without a register line put theirs at risk`() throws {
    let finding = try #require(rule.findings(in: SP2DBuilder(lines: []).build()).first)
    #expect(finding.found == .phrase(.noRegisterLine) && finding.atRisk == 33_600)
  }

  @Test func `rows without a number have no side to miss`() {
    #expect(rule.findings(in: DisbursementCase(sp2d: 0)).isEmpty)
  }

  @Test func `a cancelled SP2D needs no list`() {
    let lines = [SP2DBuilder.line(33_600, isCancelled: true)]
    #expect(rule.findings(in: SP2DBuilder(months: [], lines: lines).build()).isEmpty)
  }

  @Test func `a number counts whatever its month`() {
    let found = rule.findings(in: SP2DBuilder(months: ["2019-07"], lines: []).build())
    #expect(found.map(\.month) == [month("2019-07")])
  }
}
