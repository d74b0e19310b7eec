import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Runs over a city of one person: what the rules about claims, deaths and files say of its files.
struct ClaimScenarioTests {
  private static let header =
    "id_klaim,program,tgl_kejadian,jumlah,nik,komponen,penerima,status_batal,tgl_lengkap,"
    + "tgl_bayar,tgl_lapor,tgl_klaim,tgl_meninggal,sebab\n"

  /// Runs the small city with some claims, and with other files of its own.
  private func run(
    _ claims: [String] = [], _ own: [String: String] = [:], rules: String = "",
    asOf: String = "2024-07-15"
  ) throws -> RunScratch {
    let scratch = try RunScratch()
    var files = own
    if !claims.isEmpty { files["klaim.csv"] = Self.header + claims.joined(separator: "\n") + "\n" }
    if !rules.isEmpty {
      files["d.yaml"] = (own["d.yaml"] ?? SmallCity.definition) + "rules: {\(rules)}\n"
    }
    var options = scratch.options(try scratch.writeCity(files))
    options.asOf = CaseBuilder.day(asOf)
    _ = try runPipeline(options, progress: nil, seams: RunSeams())
    return scratch
  }

  private func claim(
    _ number: String = "K1", _ programme: String = "JKM", _ amount: String = "42000000",
    _ rest: String = ",,T,,,,,,", on: String = "2024-02-20"
  ) -> String { "\(number),\(programme),\(on),\(amount),3375010112660001,\(rest)" }

  private func codes(_ scratch: RunScratch) throws -> [String] { try scratch.found() }

  @Test func `a clean person gives no finding, and what could not be checked is said`() throws {
    let scratch = try run()
    #expect(try codes(scratch).isEmpty)
    let manifest = try scratch.text("manifest.json")
    #expect(manifest.contains("\"not_applicable\""))
    #expect(manifest.contains("Tidak ada klaim JKK"))
    #expect(try scratch.text("packet.html").contains("Yang tidak berlaku pada data ini"))
  }

  @Test func `a term needs a day of completion`() throws {
    let without = try run([claim()])
    let manifest = try without.text("manifest.json")
    #expect(manifest.contains("Kolom tidak ada di berkas mana pun: tgl_lengkap"))
    let late = try run([claim("K1", "JKM", "42000000", ",,T,2024-03-01,2024-03-08,,,,")])
    #expect(try codes(late) == ["PRS-01,K1"])
    // 11 March is Nyepi and 12 March joint leave.
    let inTime = try run([claim("K1", "JKM", "42000000", ",,T,2024-03-08,2024-03-14,,,,")])
    #expect(try codes(inTime).isEmpty)
  }

  @Test func `accidents are reported in two days and claimed in five years`() throws {
    let scratch = try run([
      claim("K1", "JKK", "900000", "perawatan,RS,T,2024-02-21,2024-02-21,2024-02-23,2029-02-21,,")
    ])
    #expect(try codes(scratch) == ["KLM-08,K1", "PRS-03,K1"])
  }

  @Test func `a cancelled and re-issued set of components is right`() throws {
    let scratch = try run([
      claim("K1", "JKM", "20000000", "santunan,Siti,Y,,,,,,"),
      claim("K1", "JKM", "20000000", "SANTUNAN_SEKALIGUS,Siti,T,,,,,,"),
      claim("K1", "JKM", "12000000", "berkala,Siti,T,,,,,,"),
      claim("K1", "JKM", "10000000", "biaya pemakaman,Siti,T,,,,,,"),
      claim("K1", "JKM", "5000000", "sumbangan,Siti,T,,,,,,"),
      claim("K1", "JKM", "5000000", "santunan lain,Siti,T,,,,,,"),
    ])
    #expect(try codes(scratch).isEmpty)
  }

