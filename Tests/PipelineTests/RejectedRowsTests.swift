import Domain
import Testing

@testable import Pipeline

/// `rejects/FILE`: the rejected rows in the file's own form.
struct RejectedRowsTests {
  private let scratch = RimScratch()

  private func rejected(_ name: String, _ text: String) throws -> (rows: String, list: String) {
    try scratch.make(name, text)
    try scratch.make(
      "d.yaml",
      """
      rekon: 1
      period: {from: 2024-01, to: 2024-06}
      inputs: {claims: [{file: \(name)}]}
      rules: {rejectLimit: 100%}

      """)
    let run = try SampleRun { $0.definition = "\(scratch.path)/d.yaml" }
    return (try run.text("rejects/\(name)"), try run.text("rejects.csv"))
  }

  @Test func `a text file's rows stand behind its header, line breaks in quotes and all`() throws {
    let head = "sep=;\r\nid_klaim;program;nama;tgl_kejadian;jumlah\r\n"
    let good = "K-1;JKM;SITI;2024-02-03;42000000\r\n"
    let folded = "K-2;JKM;\"SITI\r\nAMINAH\";2024-02-30;42000000\r\n"
    let short = "K-3;JKM;SITI\r\n"
    let last = "K-4;JKM;SITI;2024-02-03;"
    let text = head + good + folded + good + short + last
    #expect(try rejected("klaim.csv", text).rows == head + folded + short + last)
  }

  @Test(arguments: ["NAMA", "\"NAMA\nLENGKAP\""])
  func `a header of two lines comes back whole, below what stands above it`(name: String) throws {
    let head =
      "DAFTAR KLAIM;;;;\nKLAIM;;PESERTA;KEJADIAN;JUMLAH\nID KLAIM;PROGRAM;\(name);TGL KEJADIAN;\n"
    let good = "K-1;JKM;SITI;2024-02-03;42000000\n"
    let bad = "K-2;JKM;SITI;2024-02-30;42000000\n"
    #expect(try rejected("klaim.csv", head + good + bad).rows == head + bad)
  }

  @Test func `a quote that is never closed takes its own line alone`() throws {
    let head = "id_klaim,program,nama,tgl_kejadian,jumlah\n"
    let good = "K-1,JKM,SITI,2024-02-03,42000000\n"
    let open = "K-2,JKM,\"SITI,2024-02-03,42000000\n"
    #expect(try rejected("klaim.csv", head + open + good).rows.hasPrefix(head + open))
  }

  @Test func `a document's records stand in its root`() throws {
    let good =
      "<Klaim><id_klaim>K-1</id_klaim><program>JKM</program><nama>SITI</nama>"
      + "<tgl_kejadian>2024-02-03</tgl_kejadian><jumlah>42000000</jumlah></Klaim>"
    let bad = good.replacing("2024-02-03", with: "2024-02-30").replacing("K-1", with: "K>2")
    let head = "<?xml version=\"1.0\"?>\n<!-- <Klaim> --><Data kota='a>b'>"
    let text = "\(head)\n \(good)\n \(bad) \(good)\n</Data>\n"
    let (rows, list) = try rejected("klaim.xml", text)
    #expect(rows == "\(head)\n\(bad)\n</Data>\n")
    let byte = "\(head)\n \(good)\n ".utf8.count
    #expect(list.contains(",\(byte),incidentOn,unreadable-value,"))
  }

  @Test func `a file without rejected rows has no such file`() throws {
    let run = try SampleRun.shared.get()
    #expect(try run.text("SHA256SUMS").contains("  rejects/peserta.csv\n"))
    #expect(try !run.text("SHA256SUMS").contains("  rejects/klaim.csv\n"))
    #expect(try run.text("manifest.json").contains("\"file\": \"rejects/peserta.csv\""))
  }
}
