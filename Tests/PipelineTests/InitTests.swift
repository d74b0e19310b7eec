import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// The definition that `rekon init` writes.
struct InitTests {
  private func paths(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .map { folder.appending(path: $0).path() }
  }

  @Test func `finds in the sample data what its own definition finds`() throws {
    let scratch = try RunScratch()
    let data = RunScratch.root.appending(path: "SampleData/batik-berlian")
    let text = try draftDefinition(for: paths(in: data), in: scratch.folder.path())
    #expect(text.contains("period: {from: 2023-01, to: 2024-06}"))
    try scratch.write("d.yaml", text)
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    let key = RunScratch.root.appending(path: "SampleData/batik-berlian-key.csv")
    let lines = try String(contentsOf: key, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(try scratch.found() == lines.map(String.init).sorted())
  }

  @Test func `names files as its own folder sees them, and what it cannot guess`() throws {
    let scratch = try RunScratch()
    let folder = scratch.folder.path()
    try scratch.write("a/kode \"x\".csv", "kode_billing;jumlah;bulan;warna\nB1;5;2024-03;\n")
    try scratch.write("a/b/koran.csv", "Tanggal,Uraian,Nominal\n13/06/2024,x,5\n")
    try scratch.write("a/iuran.csv", "no;bulan;nama;jumlah\n1;Mei 2024;Siti;5\n")
    try scratch.write("notes.txt", "just some words\n")
    let here = FileManager.default.currentDirectoryPath
    let up = String(repeating: "../", count: here.split(separator: "/").count)
    let names = ["a/kode \"x\".csv", "a/b/koran.csv", "a/iuran.csv", "notes.txt"]
    let text = try draftDefinition(
      for: names.map { "\(up)\(folder.dropFirst())/\($0)" }, in: "\(folder)/a/c")
    for line in [
      "period: {from: 2024-05, to: 2024-05}  # the months found in the contributions",
      "  receipts:", "    - file: \"../kode \\\"x\\\".csv\"", "    # not used: warna",
      "  bank:", "    - file: \"../b/koran.csv\"", "    - file: \"../iuran.csv\"",
      "      # fund: APBD          # who pays, since the file does not say it",
      "  # not used: \"../../notes.txt\": its columns are those of no kind of input",
      "  # claims: []  # not given: its rules are not checked",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n\(text)")
    }
    _ = try PipelineDefinition.decode(text, file: "d.yaml")
  }

  @Test func `states a period where no file tells months, so that the definition runs`() throws {
    let scratch = try RunScratch()
    try scratch.write("p.csv", "nik,nama\n1,Siti\n")
    let text = try draftDefinition(for: [scratch.folder.path() + "/p.csv"], in: nil)
    #expect(text.contains("\n# No file tells its months: "))
    #expect(text.contains("\n    - file: \"/") || text.contains("\n    - file: /"))
    try scratch.write("d.yaml", text)
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    try scratch.write("a.csv", "kpj,nama,tgl_mulai\n012345678901,Siti,2024-03-01\n")
    let members = try draftDefinition(for: [scratch.folder.path() + "/a.csv"], in: nil)
    #expect(members.contains("\nperiod: {from: 2024-03, to: 2024-03}  # the months in which"))
  }

  @Test func `names the sheets of a workbook that holds several kinds`() throws {
    let scratch = try RunScratch()
    let row = { (texts: [String]) in
      texts.map { RejectedSheets.Cell(text: $0, kind: .text) }
    }
    let people = [["nik", "nama"], ["3375010112660001", "SITI"]]
    let claims = [
      ["id_klaim", "program", "nama", "tgl_kejadian", "jumlah"],
      ["K-1", "JKM", "SITI", "2024-02-03", "42000000"],
    ]
    let book = try WorkbookFile.bytes([
      .init(name: "Catatan", rows: [row(["apa saja"])]),
      .init(name: "Peserta", rows: people.map(row)), .init(name: "Klaim", rows: claims.map(row)),
    ])
    try scratch.write("b.xlsx", Data(book))
    let text = try draftDefinition(for: [scratch.folder.path() + "/b.xlsx"], in: nil)
    #expect(text.hasPrefix("# Written by rekon init from 1 sample file.\n"))
    try scratch.write("d.yaml", text)
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    #expect(try scratch.inputs().map { $0.rows["accepted"] } == [1, 1])
  }

  @Test func `refuses files of which none can be used`() throws {
    let scratch = try RunScratch()
    try scratch.write("p.xml", "<a><b></a>")
    let error = try #require(throws: RunError.self) {
      _ = try draftDefinition(for: [scratch.folder.path() + "/p.xml"], in: nil)
    }
    #expect(error.status == .unusableFile && "\(error)".contains("not well-formed"))
  }
}
