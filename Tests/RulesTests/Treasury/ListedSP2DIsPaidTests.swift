import Domain
import Rules
import TestSupport
import Testing

struct ListedSP2DIsPaidTests {
  private let rule = ListedSP2DIsPaid()
  private let cancelled = SP2DBuilder.line(33_600, isCancelled: true)

  @Test func `a paid SP2D is silent`() {
    #expect(rule.findings(in: SP2DBuilder().build()).isEmpty)
  }

  @Test func `rows that name a cancelled one are not paid`() throws {
    let finding = try #require(rule.findings(in: SP2DBuilder(lines: [cancelled]).build()).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.found == .phrase(.cancelledSP2D) && finding.severity == .high)
    #expect(finding.atRisk == 33_600 && finding.month == month("2024-03"))
  }

  @Test func `without rows it is settled`() {
    #expect(rule.findings(in: SP2DBuilder(months: [], lines: [cancelled]).build()).isEmpty)
  }

  @Test func `issued again under its number it is paid`() {
    for lines in [[cancelled, SP2DBuilder.line(33_600)], [SP2DBuilder.line(33_600), cancelled]] {
      let disbursement = SP2DBuilder(lines: lines).build()
      #expect(rule.findings(in: disbursement).isEmpty)
      #expect(SP2DEqualsItsList().findings(in: disbursement).isEmpty)
    }
  }
}
