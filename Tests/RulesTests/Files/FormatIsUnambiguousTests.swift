import Domain
import Rules
import Testing

struct FormatIsUnambiguousTests {
  private func found(_ undecided: [Column]) -> [Finding] {
    var file = FileCase(file: 2, kind: .claims)
    file.undecided = undecided
    var findings = Findings()
    FormatIsUnambiguous().check(file, index: 0, &findings)
    return Array(findings.list)
  }

  @Test func `a file that shows its forms is no finding`() {
    #expect(found([]).isEmpty)
  }

  @Test func `several columns are one finding on the file`() throws {
    let findings = found([.incidentOn, .paidOn])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == RuleCode(.dat, 5) && finding.atRisk == 0)
    #expect(finding.expected == .phrase(.oneDateOrder) && finding.found == .column(.incidentOn))
  }

  @Test func `amounts in both forms are a finding, too`() {
    #expect(found([.amount]).map(\.expected) == [.phrase(.oneAmountForm)])
  }
}
