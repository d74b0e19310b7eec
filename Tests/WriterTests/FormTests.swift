import Domain
import Foundation
import Testing
import Writer

struct FormTests {
  @Test(arguments: [
    (cell: "plain", written: "plain"), (cell: "a,b", written: "\"a,b\""),
    (cell: "say \"no\"", written: "\"say \"\"no\"\"\""), (cell: "a\nb", written: "\"a\nb\""),
    (cell: "\"", written: "\"\"\"\""), (cell: "", written: ""),
  ])
  func `quotes a CSV cell only where it is needed`(_ example: (cell: String, written: String)) {
    var text = OutputText()
    text.cell("x")
    text.cell(text: example.cell)
    text.cell("y")
    text.endRow()
    #expect(text.string == "x,\(example.written),y\n")
  }

  @Test(arguments: [
    (cell: "=1+1", written: "'=1+1"), (cell: "+cmd|' /C calc'!A0", written: "'+cmd|' /C calc'!A0"),
    (cell: "-2+3", written: "'-2+3"), (cell: "@SUM(A1)", written: "'@SUM(A1)"),
    (cell: "\t=1", written: "'\t=1"), (cell: "=1,2", written: "\"'=1,2\""),
    (cell: "'=1", written: "''=1"), (cell: "''=x", written: "'''=x"),
    (cell: "-16800", written: "-16800"), (cell: "+6281", written: "+6281"),
    (cell: "-", written: "-"), (cell: "-12/A", written: "-12/A"),
    (cell: "'Ali", written: "'Ali"), (cell: "a=b", written: "a=b"),
  ])
  func `puts an apostrophe before what a spreadsheet would compute`(
    _ example: (cell: String, written: String)
  ) {
    var text = OutputText()
    text.cell(text: example.cell)
    #expect(text.string == example.written)
    let sent = CellShield.put(on: example.cell)
    #expect(CellShield.removed(from: sent) == example.cell)
  }

  @Test(arguments: [
    (text: "Kajen 3375010806730001", masked: "Kajen 3375••••••••0001"),
    (text: "3375010806730001/3375010806730002", masked: "3375••••••••0001/3375••••••••0002"),
    (text: "33750108067300011", masked: "33750108067300011"), (text: "APBD", masked: "APBD"),
    (text: "0000000000000000", masked: "••••••••••••••••"),
    (text: "5.1.02.02.02.0006", masked: "5.1.02.02.02.0006"),
  ])
  func `masks what has sixteen digits in a text`(_ example: (text: String, masked: String)) {
    #expect(TextMask.masking(example.text) == example.masked)
  }

  @Test(arguments: [
    (value: Int64(0), plain: "0", grouped: "0", money: "Rp0"),
    (value: Int64(-16_800), plain: "-16800", grouped: "-16.800", money: "-Rp16.800"),
    (value: Int64(420_000_000), plain: "420000000", grouped: "420.000.000", money: "Rp420.000.000"),
    (value: Int64(999), plain: "999", grouped: "999", money: "Rp999"),
    (
      value: Int64.min, plain: "-9223372036854775808", grouped: "-9.223.372.036.854.775.808",
      money: "-Rp9.223.372.036.854.775.808"
    ),
  ])
  func `writes numbers plain, grouped and as rupiah`(
    _ example: (value: Int64, plain: String, grouped: String, money: String)
  ) {
    var text = OutputText()
    text.append(number: example.value)
    text.append(" ")
    text.append(grouped: example.value)
    text.append(" ")
    text.append(rupiah: example.value)
    #expect(text.string == "\(example.plain) \(example.grouped) \(example.money)")
  }

  @Test func `escapes what JSON does not allow in a string`() throws {
    var report = SampleReport.report
    let key = "a\"b\\c\n\u{1}é"
    report.findings[0].subjectKey = report.arena.add(key)
    let line = try #require(
      String(
        decoding: FindingsJSONL.render(report, rows: report.findings.indices).bytes, as: UTF8.self
      ).split(separator: "\n")
        .first)
    #expect(line.contains("\"subject_key\":\"a\\\"b\\\\c\\u000a\\u0001é\""))
    let decoded = try JSONDecoder().decode(KeyOnly.self, from: Data(line.utf8))
    #expect(decoded.subject_key == key)
  }

  @Test func `writes JSON that a reader takes`() throws {
    let lines = String(
      decoding: FindingsJSONL.render(
        SampleReport.report, rows: SampleReport.report.findings.indices
      ).bytes, as: UTF8.self
    )
    .split(separator: "\n")
    #expect(lines.count == SampleReport.report.findings.count)
    for line in lines { _ = try JSONDecoder().decode(KeyOnly.self, from: Data(line.utf8)) }
    let manifest = ManifestJSON.render(SampleReport.report, outputs: [])
    let decoded = try JSONDecoder().decode(ManifestHead.self, from: Data(manifest))
    #expect(decoded.as_of == "2024-07-15")
    #expect(decoded.findings["KLM-01"]?.amount == 2_000_000)
  }

  private struct KeyOnly: Decodable { let subject_key: String }
  private struct ManifestHead: Decodable {
    struct Sum: Decodable { let count, amount: Int }
    let as_of: String
    let findings: [String: Sum]
  }
}
