import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What a run publishes of texts that hold identity numbers or look like formulas.
struct UnsafeTextTests {
  private static let nik = "3375010806730001"

  private static let files = [
    "d.yaml": """
    rekon: 1
    period: {from: 2024-01, to: 2024-02}
    inputs:
      roster: [{file: peserta.csv}]
      memberships: [{file: kepesertaan.csv}]
      contributions: [{file: iuran.csv}]
      disbursements: [{file: sp2d.csv}]
    rules: {rejectLimit: 50%}

    """,
    "peserta.csv": """
    id_peserta,nik,nama,tgl_lahir,kelurahan,pekerjaan,mulai,keterangan
    \(nik),\(nik),Slamet \(nik),1973-06-08,Kajen \(nik),pawang \(nik),2023-01-01,wafat \(nik)
    P2,3375011511760002,Kasmuri,1976-11-15,Medono,buruh batik,2023-01-01,

    """,
    "kepesertaan.csv": """
    kpj,nik,nama,tgl_lahir,tgl_mulai,wadah
    25000000111,\(nik),Slamet Riyadi,1973-06-08,2023-01-01,SD \(nik)

    """,
    "iuran.csv": """
    id_bayar,no_sp2d,bulan,nik,jumlah,tgl_bayar,sumber_dana
    \(nik),=S1,2024-01,\(nik),18800,2024-01-10,APBD \(nik)
    =B2,=S1,2024-01,3375011511760002,18800,2024-01-10,APBD
    =B3,=S1,2024-02,3375011511760002,x,2024-01-10,APBD

    """,
    "sp2d.csv": "no_sp2d,total,tgl_sp2d,rekening\n=S1,33600,2024-01-10,5.1.9 \(nik)\n",
  ]

  private func run() throws -> RunScratch {
    let scratch = try RunScratch()
    try scratch.run(try scratch.writeCity(Self.files))
    return scratch
  }

  @Test func `no identity number stands in any output, whatever column held it`() throws {
    let scratch = try run()
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.latest.path())
    #expect(names.count > 8)
    for name in names where name != "rejects" {
      #expect(!(try scratch.text(name).contains(Self.nik)), "\(name)")
    }
    #expect(try scratch.text("findings.csv").contains("pawang 3375••••••••0001"))
    #expect(try scratch.text("links.csv").contains("peserta.csv:2"), "a NIK is no id of its own")
    #expect(try scratch.text("findings.csv").contains("iuran.csv:2"))
  }

  @Test func `no cell of a table begins a formula, JSON and rejected rows are as sent`() throws {
    let scratch = try run()
    let tables = try FileManager.default.contentsOfDirectory(atPath: scratch.latest.path())
      .filter { $0.hasSuffix(".csv") }
    for name in tables {
      for line in try scratch.text(name).split(separator: "\n") {
        #expect(PublishedRun.cells(of: String(line)).allSatisfy { $0.first != "=" }, "\(name)")
      }
    }
    #expect(try scratch.text("sp2d.csv").contains("\n'=S1,"))
    #expect(try scratch.text("findings.jsonl").contains("\"subject_key\":\"=S1\""))
    #expect(try scratch.text("rejects/iuran.csv").contains("\n=B3,=S1,"))
    let told = try explain("=S1", runFolder: scratch.latest.path())
    #expect(told.first == "SP2D =S1" && told.contains { $0.contains("KEU-01") })
  }
}
