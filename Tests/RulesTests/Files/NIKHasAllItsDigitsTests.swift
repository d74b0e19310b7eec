import Domain
import Rules
import Testing

struct NIKHasAllItsDigitsTests {
  private func found(_ damaged: Int, amount: Int64 = 0) -> [Finding] {
    var file = FileCase(file: 2, kind: .contributions)
    (file.damagedNIKs, file.damagedAmount) = (damaged, amount)
    var findings = Findings()
    NIKHasAllItsDigits().check(file, index: 1, &findings)
    return Array(findings.list)
  }

  @Test func `a file whose NIKs are whole is no finding`() {
    #expect(found(0).isEmpty)
  }

  @Test(arguments: [1, 432])
  func `however many are damaged, it is one finding on the file`(damaged: Int) throws {
    let findings = found(damaged, amount: 16_800)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == RuleCode(.dat, 4) && finding.subject == RecordRef(.source, 1))
    #expect(finding.found == .count(Int64(damaged)))
    #expect(finding.atRisk == 16_800)
  }
}
