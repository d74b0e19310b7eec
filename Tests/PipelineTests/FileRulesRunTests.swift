import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// DAT-02, DAT-04 and DAT-05 in whole runs: what is found, what stays, what is not checked.
struct FileRulesRunTests {
  private let scratch: RunScratch

  init() throws { scratch = try RunScratch() }

  private func run(_ own: [String: String]) throws -> RunOutcome {
    try scratch.run(try scratch.writeCity(own))
  }

  private func notChecked() throws -> [String: String] {
    struct Manifest: Decodable {
      struct Rule: Decodable { let code, reason: String }
      let not_checked: [Rule]
    }
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(try scratch.text("manifest.json").utf8))
    return Dictionary(uniqueKeysWithValues: manifest.not_checked.map { ($0.code, $0.reason) })
  }

  private func payments(_ amount: Int) -> String {
    SmallCity.payments + ",,JUMLAH,,\(amount)\n"
  }

  @Test func `a total that holds changes nothing`() throws {
    #expect(try run(["iuran.csv": payments(33_600)]).status == .ok)
    #expect(try scratch.found().isEmpty)
    let input = try #require(try scratch.inputs().first { $0.file == "iuran.csv" })
    #expect(input.rows == ["read": 3, "accepted": 2, "rejected": 0, "duplicate": 0, "skipped": 1])
  }

  @Test func `a total that differs is DAT-02 alone, and the run is partial`() throws {
    #expect(try run(["iuran.csv": payments(33_601)]).status == .partial)
    #expect(try scratch.found() == ["DAT-02,iuran.csv"])
    let finding = try #require(try scratch.findings().first)
    #expect(finding.amountAtRisk == 1 && finding.subjectKind == "file")
    #expect(
      finding.message
        == "Total kontrol berkas tidak cocok: menurut baris total Rp33.601, "
        + "menurut isi berkas Rp33.600")
    let input = try #require(try scratch.inputs().first { $0.file == "iuran.csv" })
    #expect(input.rows == ["read": 3, "accepted": 0, "rejected": 0, "duplicate": 0, "skipped": 3])
    #expect(input.amount["skipped"] == 33_600)
    let reasons = try notChecked()
    for code in ["IUR-04", "SIL-01", "KLM-05", "KEU-01", "IUR-01"] {
      #expect(reasons[code]?.contains("iuran.csv") == true, "\(code)")
    }
  }

  @Test(arguments: [
    ("receipts", "kode_billing,jumlah\nB-1,16800\nJUMLAH,1\n", ["IUR-07", "IUR-08", "DAT-03"]),
    ("bank", "tanggal,keterangan,jumlah\n2024-01-02,x,16800\n,JUMLAH,1\n", ["DAT-03", "DAT-05"]),
  ])
  func `a kind of which nothing is used is said to be unchecked`(
    kind: String, text: String, codes: [String]
  ) throws {
    let definition = SmallCity.definition + "  \(kind): [{file: uang.csv}]\n"
    #expect(try run(["d.yaml": definition, "uang.csv": text]).status == .partial)
    #expect(try scratch.found() == ["DAT-02,uang.csv"])
    let reasons = try notChecked()
    for code in codes { #expect(reasons[code]?.contains("uang.csv") == true, "\(code)") }
  }

  @Test func `the months of other lists are checked all the same`() throws {
    let definition = SmallCity.definition.replacing("file: iuran.csv", with: "file: \"iuran*.csv\"")
    let head = "id_bayar,no_sp2d,bulan,nik,jumlah\n"
    let outcome = try run([
      "d.yaml": definition,
      "iuran.csv": head + "B1,S1,2024-01,3375010112660001,16000\n",
      "iuran-2.csv": head + "B2,S2,2024-02,3375010112660001,16800\n,,JUMLAH,,99\n",
    ])
    #expect(outcome.status == .partial)
    #expect(try scratch.found() == ["DAT-02,iuran-2.csv", "IUR-01,B1", "KEU-01,S1"])
  }

  @Test func `a claim in a doubtful month is not checked, a paid one is covered`() throws {
    let claim =
      "id_klaim,program,tgl_kejadian,jumlah,nik\nK1,JKK,2024-02-10,5000000,3375010112660001\n"
    _ = try run(["iuran.csv": payments(1), "klaim.csv": claim])
    #expect(try scratch.found() == ["DAT-02,iuran.csv"])
    #expect(try scratch.text("coverage.csv").contains("K1,not-checked,"))
  }

  private let claims = "id_klaim,program,tgl_kejadian,jumlah,nik\n"

  @Test func `undecided dates are one DAT-05, and no rule judges by them`() throws {
    let text =
      claims + "K1,JKM,01/02/2024,42000000,3375010112660001\n"
      + "K2,JKM,01/02/2024,42000000,3375010112660001\n"
    #expect(try run(["klaim.csv": text]).status == .ok)
    #expect(try scratch.found() == ["DAT-05,klaim.csv"])
    #expect(try scratch.text("coverage.csv").contains("K1,not-checked,,"))
    #expect(try scratch.text("monthly.csv").contains(",event,,JKM,benefit_amount,84000000\n"))
    let stated = SmallCity.definition.replacing(
      "klaim.csv}", with: "klaim.csv, dates: day-first}")
    _ = try run(["klaim.csv": text, "d.yaml": stated])
    #expect(try scratch.found().contains("KLM-02,K2"))
    #expect(try !scratch.found().contains("DAT-05,klaim.csv"))
  }

  @Test func `one date decides for the whole file`() throws {
    let text =
      claims + "K1,JKK,01/02/2024,100,3375010112660001\n"
      + "K2,JKK,01/31/2024,100,3375010112660001\n"
    #expect(try run(["klaim.csv": text]).status == .ok)
    #expect(try scratch.found().isEmpty)
    #expect(try scratch.text("coverage.csv").contains("K1,covered,2024-01,"))
  }

  @Test func `payments whose month is undecided stay and are in no month`() throws {
    let text = SmallCity.payments.replacing("2024-01", with: "01/02/2024")
      .replacing("2024-02", with: "02/02/2024")
    _ = try run(["iuran.csv": text])
    #expect(try scratch.found().contains("DAT-05,iuran.csv"))
    #expect(try scratch.text("monthly.csv").contains("\n,coverage,,,premium_amount,16800\n"))
    let input = try #require(try scratch.inputs().first { $0.file == "iuran.csv" })
    #expect(input.rows["accepted"] == 2)
  }

  @Test func `a NIK in scientific notation is DAT-04 and neither IDN-01 nor IDN-02`() throws {
    let text =
      "id_klaim,program,tgl_kejadian,jumlah,nik,kpj\n"
      + "K1,JKK,2024-01-10,100,\"3,37501E+15\",12345678901\n"
    _ = try run(["klaim.csv": text])
    #expect(try scratch.found() == ["DAT-04,klaim.csv"])
    #expect(try scratch.text("links.csv").contains("claim,K1,P1,kpj,"))
    let message = try #require(try scratch.findings().first).message
    #expect(message == "Presisi NIK rusak: seharusnya semua NIK utuh, jumlah NIK yang rusak: 1")
  }

  @Test func `results do not depend on how often a file was read`() throws {
    let text = claims + "K1,JKK,31/01/2024,100,3375010112660001\n"
    _ = try run(["klaim.csv": text])
    let once = try scratch.text("links.csv")
    _ = try run(["klaim.csv": text.replacing("31/01/2024", with: "01/31/2024")])
    #expect(try scratch.text("links.csv") == once)
  }
}
