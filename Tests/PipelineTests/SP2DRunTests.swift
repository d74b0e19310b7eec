import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// `sp2d.csv` of a run, and what `rekon explain` tells of an SP2D.
struct SP2DRunTests {
  /// S1 paid, listed in two files over two months and received; S2 in the register alone; S3 in a
  /// list alone; S4 cancelled.
  private static let sides = [
    "d.yaml": """
    rekon: 1
    period: {from: 2024-01, to: 2024-02}
    inputs:
      roster: [{file: peserta.csv}]
      contributions: [{file: "iuran-*.csv"}]
      disbursements: [{file: sp2d.csv}]
      receipts: [{file: terima.csv}]

    """,
    "iuran-a.csv": """
    id_bayar,no_sp2d,bulan,nik,jumlah,kode_billing,tgl_bayar
    B1,S1,2024-01,3375010112660001,16800,K2,2024-01-20
    B3,S3,2024-01,3375010112660001,16800,K3,2024-01-20

    """,
    "iuran-b.csv": """
    id_bayar,no_sp2d,bulan,nik,jumlah,kode_billing,tgl_bayar
    B2,S1,2024-02,3375010112660001,16800,K1,2024-02-10

    """,
    "sp2d.csv": """
    no_sp2d,jumlah,jumlah_peserta,status_sp2d,tgl_sp2d,sumber_dana
    S4,16800,1,BATAL,2024-01-10,APBD
    S2,33600,2,,2024-01-11,APBD
    S1,33600,1,,2024-01-12,APBD

    """,
    "terima.csv": "kode_billing,jumlah,tgl_terima\nK1,16800,2024-02-11\nK2,10000,2024-01-21\n",
  ]

  private func run() throws -> RunScratch {
    let scratch = try RunScratch()
    try scratch.run(try scratch.writeCity(Self.sides))
    return scratch
  }

  @Test func `sp2d.csv has a line for each number, in order, with all its sides`() throws {
    let scratch = try run()
    let lines = try scratch.text("sp2d.csv").split(separator: "\n").dropFirst()
    #expect(
      lines.map(String.init) == [
        "S1,2024-01,APBD,paired,2024,2024-01-12,,sp2d.csv,4,33600,1,iuran-a.csv,2,iuran-b.csv,2,"
          + "2,1,33600,2024-01,2024-02,2024-02-10,K1;K2,26800,terima.csv,2,,IUR-07,,,,,,,",
        "S2,,APBD,register-only,2024,2024-01-11,,sp2d.csv,3,33600,2,,,,,0,,,,,,,0,,,,IUR-08;KEU-02,,,,,,,",
        "S3,2024-01,,list-only,,,,,,,,iuran-a.csv,3,iuran-a.csv,3,1,1,16800,2024-01,2024-01,"
          + "2024-01-20,K3,0,,,,IUR-08;KEU-02,,,,,,,",
        "S4,,APBD,cancelled,2024,2024-01-10,,sp2d.csv,2,16800,1,,,,,0,,,,,,,,,,,,,,,,,,",
      ])
  }

  @Test func `an SP2D is told with the place and figures of each side`() throws {
    let scratch = try run()
    let lines = try explain("S1", runFolder: scratch.latest.path())
    for line in [
      "SP2D S1", "  Bulan            : 2024-01", "  Sumber dana      : APBD",
      "  Status           : ada di register dan daftar",
      "  Register         : Rp33.600, 1 orang (sp2d.csv baris 4)",
      "  Daftar peserta   : Rp33.600, 2 baris, 1 orang, bulan 2024-01 sampai 2024-02",
      "  Berkas daftar    : iuran-a.csv baris 2 sampai iuran-b.csv baris 2",
      "  Selisih          : tidak ada", "  Kode billing     : K1, K2",
      "  Diterima         : Rp26.800 (terima.csv baris 2)", "  1 temuan:",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(
      lines.contains {
        $0.hasSuffix(": IUR-07 · Diterima BPJamsostek tidak sama dengan dibayar kota")
      })
  }

  @Test func `an SP2D with one side alone names the nearest of the other side`() throws {
    let scratch = try run()
    let lines = try explain("S3", runFolder: scratch.latest.path())
    #expect(lines.contains("  Register         : tidak ada"))
    #expect(
      lines.contains(
        "  Calon berikutnya : S2: register Rp33.600; diterima Rp0; temuan IUR-08, KEU-02"))
    let other = try explain("S2", runFolder: scratch.latest.path())
    #expect(other.contains { $0.hasPrefix("  Calon berikutnya : S3: daftar peserta Rp16.800, 1 ") })
  }

  @Test func `what left the account is told with its entries, or that nobody asked`() throws {
    let scratch = try RunScratch()
    let definition = try #require(Self.sides["d.yaml"])
    let bank = [
      "d.yaml": definition + "  bank: [{file: koran.csv}]\n",
      "koran.csv": """
      tgl_transaksi;no_referensi;uraian;nominal;d/k
      13/01/2024;FT7;SP2D S1;33.600,00;D
      12/01/2024;FT8;IURAN;33.600,00;D

      """,
    ]
    try scratch.run(try scratch.writeCity(Self.sides.merging(bank) { $1 }))
    let folder = scratch.latest.path()
    let named = try explain("S1", runFolder: folder)
    #expect(named.contains { $0.hasSuffix("mutasi FT7, menurut nomor SP2D (koran.csv baris 2)") })
    let lines = try explain("S2", runFolder: folder)
    #expect(
      lines.contains(
        "  Keluar rekening  : Rp33.600 pada 2024-01-12, mutasi FT8, "
          + "menurut nominal dan tanggal (koran.csv baris 3)"))
    #expect(!(try scratch.text("packet.html").contains("Uang SP2D yang keluar")))
    let month = try explain("2024-01", runFolder: folder, language: .english)
    #expect(month.contains { $0.hasPrefix("    - S1: ") && $0.contains("; left the account Rp33") })
    let without = try run()
    #expect(try without.text("packet.html").contains("<li>Uang SP2D yang keluar dari rekening"))
    let untold = try explain("S1", runFolder: without.latest.path())
    #expect(untold.contains { $0.hasPrefix("  Keluar rekening  : tidak diperiksa, rekening ") })
  }

  @Test func `an SP2D without findings is told too, in English when asked`() throws {
    let scratch = try run()
    let lines = try explain("S4", runFolder: scratch.latest.path(), language: .english)
    #expect(
      lines == [
        "SP2D S4", "  Fund             : APBD", "  Status           : cancelled or sent back",
        "  Fiscal year      : 2024", "  Issued on        : 2024-01-10",
        "  Register         : Rp16.800, 1 person (sp2d.csv line 2)", "  List of people   : none",
        "  Received         : not checked: no receipts are given, or the SP2D is not paid",
        "  Left the account : not checked: no bank statements are given, or the SP2D is not paid",
        "  No findings.",
      ])
  }
}
