import Domain
import Rules
import TestSupport
import Testing

struct AmountIsSplitByTariffTests {
  private let rule = AmountIsSplitByTariff(tariff: TestLaw.tariff)

  private func findings(jkk: Int64?, jkm: Int64?) -> [Finding] {
    var line = SP2DBuilder.line(33_600)
    (line.jkk, line.jkm) = (jkk, jkm)
    return rule.findings(in: SP2DBuilder(lines: [line]).build())
  }

  @Test func `10.000 to 6.800 is silent, with relief as well`() {
    #expect(findings(jkk: 20_000, jkm: 13_600).isEmpty)
    #expect(findings(jkk: 5000, jkm: 3400).isEmpty)
  }

  @Test func `another split puts the shifted part at risk`() throws {
    let finding = try #require(findings(jkk: 13_600, jkm: 20_000).first)
    #expect(finding.expected == .money(20_000) && finding.found == .money(13_600))
    #expect(finding.atRisk == 6400 && finding.law == TestLaw.law("tariff-2015"))
    #expect(findings(jkk: 33_600, jkm: 0).map(\.atRisk) == [13_600])
  }

  @Test func `one rupiah is enough`() {
    #expect(findings(jkk: 20_001, jkm: 13_599).map(\.atRisk) == [1])
  }

  @Test func `one part alone says nothing`() {
    #expect(findings(jkk: 33_600, jkm: nil).isEmpty && findings(jkk: nil, jkm: nil).isEmpty)
  }
}
