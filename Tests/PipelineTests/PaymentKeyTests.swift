import Domain
import Foundation
import Pipeline
import TestSupport
import Testing

/// How payment rows are named in outputs, whatever the form of their file.
struct PaymentKeyTests {
  private static let definition = """
    rekon: 1
    period: {from: 2024-01, to: 2024-02}
    inputs:
      roster: [{file: r.csv}]
      memberships: [{file: m.csv}]
    """
  private static let people = [
    "r.csv": "id_peserta,nik,kpj,nama\nP1,3375010101700001,11,Slamet\n",
    "m.csv": "kpj,nik,nama,tgl_mulai\n11,3375010101700001,Slamet,2024-01-01\n",
  ]

  private func findings(_ inputs: String, _ files: [String: String]) throws -> [FoundLine] {
    let scratch = try RunScratch()
    for (name, text) in Self.people.merging(files, uniquingKeysWith: { $1 }) {
      try scratch.write(name, text)
    }
    try scratch.write("d.yaml", Self.definition + "\n" + inputs + "\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    return try scratch.findings().filter { $0.code == "IUR-02" || $0.code == "IUR-03" }
  }

  @Test func `a row of XML is named by its id alone`() throws {
    let rows = ["B2", "B1"].map {
      "<Iuran><id_bayar>\($0)</id_bayar><bulan>2024-01</bulan><nik>3375010101700001</nik>"
        + "<kpj>11</kpj><nama>Slamet</nama><jumlah>16800</jumlah></Iuran>"
    }
    let found = try findings(
      "  contributions: [{file: c.xml}]",
      ["c.xml": "<Daftar>\n" + rows.joined(separator: "\n") + "\n</Daftar>\n"])
    #expect(found.map(\.subjectKey) == ["B2"])
    #expect(found.map(\.otherKey) == ["B1"])
  }

  @Test func `a row between other quotes is named by its id alone`() throws {
    let found = try findings(
      "  contributions: [{file: c.csv, quote: \"'\"}]",
      [
        "c.csv": """
        id_bayar,bulan,nik,kpj,nama,jumlah
        'B''2','2024-01',3375010101700001,11,Slamet,16800
        'B''1','2024-01',3375010101700001,11,Slamet,16800

        """
      ])
    #expect(found.map(\.subjectKey) == ["B'2"])
    #expect(found.map(\.otherKey) == ["B'1"])
  }

  @Test func `rows without an id come by file, then by line as a number`() throws {
    let row = "2024-01,3375010101700001,11,Slamet,16800\n"
    let others = (2...8).map { "2024-02,3375010101700001,1\($0),Orang \($0),16800\n" }.joined()
    let found = try findings(
      "  contributions: [{file: c.csv}]",
      ["c.csv": "bulan,nik,kpj,nama,jumlah\n" + others + row + row + row])
    let own = found.filter { $0.month == "2024-01" }
    #expect(own.map(\.subjectKey).sorted() == ["c.csv:10", "c.csv:11"])
    #expect(own.map(\.otherKey) == ["c.csv:9", "c.csv:9"])
  }

  /// A workbook with a row of cells on the second line of each sheet.
  private func book(_ header: [String], _ rows: [[String]]) -> String {
    let line = { (cells: [String]) in
      "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined()
        + "</Row>"
    }
    let sheets = rows.enumerated().map {
      "<Worksheet ss:Name=\"S\($0.offset)\"><Table>\(line(header))\(line($0.element))"
        + "</Table></Worksheet>"
    }
    return "<?xml version=\"1.0\"?><Workbook "
      + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(sheets.joined())</Workbook>"
  }

  @Test func `lines of two sheets of a workbook are told apart`() throws {
    let row = ["2024-01", "3375010101700001", "11", "Slamet", "16800"]
    let sheets = [row, row, ["x", "", "", "", "1"]] + Array(repeating: row, count: 9)
    let scratch = try RunScratch()
    for (name, text) in Self.people { try scratch.write(name, text) }
    try scratch.write("c.xls", book(["bulan", "nik", "kpj", "nama", "jumlah"], sheets))
    try scratch.write(
      "d.yaml",
      Self.definition + "\n  contributions: [{file: c.xls}]\nrules: {rejectLimit: 50%}\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let findings = try scratch.findings()
    let extra = findings.filter { $0.code == "IUR-02" }
    let numbers = [2] + Array(4...12)
    #expect(extra.map(\.subjectKey).sorted() == numbers.map { "c.xls#\($0):2" }.sorted())
    #expect(Set(extra.map(\.otherKey)) == ["c.xls:2"])
    #expect(findings.filter { $0.code == "DAT-03" }.map(\.subjectKey) == ["c.xls#3:2"])
  }

  @Test func `people of two sheets without an id of their own are two people`() throws {
    let scratch = try RunScratch()
    for (name, text) in Self.people { try scratch.write(name, text) }
    try scratch.write(
      "r.xls",
      book(["nik", "nama"], [["3375010101700001", "Slamet"], ["3375010101700002", "Sri"]]))
    try scratch.write(
      "m.csv",
      "kpj,nik,nama,tgl_mulai\n11,3375010101700001,Slamet,2024-01-01\n"
        + "12,3375010101700002,Sri,2024-01-01\n")
    try scratch.write("d.yaml", Self.definition.replacing("r.csv", with: "r.xls") + "\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let links = try scratch.text("links.csv").split(separator: "\n").dropFirst()
    #expect(links.map { $0.split(separator: ",")[2] } == ["r.xls:2", "r.xls#2:2"])
  }

  @Test(arguments: [
    ("r.xls", "<table><tr><td>nik<td>nama</tr>", "<tr><td>N<td>A</tr>", "</table>"),
    ("r.xml", "<daftar>", "<p><nik>N</nik><nama>A</nama></p>", "</daftar>"),
  ])
  func `rows on one line of a document are told apart`(
    name: String, head: String, row: String, end: String
  ) throws {
    let scratch = try RunScratch()
    let people = [("3375010101700001", "Slamet"), ("3375010101700002", "Sri")] + [("1", "")]
    let rows = people.map {
      row.replacing("N<", with: $0.0 + "<").replacing("A<", with: $0.1 + "<")
    }
    try scratch.write(name, head + rows.joined() + rows[2] + end)
    try scratch.write(
      "m.csv",
      "kpj,nik,nama,tgl_mulai\n11,3375010101700001,Slamet,2024-01-01\n"
        + "12,3375010101700002,Sri,2024-01-01\n")
    let definition = Self.definition.replacing("r.csv", with: name)
    try scratch.write("d.yaml", definition + "\nrules: {rejectLimit: 90%}\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let links = try scratch.text("links.csv").split(separator: "\n").dropFirst()
    #expect(links.map { String($0.split(separator: ",")[2]) } == ["\(name):1", "\(name)#2:1"])
    let rejected = try scratch.findings().filter { $0.code == "DAT-03" }
    #expect(rejected.map(\.subjectKey) == ["\(name)#3:1", "\(name)#4:1"])
    #expect(try !scratch.text("rejects/\(name)").contains("Slamet"))
  }

  @Test func `payments are listed by fund whatever their files are called`() throws {
    func ids(_ names: [String]) throws -> Substring? {
      let scratch = try RunScratch()
      for (name, text) in Self.people { try scratch.write(name, text) }
      for (name, fund) in zip(names, ["Baznas", "APBD"]) {
        try scratch.write(
          name,
          "id_bayar,bulan,sumber_dana,nik,kpj,nama,jumlah\n"
            + "B-\(fund),2024-01,\(fund),3375010101700001,11,Slamet,16800\n")
      }
      try scratch.write(
        "k.csv",
        "id_klaim,program,tgl_kejadian,jumlah,nik,kpj,nama\n"
          + "K1,JKM,2024-01-20,42000000,3375010101700001,11,Slamet\n")
      let inputs = "  contributions: [{file: \"iuran-*.csv\"}]\n  claims: [{file: k.csv}]\n"
      try scratch.write("d.yaml", Self.definition + "\n" + inputs)
      try scratch.run(scratch.folder.appending(path: "d.yaml"))
      return try scratch.text("coverage.csv").split(separator: "\n").last?.split(separator: ",")[3]
    }
    #expect(try ids(["iuran-a.csv", "iuran-b.csv"]) == "B-APBD;B-Baznas")
    #expect(try ids(["iuran-z.csv", "iuran-b.csv"]) == "B-APBD;B-Baznas")
  }
}
