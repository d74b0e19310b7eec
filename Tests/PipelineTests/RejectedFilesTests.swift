import Domain
import Foundation
import Testing

@testable import Pipeline

/// Which file the rejected rows stand in, and where `rejects.csv` says that each one stood.
struct RejectedFilesTests {
  private typealias Sheet = RejectedSheets.Sheet

  private let scratch: RunScratch

  init() throws { scratch = try RunScratch() }

  private func row(_ texts: [String]) -> [RejectedSheets.Cell] {
    texts.map { .init(text: $0, kind: $0.count == 16 ? .number : .text) }
  }

  /// A list of claims below three empty rows: one that can be read, one that cannot.
  private func claims(_ name: String, _ prefix: String) -> Sheet {
    let header = ["id_klaim", "program", "nik", "tgl_kejadian", "jumlah"]
    let rows = ["2024-02-03", "2024-02-30"].enumerated().map { place, day in
      ["\(prefix)\(place)", "JKM", "3375010112660001", day, "42000000"]
    }
    return Sheet(name: name, rows: [[], [], []] + ([header] + rows).map(row))
  }

  private func people(_ name: String) -> Sheet {
    let lines = [["nik", "kpj", "nama"], ["3375010112660001", "", "SITI"], ["", "012345678901"]]
    return Sheet(name: name, rows: [[], [], []] + lines.map(row))
  }

  private func run(_ inputs: String) throws {
    try scratch.write(
      "d.yaml",
      "rekon: 1\nperiod: {from: 2024-01, to: 2024-06}\nrules: {rejectLimit: 100%}\n"
        + "inputs:\n\(inputs)\n")
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
  }

  private var rejects: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: scratch.latest.appending(path: "rejects").path()
      ).sorted()
    }
  }

  @Test func `a workbook of several kinds and sheets comes back as one, its headers in place`()
    throws
  {
    let book = [people("Peserta"), claims("Pusat", "A"), claims("Cabang", "B")]
    try scratch.write("b.xlsx", Data(try WorkbookFile.bytes(book)))
    let inputs = { (name: String) in
      """
        roster: [{file: \(name), sheet: Peserta, header: 4}]
        claims:
          - {file: \(name), sheet: Pusat, header: 4}
          - {file: \(name), sheet: Cabang, header: 4}
      """
    }
    try run(inputs("b.xlsx"))
    #expect(try scratch.inputs().map { $0.rows["accepted"] } == [1, 1, 1])
    #expect(try rejects == ["b.xlsx"])
    let places = try scratch.text("rejects.csv").split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[1], cells[2], cells[8]].joined(separator: " ")
    }
    #expect(places.sorted() == ["6 3 Peserta", "6 4 Cabang", "6 4 Pusat"])
    let findings = try scratch.findings().filter { $0.code == "DAT-03" }
    #expect(findings.count == 3 && Set(findings.map(\.id)).count == 3)
    try scratch.write(
      "c.xlsx", Data(contentsOf: scratch.latest.appending(path: "rejects/b.xlsx")))
    try run(inputs("c.xlsx"))
    #expect(try scratch.inputs().map { $0.rows["rejected"] } == [1, 1, 1])
    #expect(try scratch.inputs().map { $0.rows["accepted"] } == [0, 0, 0])
  }

  @Test func `a number of more digits than a program keeps comes back as text`() throws {
    try scratch.write("b.xlsx", Data(try WorkbookFile.bytes([claims("Data", "A")])))
    try run("  claims: [{file: b.xlsx}]")
    let source = try FileSource(
      path: scratch.latest.appending(path: "rejects/b.xlsx").path(), name: "b.xlsx", isLook: true)
    var reject = Reject(
      at: SourceLocation(file: 0, line: 5), column: 0, byte: 0, field: nil, reason: .missingValue,
      shape: .absent, amount: 0)
    reject.sheet = 0
    let options = InputEntry(file: "", place: "").readerOptions
    let back = try RejectedSheets(
      of: source, [.init(kind: .claims, options: options, rejects: [reject])])
    let cell = try #require(back.sheets.first?.rows.last?.dropFirst(2).first)
    #expect(cell.text == "3375010112660001" && cell.kind == .text)
  }

  @Test func `a cell without its formula's result comes back marked, not empty`() throws {
    let text = { (cell: String) in
      let cells = ["K-1", "JKM", "SITI", "2024-02-03"].map { "<Cell><Data>\($0)</Data></Cell>" }
      let names = ["id_klaim", "program", "nama", "tgl_kejadian", "jumlah", "keterangan"]
      let head = names.map { "<Cell><Data>\($0)</Data></Cell>" }.joined()
      return "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
        + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='A'><Table>"
        + "<Row>\(head)</Row><Row>\(cells.joined())<Cell><Data>42000000</Data></Cell>\(cell)</Row>"
        + "</Table></Worksheet></Workbook>"
    }
    try scratch.write("k.xls", text("<Cell ss:Formula='=A1'><Data ss:Type='Number'/></Cell>"))
    try run("  claims: [{file: k.xls}]")
    #expect(try scratch.text("rejects.csv").contains("k.xls,2,6,0,,missing-result,"))
    let rejected = try scratch.text("rejects/k.xls")
    #expect(rejected.contains(">K-1<") && rejected.contains(">#N/A<"))
    try scratch.write("k.xls", rejected.replacing("#N/A", with: "sakit"))
    try run("  claims: [{file: k.xls}]")
    #expect(try scratch.inputs().map { $0.rows["accepted"] } == [1])
  }

  @Test func `files of one name stay apart, also from one whose own name is like theirs`() throws {
    let text = { (id: String) in
      "id_klaim,program,nama,tgl_kejadian,jumlah\n\(id),JKM,SITI,2024-02-30,42000000\n"
    }
    for (name, id) in [("x/a.csv", "K-1"), ("y/a.csv", "K-2"), ("x~a.csv", "K-3")] {
      try scratch.write(name, text(id))
    }
    try run("  claims: [{file: x/a.csv}, {file: y/a.csv}, {file: x~a.csv}]")
    let names = try rejects
    #expect(names.count == 3 && names.contains("x~a.csv") && names.contains("y~a.csv"))
    #expect(try scratch.inputs().map(\.file).sorted() == names)
    let rows = try Set(names.map { try scratch.text("rejects/\($0)") })
    #expect(rows == Set(["K-1", "K-2", "K-3"].map(text)))
  }

  @Test func `the rejected rows of one line have keys of their own`() throws {
    let claim = { (id: String) in
      "<Klaim><id_klaim>\(id)</id_klaim><program>JKM</program><nama>SITI</nama>"
        + "<tgl_kejadian>x</tgl_kejadian><jumlah>42000000</jumlah></Klaim>"
    }
    try scratch.write("k.xml", "<Data>\(claim("K-1"))\(claim("K-2"))</Data>")
    try run("  claims: [{file: k.xml}]")
    let findings = try scratch.findings().filter { $0.code == "DAT-03" }
    #expect(findings.map(\.subjectKey).sorted() == ["k.xml#2:1", "k.xml:1"])
    #expect(Set(findings.map(\.id)).count == 2)
  }
}
