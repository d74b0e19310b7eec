import Domain
import Rules
import TestSupport
import Testing

struct EveryRowIsReadableTests {
  @Test func `a rejected row is one finding with its reason and amount`() throws {
    let reject = Reject(
      at: SourceLocation(file: 2, line: 9), column: 4, byte: 211, field: .amount,
      reason: .unreadableValue, shape: .absent, amount: 16_800)
    var findings = Findings()
    EveryRowIsReadable().check(reject, index: 3, &findings)
    let finding = try #require(findings.list.first)
    #expect(finding.code == RuleCode(.dat, 3))
    #expect(finding.subject == RecordRef(.file, 3))
    #expect(finding.found == .reason(.unreadableValue))
    #expect(finding.atRisk == 16_800)
    #expect(finding.month == nil)
  }
}
