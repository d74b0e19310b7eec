import Domain
import Rules
import TestSupport
import Testing

struct EveryFileIsGivenOnceTests {
  @Test func `a file given again is one finding that names the first`() throws {
    var findings = Findings()
    EveryFileIsGivenOnce().check(4, sameAs: 2, &findings)
    let finding = try #require(findings.list.first)
    #expect(finding.code == RuleCode(.dat, 1) && finding.severity == .medium)
    #expect(finding.subject == RecordRef(.input, 4) && finding.other == RecordRef(.input, 2))
    #expect(finding.atRisk == 0 && finding.month == nil && findings.list.count == 1)
  }
}