  @Test func `nameless rows that add up to the benefit are its parts, others are paid twice`()
    throws
  {
    let parts = ["21000000", "21000000"].map { claim("K1", "JKM", $0) }
    #expect(try codes(try run(parts)).isEmpty)
    let twice = ["42000000", "42000000"].map { claim("K1", "JKM", $0) }
    #expect(try codes(try run(twice)) == ["KLM-02,K1"])
  }

  @Test func `a death under both programmes is one finding on the JKK claim`() throws {
    let scratch = try run([
      claim("K1", "JKM"), claim("K2", "JKK", "70000000", ",,T,,,,,2024-02-20,"),
    ])
    #expect(try codes(scratch) == ["KLM-03,K2"])
  }

  @Test func `a death in the city's list waits 30 days for its claim`() throws {
    let list = [
      "peserta.csv": "id_peserta,nik,kpj,nama,keterangan\n"
        + "P1,3375010112660001,12345678901,Slamet Riyadi,meninggal 20-02-2024\n"
    ]
    let waiting = try run([], list, asOf: "2024-03-20")
    let line = try #require(try waiting.findings().first { $0.code == "SIL-02" })
    #expect(line.status == "pending" && line.due == "2024-03-21" && line.subjectKey == "P1")
    let due = try run([], list, asOf: "2024-03-21")
    #expect(try due.findings().filter { $0.code == "SIL-02" }.map(\.status) == ["new"])
    #expect(try codes(try run([claim()], list)).isEmpty)
    let graced = try run([], list, rules: "grace: {SIL-02: 60}", asOf: "2024-04-19")
    #expect(try graced.findings().filter { $0.code == "SIL-02" }.map(\.status) == ["pending"])
  }

  @Test func `a file given twice counts once`() throws {
    let scratch = try run(
      [],
      [
        "d.yaml": SmallCity.definition.replacing("file: iuran.csv", with: "file: \"iuran*.csv\""),
        "iuran-lagi.csv": SmallCity.payments,
      ])
    #expect(try codes(scratch) == ["DAT-01,iuran.csv"])
    let inputs = try scratch.inputs().filter { $0.file.hasPrefix("iuran") }
    #expect(inputs.map { $0.rows["accepted"] } == [2, 0])
    #expect(inputs.map { $0.rows["duplicate"] } == [0, 2])
    let finding = try #require(try scratch.findings().first)
    #expect(finding.subjectKind == "file" && finding.otherKey == "iuran-lagi.csv")
  }

  @Test func `a month without a list is one finding and accuses nobody`() throws {
    let scratch = try run(
      [],
      [
        "d.yaml": SmallCity.definition.replacing("to: 2024-02", with: "to: 2024-03"),
        "iuran.csv": SmallCity.payments.replacing("2024-02", with: "2024-03"),
      ])
    #expect(try codes(scratch) == ["DAT-06,contributions|2024-02"])
  }

  @Test func `a tolerated difference is booked to a line of the statement`() throws {
    let wrong = [claim("K1", "JKM", "41999000")]
    #expect(try codes(try run(wrong)) == ["KLM-01,K1"])
    let scratch = try run(wrong, rules: "tolerance: {KLM-01: 1000}")
    #expect(try codes(scratch).isEmpty)
    let lines = try scratch.text("statement.csv").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("tolerated,2,KLM-01") && $0.hasSuffix("add,1,1000") })
    #expect(try codes(try run(wrong, rules: "tolerance: {KLM-01: 999}")) == ["KLM-01,K1"])
  }

  @Test(arguments: ["tolerance: {KLM-02: 5}", "grace: {KLM-01: 5}", "tolerance: {KLM-99: 5}"])
  func `a rule without a tolerance or a time of grace is named`(rules: String) {
    #expect(throws: DefinitionError.self) { try run([], rules: rules) }
  }

  @Test func `what is off is hidden and nothing else changes`() throws {
    let early = [claim("K1", "JKM", on: "2024-01-20")]
    #expect(try codes(try run(early)) == ["IUR-05,B2", "KLM-09,K1"])
    #expect(try codes(try run(early, rules: "off: [KLM-09]")) == ["IUR-05,B2"])
  }
}
