import Domain
import Foundation
import Testing
import Writer

@testable import Pipeline

/// What `rekon explain` tells of months and people is what the published files say.
struct ExplainSidesTests {
  private func told(_ id: String, _ folder: String? = nil, english: Bool = false) throws -> [String]
  {
    try explain(
      id, runFolder: folder ?? SampleRun.shared.get().folder,
      language: english ? .english : .indonesian)
  }

  /// The lines of a list, without its mark.
  private func list(_ title: String, in lines: [String]) -> [String] {
    guard let start = lines.firstIndex(of: "  \(title):") else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("    - ") }.map { String($0.dropFirst(6)) }
  }

  private func digits(_ text: some StringProtocol) -> String {
    String(text.filter(\.isNumber))
  }

  @Test(arguments: ["2023-01", "2023-08", "2024-05", "2024-06"])
  func `a month has the figures of monthly.csv, line by line`(month: String) throws {
    let run = try SampleRun.shared.get()
    let rows = try run.rows("monthly.csv").filter { $0["month"] == month }
    let figures = list("Angka (monthly.csv)", in: try told(month))
    #expect(!rows.isEmpty && figures.count == rows.count)
    for (figure, row) in zip(figures, rows) {
      #expect(digits(figure.split(separator: ": ").last ?? "") == row["value"], "\(figure)")
    }
    #expect(figures.contains { $0.hasPrefix("bulan iuran · APBD · iuran: Rp") })
  }

  @Test(arguments: ["2023-08", "2024-05"])
  func `a month has its SP2Ds and findings by code`(month: String) throws {
    let run = try SampleRun.shared.get()
    let lines = try told(month)
    let sp2ds = try run.rows("sp2d.csv").filter { $0["month"] == month }
    let told = list("SP2D (sp2d.csv)", in: lines)
    #expect(!sp2ds.isEmpty && told.count == sp2ds.count)
    for (line, row) in zip(told, sp2ds) {
      #expect(line.hasPrefix("\(row["sp2d"] ?? ""): register Rp"))
      #expect(
        line.contains("; daftar peserta Rp") && line.contains(" \(row["list_rows"] ?? "") baris"))
    }
    let text = try run.text("findings.csv").split(separator: "\n").dropFirst()
    let findings = text.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[4] == month }
    let codes = Dictionary(grouping: findings) { String($0[1]) }
    let byCode = list("Temuan", in: lines)
    #expect(byCode.count == codes.count + 1)
    #expect(byCode.first?.hasPrefix("\(findings.count) temuan, Rp") == true)
    for (code, own) in codes {
      let sum = own.reduce(0) { $0 + (Int($1[8]) ?? 0) }
      let line = try #require(byCode.first { $0.hasPrefix("\(code): \(own.count) temuan, Rp") })
      let rupiah = line.dropFirst("\(code): \(own.count) temuan, ".count).prefix { $0 != " " }
      #expect(digits(rupiah) == "\(sum)")
    }
    let ranks = list("Paling berat", in: lines).map { $0.contains(" · kritis · ") }
    #expect(ranks.count == min(10, findings.count) && ranks == ranks.sorted { $0 && !$1 })
  }

  @Test func `the statement stands in a month's story where the run is of that month`() throws {
    let whole = list("Neraca (statement.csv)", in: try told("2024-05"))
    #expect(
      whole == ["statement.csv menyangkut 2023-01 sampai 2024-06 seluruhnya, tidak per bulan"])
    let run = try SampleRun { $0.month = CoverageMonth(year: 2024, month: 5) }
    let rows = try PublishedRun(folder: run.folder).rows(of: "statement.csv")
    let lines = list("Neraca (statement.csv)", in: try told("2024-05", run.folder))
    #expect(!rows.isEmpty && lines.count == rows.count)
    for (line, row) in zip(lines, rows) {
      #expect(
        line.hasPrefix("\(row["section"] ?? "") \(row["line"] ?? "") · \(row["label"] ?? ""): "))
      #expect(digits(line.split(separator: "Rp").last ?? "") == digits(row["amount"] ?? ""))
    }
  }

  @Test func `a month of which the run says nothing is unknown`() throws {
    #expect(throws: RunError.self) { _ = try told("2031-01") }
    #expect(try told("2023-01").last == "  Tidak ada temuan.")
  }

  /// Pseudonym, claim number and findings of people with claims.
  private struct Cover: Decodable { let claimNumber, person: String }

  private func covers() throws -> [Cover] {
    try SampleRun.shared.get().text("coverage.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Cover.self, from: Data($0.utf8))
    }
  }

  @Test func `a person with claims and no finding is told with each claim's cover`() throws {
    let run = try SampleRun.shared.get()
    let found = try run.text("findings.csv")
    let cover = try #require(covers().first { !found.contains($0.person) })
    let row = try #require(
      run.rows("coverage.csv").first { $0["claimNumber"] == cover.claimNumber })
    let lines = try told(cover.person)
    #expect(lines.first == "Orang \(cover.person)" && lines.contains("  1 klaim:"))
    #expect(lines.contains("Klaim \(cover.claimNumber)") && lines.last == "  Tidak ada temuan.")
    #expect(
      lines.contains { $0.hasPrefix("  Perlindungan     : ") && $0.hasSuffix(row["month"] ?? "-") })
    #expect(lines.contains { $0.hasPrefix("    - iuran \(row["payment_ids"] ?? "-"), iuran-") })
  }

  @Test func `a person's story has all claims and all findings, each once`() throws {
    let run = try SampleRun.shared.get()
    let rows = try run.text("findings.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    for (person, covers) in Dictionary(grouping: try covers(), by: \.person) {
      let lines = try told(person)
      let claims = lines.filter { $0.hasPrefix("Klaim ") }
      #expect(claims == covers.map { "Klaim \($0.claimNumber)" }.sorted())
      let ids = lines.filter { $0.hasPrefix("Temuan ") }.map { String($0.dropFirst(7).prefix(16)) }
      #expect(ids == rows.filter { $0[5] == person }.map { $0[0] })
    }
  }

  @Test func `the pseudonym of a claim is that of its findings`() throws {
    let people = Dictionary(
      try covers().map { ($0.claimNumber, $0.person) }, uniquingKeysWith: { first, _ in first })
    let rows = try SampleRun.shared.get().text("findings.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let ofClaims = rows.filter { $0[11] == "claim" && !$0[5].isEmpty }
    #expect(!ofClaims.isEmpty && ofClaims.allSatisfy { people[$0[12]] == $0[5] })
  }

  @Test func `what should hold is said in Indonesian of every rule`() {
    for rule in RuleCatalogue.lines {
      let (code, holds) = (rule.entry.code.text, "\(rule.entry.holds)")
      let told = ExplainWording(.indonesian).rule(code, holds: holds) ?? ""
      #expect(told.hasPrefix("\(code): ") && told.hasSuffix(".") && !told.contains(holds))
      #expect(ExplainWording(.english).rule(code, holds: holds) == "\(code): \(holds)")
    }
  }

  @Test func `how rupiah at risk are computed is said in English of every rule`() {
    for rule in RuleCatalogue.lines {
      let how = "\(rule.entry.atRisk)"
      let told = ExplainWording(.english).atRisk("Rp1", how: how)
      #expect(told.hasPrefix("Rp1 (") && !told.contains(how), "\(rule.entry.code.text)")
    }
  }

  @Test func `English tells the same facts and keeps no Indonesian label`() throws {
    let rows = try SampleRun.shared.get().text("findings.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let row = try #require(rows.first { $0[1] == "SIL-01" })
    let lines = try told(row[0], english: true)
    for line in [
      "Finding \(row[0]): SIL-01 · does not hold: The month of an event has a premium of the city.",
      "  What is wrong    : expected a premium, found no premium (\(row[4]))",
      "  Expected         : a premium", "  Found            : no premium",
      "  Severity         : critical", "  Month            : \(row[4])",
      "    - claim \(row[12]), klaim.csv line \(row[14]) (at fault)",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    for word in ["Seharusnya", "baris", "temuan", "Bukti"] {
      #expect(!lines.joined().contains(word), "\(word)")
    }
  }
}
