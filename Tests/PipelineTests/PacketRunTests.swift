import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// What the page says of a run whose period, files or names are not those of the sample.
struct PacketRunTests {
  private static let smallest = """
    rekon: 1
    period: {from: 2024-01, to: 2024-02}
    inputs:
      contributions: [{file: iuran.csv}]

    """

  private func run(_ definition: String, _ own: [String: String] = [:]) throws -> RunScratch {
    let scratch = try RunScratch()
    let file = try scratch.writeCity(own.merging(["d.yaml": definition]) { $1 })
    try scratch.run(file)
    return scratch
  }

  /// Count and rupiah of a section's last line.
  private func end(_ section: String, _ statement: String) -> String? {
    statement.split(separator: "\n").last { $0.hasPrefix("\(section),") }
      .map { $0.split(separator: ",").suffix(2).joined(separator: ",") }
  }

  @Test func `covered people are those of a single month that was asked for`() throws {
    let scratch = try RunScratch()
    var options = scratch.options(RunScratch.batikBerlian)
    options.month = CoverageMonth(year: 2023, month: 1)
    let outcome = try runPipeline(options, progress: nil, seams: RunSeams())
    let statement = try scratch.text("statement.csv")
    #expect(end("people-by-village", statement) == "640,10752000")
    #expect(end("people-by-job", statement) == "640,10752000")
    let people = try scratch.text("monthly.csv").matches(
      of: /2023-01,coverage,[^,]*,,participants,([0-9]+)/
    ).compactMap { Int($0.1) }
    #expect(people.count == 4 && people.reduce(0, +) == 640)
    let page = try scratch.text("packet.html")
    #expect(page.contains("Orang dengan iuran untuk Januari 2023<"))
    #expect(outcome.summary.contains("premiums: Rp10752000"))
  }

  @Test func `covered people are those of the last month that is paid in the period`() throws {
    let rows = SmallCity.payments + "B3,S3,2024-06,3375010112660001,16800\n"
    let late = try run(
      Self.smallest.replacing("to: 2024-02", with: "to: 2024-04"), ["iuran.csv": rows])
    #expect(end("people-by-village", try late.text("statement.csv")) == nil, "too few to be told")
    #expect(
      try late.text("packet.html").contains(
        "Orang dengan iuran untuk Februari 2024, bulan terakhir dalam periode yang ada iurannya"))
    let none = try run(
      Self.smallest.replacing("from: 2024-01, to: 2024-02", with: "from: 2025-01, to: 2025-02"),
      ["iuran.csv": SmallCity.payments])
    #expect(
      try none.text("packet.html").contains(
        "Tidak ada iuran untuk bulan mana pun dalam periode ini"))
  }

  @Test func `without claims nothing is said of benefits, and no figure holds`() throws {
    let expect = "expect: [{claims: JKM, from: 2024-01, to: 2024-02, cases: 0}]\n"
    let scratch = try RunScratch()
    let file = try scratch.writeCity(["d.yaml": Self.smallest + expect])
    let outcome = try scratch.run(file)
    #expect(
      outcome.summary.contains(
        "expected JKM 2024-01_2024-02: not checked, no claims to read: 0 cases"))
    #expect(outcome.summary.contains("benefits: not checked, no claims to read"))
    #expect(try scratch.text("manifest.json").contains("tidak diperiksa: klaim tidak diberikan"))
    let statement = try scratch.text("statement.csv")
    #expect(end("benefit-by-programme", statement) == nil && !statement.contains("expectation-1"))
    let page = try scratch.text("packet.html")
    #expect(page.contains("<span class=\"none\">tidak diperiksa: klaim tidak diberikan</span>"))
    #expect(page.contains("Taut ke peserta tidak diperiksa: daftar peserta kota tidak diberikan."))
    #expect(page.contains("Angka ini tidak diperiksa: klaim tidak diberikan."))
    for word in ["Rasio klaim", "Terbukti", "data-figure=\"statement:benefit"] {
      #expect(!page.contains(word), "\(word)")
    }
    var options = scratch.options(file)
    options.failOn = .critical
    #expect(try runPipeline(options, progress: nil, seams: RunSeams()).status == .findings)
  }

  @Test func `a definition without names leaves no gap on the page`() throws {
    let page = try run(Self.smallest).text("packet.html")
    #expect(page.contains("<title>Rekonsiliasi Januari 2024–Februari 2024</title>"))
    #expect(page.contains("<h1>Rekonsiliasi iuran dan klaim</h1>"))
    #expect(!page.contains("Pemerintah daerah</dt>"))
  }

  @Test func `a person with accidents in two months is one person`() throws {
    let header = "id_klaim,program,tgl_kejadian,jumlah,nik,komponen\n"
    let scratch = try run(
      SmallCity.definition,
      [
        "klaim.csv": header + "K1,JKK,2024-01-20,900000,3375010112660001,perawatan\n"
          + "K2,JKK,2024-02-20,900000,3375010112660001,perawatan\n"
      ])
    let statement = try scratch.text("statement.csv")
    #expect(end("claim-persons", statement) == "1,1800000")
    #expect(end("benefit-by-programme", statement) == "2,1800000")
  }

  @Test func `overdue findings are no matter of a first run`() throws {
    let manifest = try run(SmallCity.definition).text("manifest.json")
    #expect(manifest.contains("Tidak ada temuan dari pemeriksaan sebelumnya yang melewati tenggat"))
  }

  @Test func `what the sample shows stands in its tables, and the claims with findings are named`()
    throws
  {
    let files = try RunScratch.sample.get()
    func text(_ name: String) throws -> String {
      String(decoding: try #require(files[name]), as: UTF8.self)
    }
    let values = PacketFigures.values(
      monthly: try text("monthly.csv"), statement: try text("statement.csv"))
    let page = try text("packet.html")
    let shown = PacketFigures.shown(on: page)
    #expect(shown.count > 200)
    for figure in shown {
      #expect(values[figure.key] == PacketFigures.digits(of: figure.text), "\(figure.key)")
    }
    #expect(page.contains("klaim dengan temuan KLM-01 (KL"))
  }
}
