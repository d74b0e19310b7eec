import Domain
import Rules
import TestSupport
import Testing

struct AccountIsForPremiumsTests {
  private func findings(_ account: String) -> [Finding] {
    var (law, accounts) = (LawBook(), SymbolTable())
    let row = law.add(
      LawRow(
        id: "account", title: "", source: "", validFrom: nil, validTo: nil, confirmed: false))
    law.accounts = AccountTable(
      accounts: ["5.1.02.02.02.0006", "5.1.02.02.02.0007", "5.1.06"].map {
        AccountTable.Account(code: $0, law: row)
      })
    var line = SP2DBuilder.line(33_600)
    line.account = accounts.intern(account.utf8Span.span)
    let rule = AccountIsForPremiums(accounts: AccountIndex(law: law, accounts: accounts))
    return rule.findings(in: SP2DBuilder(lines: [line]).build())
  }

  @Test(arguments: [
    "5.1.02.02.02.0006", "510202020007", "5.1.02.02.02", "5.1.06.02.01.0001", "",
    "5.1.02.02.02.0006; 5.1.02.02.02.0007", "1-002-00123-4",
  ])
  func `an account for premiums is silent, and so is none or a bank's`(account: String) {
    #expect(findings(account).isEmpty)
  }

  @Test(arguments: [
    "5.1.02.02.02.0008", "5.1.02.02.02.0005", "5.2.01.01.01.0001", "510202020008",
    "5.1.02.02.02.0006; 5.1.02.02.02.0008",
  ])
  func `another account puts the SP2D at risk`(account: String) throws {
    let finding = try #require(findings(account).first)
    #expect(finding.expected == .phrase(.accountOfPremiums))
    #expect(finding.found == .written(.account, 1) && finding.law != .none)
    #expect(finding.atRisk == 33_600 && finding.severity == .medium)
  }
}
