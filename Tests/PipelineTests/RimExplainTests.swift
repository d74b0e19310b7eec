import Domain
import Testing

@testable import Pipeline

@Suite struct RimExplainTests {
  private let scratch = RimScratch()

  private func fill() throws {
    try scratch.make(
      "findings.jsonl",
      """
      {"id":"00000000000000ab","code":"KLM-01","severity":"high","status":"new","month":"2024-01",\
      "amount_at_risk":2000000,"expected":"Rp42.000.000","found":"Rp40.000.000",\
      "subject_kind":"claim","subject_key":"K-1","owner":"BPJS","due":"2024-08-01",\
      "evidence":[{"kind":"claim","key":"K-1","file":"klaim.csv","line":7,"role":"subject"}],\
      "law":{"id":"jkm-2019","source":"PP 82/2019","valid_from":"2019-12-02","confirmed":true},\
      "rule":{"title":"Santunan tidak sesuai","holds":"The sum is right.","legal_basis":"PP 82",\
      "confirmed":false,"at_risk_how":"selisih"}}

      """)
    try scratch.make(
      "links.csv",
      """
      kind,key,participant,method,probability,tier,runner_up,runner_up_probability,file,line
      claim,K-1,P-9,nik,1.0000,auto,,,klaim.csv,7

      """)
    try scratch.make(
      "coverage.csv",
      """
      claimNumber,outcome,month,payment_ids,cover_from,cover_until
      K-1,covered,2024-01,"B-1;B-2",2023-01-01,

      """)
  }

  @Test func linkIsToldWithWhatSpokeForItAndWhyTheOtherLost() throws {
    try fill()
    let compared = { (name: String, weight: Double) in
      #"[{"what":"name","level":"\#(name)","weight":\#(weight)},{"what":"kpj","level":null,"weight":0}]"#
    }
    try scratch.make(
      "links.jsonl",
      """
      {"kind":"claim","key":"K-1","tier":"auto","prior":-2.5,"candidates":[\
      {"participant":"R-1","probability":0.998,"compared":\(compared("exact", 11.5))},\
      {"participant":"R-2","probability":0.001,"compared":\(compared("else", -4.25))}]}

      """)
    let lines = try explain("K-1", runFolder: scratch.path, language: .english)
    #expect(
      lines.contains(
        "    - participant R-1, probability 99.8%, total +9.0 bits: name equal +11.5; "
          + "KPJ absent +0.0; before anything is compared -2.5"))
    #expect(lines.contains("    - it lost by name -15.8"))
  }

  @Test func claimIsToldWithThePlacesBehindItsCover() throws {
    try fill()
    try scratch.make(
      "coverage.jsonl",
      """
      {"claimNumber":"K-10","evidence":[]}
      {"claimNumber":"K-1","evidence":[{"kind":"contribution","key":"B-1","file":"iuran.csv",\
      "line":9,"role":"support"}]}

      """)
    let lines = try explain("K-1", runFolder: scratch.path)
    #expect(lines.contains("    - iuran B-1, iuran.csv baris 9 (pendukung)"))
  }

  @Test func findingIsToldWithItsEvidence() throws {
    try fill()
    let lines = try explain("00000000000000AB", runFolder: scratch.path)
    #expect(lines.first == "Temuan 00000000000000ab: KLM-01 · Santunan tidak sesuai")
    #expect(lines.contains("  Seharusnya       : Rp42.000.000"))
    #expect(lines.contains("  Rupiah berisiko  : Rp2.000.000 (selisih)"))
    #expect(lines.contains("  Dasar hukum      : PP 82 (belum dipastikan)"))
    #expect(lines.contains("    - klaim K-1, klaim.csv baris 7 (yang dipersoalkan)"))
  }

  @Test func claimIsToldWithLinkCoverageAndFindings() throws {
    try fill()
    let lines = try explain("K-1", runFolder: scratch.path)
    #expect(
      lines.contains("  Tautan           : peserta P-9, lewat NIK, peluang 1.0000, tingkat pasti"))
    #expect(lines.contains("  Perlindungan     : terlindungi untuk bulan 2024-01"))
    #expect(lines.contains("  Iuran pendukung  : B-1, B-2"))
    #expect(lines.contains { $0.hasPrefix("Temuan 00000000000000ab") })
  }

  @Test func unknownIdIsNoInput() throws {
    try fill()
    let error = try #require(throws: RunError.self) {
      _ = try explain("K-2", runFolder: scratch.path)
    }
    #expect(error.status == .noInput && "\(error)".hasPrefix("K-2: "))
  }

  @Test func cellsFollowRFC4180() {
    #expect(PublishedRun.cells(of: #"a,"b ""c"", d",,e"#) == ["a", #"b "c", d"#, "", "e"])
  }
}
