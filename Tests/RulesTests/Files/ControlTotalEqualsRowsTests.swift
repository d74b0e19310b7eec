import Domain
import Rules
import Testing

struct ControlTotalEqualsRowsTests {
  private func found(_ total: FileCase.Total?) -> [Finding] {
    var file = FileCase(file: 2, kind: .contributions)
    file.total = total
    var findings = Findings()
    ControlTotalEqualsRows().check(file, index: 5, &findings)
    return Array(findings.list)
  }

  @Test func `a file whose totals hold is no finding`() {
    #expect(found(nil).isEmpty)
  }

  @Test func `a total that differs is one finding on the file`() throws {
    let total = FileCase.Total(
      line: 9, stated: .money(33_600), counted: .money(16_800), difference: 16_800)
    let findings = found(total)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == RuleCode(.dat, 2) && finding.severity == .high)
    #expect(finding.subject == RecordRef(.source, 5))
    #expect(finding.expected == .money(33_600) && finding.found == .money(16_800))
    #expect(finding.atRisk == 16_800)
    #expect(finding.month == nil && finding.person == nil)
  }
}
