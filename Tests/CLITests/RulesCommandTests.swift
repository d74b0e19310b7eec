import Foundation
import Testing

/// `rekon rules` of the built program.
struct RulesCommandTests {
  private struct Line: Decodable {
    let code, title, title_en, subject, severity, legal_basis, owner, at_risk, file: String
    let confirmed: Bool
    let reasons, example: String
  }

  @Test func `one rule is told with its reasons, in any case of letters`() throws {
    let answer = try Program.rekon(["rules", "iur-05"])
    #expect(answer.status == 0 && answer.errors.isEmpty)
    #expect(answer.output.contains("  No premium is paid for a month after the month of death.\n"))
    #expect(answer.output.contains("  Conflict: ") && answer.output.contains("  No finding: "))
    #expect(answer.output.contains("  Example: A participant died on "))
    #expect(answer.output.contains("(not confirmed)"))
    #expect(answer.output.contains("Sources/Rules/Premium/PremiumStopsAtDeath.swift"))
  }

  @Test func `JSON has every rule's entry and reasons`() throws {
    let answer = try Program.rekon(["rules", "--format", "json"])
    let lines = try JSONDecoder().decode([Line].self, from: Data(answer.output.utf8))
    #expect(lines.count > 10 && lines.map(\.code) == lines.map(\.code).sorted())
    for line in lines {
      // The comment is wrapped where the sentence is not.
      #expect(line.reasons.replacing("\n", with: " ").hasPrefix(line.title_en))
      #expect(!line.example.isEmpty)
    }
  }

  @Test func `help names the code and the format`() throws {
    let help = try Program.rekon(["rules", "--help"])
    #expect(help.status == 0 && help.output.contains("rekon rules [CODE] [--format text|json]"))
    #expect(help.output.contains("rekon rules diff A B"))
  }

  @Test(arguments: [("IUR-99", "Did you mean IUR-09?"), ("KLM-3", "Did you mean KLM-0")])
  func `an unknown code is wrong usage, with the nearest one`(code: String, hint: String) throws {
    let answer = try Program.rekon(["rules", code])
    #expect(answer.status == 64 && answer.output.isEmpty && answer.errors.contains(hint))
  }
}
