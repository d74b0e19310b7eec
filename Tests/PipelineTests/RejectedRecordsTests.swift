import Foundation
import Pipeline
import Testing

/// `rejects/FILE` of documents: the records in what they stood in, in the document's own bytes.
struct RejectedRecordsTests {
  /// A document, and what its rejected records must be.
  struct Document: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let kind: String
    let text: String
    let rejected: String
    var encoding = String.Encoding.utf8
  }

  private static func claim(_ number: String, _ day: String, _ more: String = "") -> String {
    "<Klaim><Klaimno/>\(more)<id_klaim>\(number)</id_klaim><program>JKM</program><nama>JOSÉ</nama>"
      + "<tgl_kejadian>\(day)</tgl_kejadian><jumlah>42000000</jumlah></Klaim>"
  }

  /// A claim that can be read, one that cannot, and a good one again, with a head of an encoding.
  private static func claims(_ head: String, _ encoding: String.Encoding) -> Document {
    let (good, bad) = (claim("K-1", "2024-02-03"), claim("K-2", "2024-02-30"))
    let top = "\(head)<!-- JOSÉ <Data> -->\n<Data>"
    return Document(
      testDescription: head, kind: "claims", text: "\(top)\(good) \(bad)\(good)</Data>",
      rejected: "\(top)\n\(bad)\n</Data>\n", encoding: encoding)
  }

  private static func entry(_ day: String) -> String {
    "<n:Ntry><n:NtryRef>R</n:NtryRef><n:Amt Ccy=\"IDR\">1.25</n:Amt><n:CdtDbtInd>CRDT"
      + "</n:CdtDbtInd><n:BookgDt><n:Dt>\(day)</n:Dt></n:BookgDt></n:Ntry>"
  }

  private static var statements: Document {
    let family = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
    let top = "<n:Document xmlns:n=\"\(family)\">"
    let head = "<n:GrpHdr><n:MsgId>M</n:MsgId></n:GrpHdr>"
    let balance =
      "<n:Bal><n:Tp><n:CdOrPrtry><n:Cd>OPBD</n:Cd></n:CdOrPrtry></n:Tp><n:Amt Ccy=\"IDR\">0</n:Amt>"
      + "<n:CdtDbtInd>CRDT</n:CdtDbtInd></n:Bal>"
    let whose = ["<n:Id>S1</n:Id>", "<n:Acct><n:Id><n:IBAN>ID7</n:IBAN></n:Id></n:Acct>"]
    let (good, bad) = (entry("2024-02-03"), entry("2024-02-30"))
    let part = { (id: String) in
      "<n:Stmt>\n" + whose.map { $0.replacing("S1", with: id) + "\n" }.joined() + bad
        + "\n</n:Stmt>\n"
    }
    let full = { (id: String) in
      "<n:Stmt>\(whose.joined().replacing("S1", with: id))\(balance)\(good)\(bad)</n:Stmt>"
    }
    return Document(
      testDescription: "statements", kind: "bank",
      text:
        "\(top)<n:BkToCstmrStmt>\(head)\(full("S1"))\(full("S2"))</n:BkToCstmrStmt></n:Document>",
      rejected: "\(top)\n<n:BkToCstmrStmt>\n\(head)\n\(part("S1"))\(part("S2"))"
        + "</n:BkToCstmrStmt>\n</n:Document>\n")
  }

  static let documents: [Document] = [
    claims("", .utf8),
    claims("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", .isoLatin1),
    claims("<?xml version=\"1.0\" encoding=\"windows-1252\"?>", .windowsCP1252),
    claims("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-16\"?>", .utf16LittleEndian),
    claims("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-16\"?>", .utf16BigEndian),
    statements,
    Document(
      testDescription: "groups with names of their own", kind: "claims",
      text: "<Data><a:Isi xmlns:a='urn:a' nik='1' nama='x'>\(claim("K-1", "2024-02-03"))"
        + "\(claim("K-2", "2024-02-30", "<a:b/><![CDATA[</Klaim>]]><!--</Klaim>-->"))</a:Isi></Data>",
      rejected: "<Data>\n<a:Isi xmlns:a='urn:a'>\n"
        + claim("K-2", "2024-02-30", "<a:b/><![CDATA[</Klaim>]]><!--</Klaim>-->")
        + "\n</a:Isi>\n</Data>\n"),
  ]

  @Test(arguments: documents)
  func `stand in their own form and run when corrected`(document: Document) throws {
    let scratch = try RunScratch()
    try scratch.write("d.xml", try #require(document.text.data(using: document.encoding)))
    let definition = { (names: String) in
      "rekon: 1\nperiod: {from: 2024-01, to: 2024-06}\nrules: {rejectLimit: 100%}\n"
        + "inputs: {\(document.kind): [\(names)]}\n"
    }
    try scratch.write("d.yaml", definition("{file: d.xml}"))
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let rejected = try Data(contentsOf: scratch.latest.appending(path: "rejects/d.xml"))
    #expect(String(data: rejected, encoding: document.encoding) == document.rejected)
    let good = try #require(try scratch.inputs().first)
    let corrected = document.rejected.replacing("02-30", with: "02-29")
    try scratch.write("baru/d.xml", try #require(corrected.data(using: document.encoding)))
    try scratch.write("d.yaml", definition("{file: d.xml}, {file: baru/d.xml}"))
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let both = try scratch.inputs()
    #expect(both.count == 2 && both.contains { $0.rows == good.rows && $0.amount == good.amount })
    let again = try #require(both.first { $0.file.hasPrefix("baru~") })
    #expect(again.rows["accepted"] == good.rows["rejected"] && again.rows["rejected"] == 0)
  }

  @Test(arguments: documents)
  func `are told by the byte of the file as it was delivered`(document: Document) throws {
    let scratch = try RunScratch()
    let data = try #require(document.text.data(using: document.encoding))
    try scratch.write("d.xml", data)
    try scratch.write(
      "d.yaml",
      "rekon: 1\nperiod: {from: 2024-01, to: 2024-06}\nrules: {rejectLimit: 100%}\n"
        + "inputs: {\(document.kind): [{file: d.xml}]}\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let rows = try scratch.text("rejects.csv").split(separator: "\n").dropFirst()
    #expect(!rows.isEmpty)
    for row in rows {
      let byte = try #require(Int(row.split(separator: ",", omittingEmptySubsequences: false)[3]))
      let rest = String(data: data[byte...], encoding: document.encoding) ?? ""
      let start = document.kind == "bank" ? "<n:Ntry>" : "<Klaim>"
      #expect(rest.hasPrefix(start))
      #expect(
        rest.range(of: "02-30") != nil
          && rest.range(of: "2024-02-03")?.lowerBound ?? rest.endIndex
            > (rest.range(of: "02-30")?.lowerBound ?? rest.startIndex)
      )
    }
  }
}
