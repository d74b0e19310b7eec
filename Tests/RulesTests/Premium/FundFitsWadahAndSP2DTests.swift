import Domain
import Rules
import TestSupport
import Testing

struct FundFitsWadahAndSP2DTests {
  private static let texts = ["APBD", "CSR Bank Jateng", "APBDes", "Baznas", "APBD Perubahan"]

  private var rule: FundFitsWadahAndSP2D {
    var (law, funds, wadahs) = (LawBook(), SymbolTable(), SymbolTable())
    for text in Self.texts { _ = funds.intern(text.utf8Span.span) }
    for text in ["SG", "SC", "XX"] { _ = wadahs.intern(text.utf8Span.span) }
    let row = law.add(
      LawRow(id: "sg", title: "", source: "", validFrom: nil, validTo: nil, confirmed: true))
    law.funds = FundTable(
      funds: [
        FundTable.Fund(name: "APBD", spellings: ["APBD Perubahan"]), FundTable.Fund(name: "CSR"),
        FundTable.Fund(name: "APBDes"), FundTable.Fund(name: "Baznas"),
      ],
      wadahs: [
        FundTable.Wadah(code: "SG", funds: ["APBD"], law: row),
        FundTable.Wadah(code: "SC", funds: ["CSR"], law: row),
        FundTable.Wadah(code: "SD", funds: ["APBDes"], law: row),
      ])
    return FundFitsWadahAndSP2D(
      funds: FundIndex(law: law, funds: funds, wadahs: wadahs, registerFunds: [0, 1]))
  }

  private func findings(
    fund: UInt8, wadah: SymbolTable.Symbol = 0, sp2d: SymbolTable.Symbol = 0
  ) -> [Finding] {
    var person = CaseBuilder()
    person.memberships[0].wadah = wadah
    person.premiums = [CaseBuilder.premium(month("2024-03"), row: 3, fund: fund)]
    person.premiums[0].sp2d = sp2d
    return rule.findings(in: person)
  }

  @Test func `the wadah's own fund is silent, however it is spelled`() {
    #expect(findings(fund: 1, wadah: 1).isEmpty && findings(fund: 5, wadah: 1).isEmpty)
    #expect(findings(fund: 2, wadah: 2).isEmpty)
  }

  @Test func `another payer's fund puts the row at risk`() throws {
    let finding = try #require(findings(fund: 3, wadah: 1).first)
    #expect(finding.subject == RecordRef(.contribution, 3))
    #expect(finding.other == RecordRef(.membership, 100))
    #expect(finding.expected == .written(.wadah, 1) && finding.found == .fund(3))
    #expect(finding.atRisk == 16_800 && finding.law != .none && finding.severity == .high)
    #expect(findings(fund: 1, wadah: 2).count == 1 && findings(fund: 2, wadah: 1).count == 1)
  }

  @Test func `of Baznas and of an unknown or empty wadah nothing can be said`() {
    #expect(findings(fund: 4, wadah: 1).isEmpty && findings(fund: 4, wadah: 2).isEmpty)
    #expect(findings(fund: 3, wadah: 3).isEmpty && findings(fund: 3).isEmpty)
  }

  @Test func `the register's fund is compared by payer`() throws {
    #expect(findings(fund: 1, sp2d: 1).isEmpty && findings(fund: 5, sp2d: 1).isEmpty)
    let finding = try #require(findings(fund: 4, sp2d: 1).first)
    #expect(finding.other == RecordRef(.disbursement, 1))
    #expect(finding.expected == .fund(1) && finding.found == .fund(4))
  }

  @Test func `a row breaks the rule once, and a membership of another month says nothing`() {
    #expect(findings(fund: 2, wadah: 1, sp2d: 1).count == 1)
    var person = CaseBuilder()
    person.memberships = [CaseBuilder.membership(until: "2024-02-29")]
    person.memberships[0].wadah = 2
    person.premiums = [CaseBuilder.premium(month("2024-03"), row: 3)]
    #expect(rule.findings(in: person).isEmpty)
    person.premiums[0].month = month("2024-02")
    #expect(rule.findings(in: person).count == 1)
  }
}
