import Domain
import Foundation
import Testing

@testable import Pipeline

/// `rekon explain` over a published run of the sample data.
struct ExplainRunTests {
  /// What a line of `findings.jsonl` says, as far as these tests ask.
  private struct Line: Decodable {
    let id, code, expected, found, message: String
    let person: String?
    let subject_key, subject_file: String
    let subject_line: Int
  }

  private func lines() throws -> [Line] {
    try SampleRun.shared.get().text("findings.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  private func told(_ id: String) throws -> String {
    try explain(id, runFolder: SampleRun.shared.get().folder).joined(separator: "\n")
  }

  @Test func `tells every finding's facts, rule and place`() throws {
    for line in try lines() {
      let text = try told(line.id)
      #expect(text.hasPrefix("Temuan \(line.id): \(line.code) · "))
      #expect(text.contains("Keterangan       : \(line.message)"))
      #expect(text.contains("Seharusnya       : \(line.expected)"))
      #expect(text.contains("Ditemukan        : \(line.found)"))
      #expect(text.contains("Aturan           : \(line.code): "))
      #expect(text.contains("\(line.subject_file) baris \(line.subject_line) (yang dipersoalkan)"))
      #expect(text.contains(" dipastikan)"))
    }
  }

  @Test(arguments: [
    ("IUR-01", "tariff-2015"), ("IUR-04", "tariff-2015"), ("KLM-01", "benefit-2019"),
  ])
  func `tells the law row with its source`(code: String, row: String) throws {
    let line = try #require(lines().first { $0.code == code })
    #expect(try told(line.id).contains("Tabel hukum      : \(row): "))
    #expect(try told(line.id).contains("; PP "))
  }

  @Test func `tells a claim with its link, cover and findings`() throws {
    let line = try #require(lines().first { $0.code == "SIL-01" })
    let text = try told(line.subject_key)
    #expect(text.hasPrefix("Klaim \(line.subject_key)\n"))
    #expect(text.contains("Berkas           : klaim.csv baris \(line.subject_line)"))
    let claims = try SampleRun.shared.get().rows("coverage.csv")
    let month = try #require(claims.first { $0["claimNumber"] == line.subject_key }?["month"])
    #expect(text.contains("\n  Program          : JK"))
    #expect(text.contains("\n  Tanggal kejadian : \(month)-"))
    #expect(text.contains("\n  Dibayar          : Rp"))
    #expect(text.contains("Perlindungan     : tidak terlindungi untuk bulan "))
    #expect(text.contains("1 temuan:") && text.contains("Temuan \(line.id): SIL-01"))
    #expect(text.contains("(pendukung)"))
  }

  @Test func `tells which cell of a rejected row cannot be read`() throws {
    let texts = try lines().filter { $0.code == "DAT-03" }.map { try told($0.id) }
    #expect(
      texts.contains { $0.contains("Sel yang ditolak : kolom month, sel ke-5, bentuk isi 9") })
  }

  @Test func `tells all findings of a person and of a record`() throws {
    let line = try #require(lines().first { $0.code == "IDN-01" })
    let person = try told(try #require(line.person))
    #expect(person.hasPrefix("Orang \(line.person ?? "")\n  Orang            : NIK "))
    #expect(person.contains("\n  1 temuan:\n\nTemuan \(line.id): IDN-01"))
    let record = try told(line.subject_key)
    #expect(record.hasPrefix("Catatan \(line.subject_key)\n"))
    #expect(record.contains("\n  1 temuan:\n\nTemuan \(line.id): IDN-01"))
  }

  @Test(arguments: ["KL9999999", "0123456789abcdef", "KL24", ""])
  func `says that the run does not know an id`(id: String) throws {
    let error = try #require(throws: RunError.self) { _ = try told(id) }
    #expect(error.status == .noInput)
  }

  @Test func `a claim whose file has rejected rows says so`() throws {
    let scratch = RimScratch()
    try scratch.make(
      "klaim.csv",
      """
      id_klaim,program,komponen,nik,nama,tgl_kejadian,jumlah
      K-1,JKM,santunan,3375014107800001,SITI,2024-02-03,20000000
      K-1,JKM,santunan berkala,3375014107800001,SITI,2024-02-03,dua belas juta
      K-1,JKM,biaya pemakaman,3375014107800001,SITI,2024-02-03,10000000

      """)
    try scratch.make(
      "d.yaml",
      """
      rekon: 1
      period: {from: 2024-01, to: 2024-06}
      inputs: {claims: [{file: klaim.csv}]}
      rules: {rejectLimit: 50%}

      """)
    let run = try SampleRun { $0.definition = "\(scratch.path)/d.yaml" }
    let text = try explain("K-1", runFolder: run.folder).joined(separator: "\n")
    #expect(text.contains("Baris ditolak    : klaim.csv baris 3 "))
    #expect(text.contains("klaim K-1, klaim.csv baris 4 (pendukung)"))
  }
}
