import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// `rejects/FILE` of workbooks and of texts in two-byte encodings: corrected, the file runs.
struct RejectedSheetsTests {
  private typealias Cell = RejectedSheets.Cell

  private let scratch: RunScratch

  init() throws { scratch = try RunScratch() }

  private func cells(_ texts: [String]) -> [Cell] {
    texts.map { text in
      let isDate = text.utf8.count == 10 && text.dropFirst(4).first == "-"
      let isNumber = text.utf8.count < 9 && Int(text) != nil
      return Cell(text: text, kind: isDate ? .date : isNumber ? .number : .text)
    }
  }

  private var sheets: [RejectedSheets.Sheet] {
    let header = ["id_klaim", "program", "nama", "nik", "kpj", "tgl_kejadian", "jumlah"]
    let good = [
      "K-1", "JKM", "SLAMET", "3375010112660001", "012345678901", "2024-02-03", "42000000",
    ]
    var bad = good
    (bad[0], bad[5]) = ("K-2", "30 Februari 2024")
    var second = good
    (second[0], second[6]) = ("K-3", "empat puluh")
    return [
      .init(name: "Rekap", rows: [cells(["Laporan", "klaim"])]),
      .init(
        name: "Pusat & Cabang",
        rows: [cells(["DAFTAR KLAIM <2024>"]), cells(header), cells(good), cells(bad)]),
      .init(name: "Lain", rows: [cells(header), cells(second), cells(good.map { $0 })]),
    ]
  }

  private func run(_ name: String, _ data: Data) throws -> RunOutcome {
    try scratch.write(name, data)
    let definition = """
      rekon: 1
      period: {from: 2024-01, to: 2024-06}
      inputs: {claims: [{file: \(name)}]}
      rules: {rejectLimit: 100%}

      """
    try scratch.write("d.yaml", Data(definition.utf8))
    return try scratch.run(scratch.folder.appending(path: "d.yaml"))
  }

  private func rejected(_ name: String) throws -> Data {
    try Data(contentsOf: scratch.latest.appending(path: "rejects/\(name)"))
  }

  @Test func `a workbook's rejected rows are a workbook, each behind its sheet's header`() throws {
    let bytes = try WorkbookFile.bytes(sheets)
    #expect(try run("klaim.xlsx", Data(bytes)).status == .partial)
    let again = try rejected("klaim.xlsx")
    #expect(again.starts(with: [0x50, 0x4b, 0x03, 0x04]))
    #expect(try run("lagi.xlsx", again).status == .partial)
    let input = try #require(try scratch.inputs().first)
    #expect(input.rows["rejected"] == 2 && input.rows["accepted"] == 0)
    #expect(try rejected("lagi.xlsx") == again)
  }

  @Test func `equal rows make equal bytes`() throws {
    #expect(try WorkbookFile.bytes(sheets) == WorkbookFile.bytes(sheets))
  }

  @Test func `a corrected workbook runs, its numbers kept as text`() throws {
    _ = try run("klaim.xlsx", Data(try WorkbookFile.bytes(sheets)))
    try scratch.write("back.xlsx", try rejected("klaim.xlsx"))
    let source = try FileSource(
      path: scratch.folder.appending(path: "back.xlsx").path(), name: "back.xlsx", isLook: true)
    var every: ContiguousArray<Reject> = []
    for sheet in 0...1 {
      for line in 1...9 {
        var reject = Reject(
          at: SourceLocation(file: 0, line: UInt32(line)), column: 0, byte: 0, field: nil,
          reason: .missingValue, shape: .absent, amount: 0)
        reject.sheet = sheet
        every.append(reject)
      }
    }
    let back = try RejectedSheets(
      of: source,
      [.init(kind: .claims, options: InputEntry(file: "", place: "").readerOptions, rejects: every)]
    )
    #expect(back.sheets.map(\.name) == ["Pusat & Cabang", "Lain"])
    #expect(back.sheets.map(\.rows.count) == [3, 2])
    let row = try #require(back.sheets.first?.rows.last)
    #expect(
      row.map(\.text) == [
        "K-2", "JKM", "SLAMET", "3375010112660001", "012345678901", "30 Februari 2024", "42000000",
      ])
    #expect(row[3].kind == .text && row[4].kind == .text && row[6].kind == .number)
    let corrected = back.sheets.map { sheet in
      RejectedSheets.Sheet(
        name: sheet.name,
        rows: sheet.rows.map { row in
          row.map {
            let text = $0.text.replacing("30 Februari 2024", with: "29 Februari 2024")
              .replacing("empat puluh", with: "42 juta")
            return Cell(text: text, kind: $0.kind)
          }
        })
    }
    #expect(try run("baru.xlsx", Data(try WorkbookFile.bytes(corrected))).status == .ok)
    let input = try #require(try scratch.inputs().first)
    #expect(input.rows["accepted"] == 2 && input.amount["accepted"] == 84_000_000)
  }

  private func builder(_ name: String) throws -> RejectedSheets {
    try scratch.write(name, Data(try WorkbookFile.bytes(sheets)))
    let source = try FileSource(
      path: scratch.folder.appending(path: name).path(), name: name, isLook: true)
    var rejects: ContiguousArray<Reject> = []
    for (sheet, line) in [(1, 3), (1, 4), (2, 2), (2, 3)] {
      var reject = Reject(
        at: SourceLocation(file: 0, line: UInt32(line)), column: 0, byte: 0, field: nil,
        reason: .missingValue, shape: .absent, amount: 0)
      reject.sheet = sheet
      rejects.append(reject)
    }
    return try RejectedSheets(
      of: source,
      [
        .init(
          kind: .claims, options: InputEntry(file: "", place: "").readerOptions, rejects: rejects)
      ])
  }

  @Test func `SpreadsheetML stays SpreadsheetML, a page stays a page`() throws {
    let all = try builder("semua.xlsx")
    for (name, bytes, start) in [
      ("klaim.xls", all.spreadsheetML, "<?xml"), ("klaim.html", all.html, "<html"),
    ] {
      #expect(try run(name, Data(bytes)).status == .partial)
      let input = try #require(try scratch.inputs().first)
      #expect(input.rows["accepted"] == 2 && input.rows["rejected"] == 2, "\(name)")
      let text = String(decoding: try rejected(name), as: UTF8.self)
      #expect(text.hasPrefix(start))
      #expect(text.contains("K-2") && text.contains("K-3") && !text.contains("K-1"))
      let corrected = text.replacing("30 Februari 2024", with: "29 Februari 2024")
        .replacing("empat puluh", with: "42 juta")
      #expect(try run("baru-\(name)", Data(corrected.utf8)).status == .ok)
    }
  }

  @Test func `A page's rejected rows stand behind the header of their own table`() throws {
    let head = ["id_klaim", "program", "nama", "nik", "tgl_kejadian", "jumlah"]
    let good = ["K-1", "JKM", "SLAMET", "3375010112660001", "2024-02-03", "42000000"]
    let bad = ["K-2", "JKM", "SLAMET", "3375010112660001", "30 Februari 2024", "42000000"]
    let table = { (rows: [[String]]) in
      let lines = rows.map { "<tr><td>\($0.joined(separator: "<td>"))</tr>\n" }
      return "<table>\n\(lines.joined())</table>\n"
    }
    let page = table([head, good]) + table([head, bad].map { $0.reversed() })
    #expect(try run("klaim.html", Data(page.utf8)).status == .partial)
    let text = String(decoding: try rejected("klaim.html"), as: UTF8.self)
    #expect(text.contains("K-2") && !text.contains("K-1"))
    let corrected = text.replacing("30 Februari 2024", with: "29 Februari 2024")
    #expect(try run("baru.html", Data(corrected.utf8)).status == .ok)
    #expect(try scratch.inputs().first?.rows["accepted"] == 1)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `a text in two-byte characters keeps its encoding`(encoding: String.Encoding) throws {
    let head = "\u{feff}id_klaim;program;nama;tgl_kejadian;jumlah\r\n"
    let good = "K-1;JKM;SITI;2024-02-03;42000000\r\n"
    let folded = "K-2;JKM;\"SITI\r\nAMINAH\";2024-02-30;42000000\r\n"
    let data = try #require((head + good + folded + good).data(using: encoding))
    #expect(try run("klaim.csv", data).status == .partial)
    #expect(try rejected("klaim.csv") == (head + folded).data(using: encoding))
  }

  @Test func `a text in Windows-1252 keeps its bytes, one with CR its line ends`() throws {
    let head = "id_klaim;program;nama;tgl_kejadian;jumlah\r"
    let text = head + "K-1;JKM;JOSÉ;2024-02-03;1\rK-2;JKM;JOSÉ;2024-02-30;1\r"
    let data = try #require(text.data(using: .windowsCP1252))
    #expect(try run("klaim.csv", data).status == .partial)
    let expected = head + "K-2;JKM;JOSÉ;2024-02-30;1\r"
    #expect(try rejected("klaim.csv") == expected.data(using: .windowsCP1252))
  }
}
