import Domain
import TestSupport
import Testing
import Writer

struct PacketFigureTests {
  let page = String(decoding: Packet.render(SampleReport.report).bytes, as: UTF8.self)

  @Test func `shows only figures that stand in monthly or statement`() throws {
    let report = SampleReport.report
    func text(_ output: OutputText) -> String { String(decoding: output.bytes, as: UTF8.self) }
    let values = PacketFigures.values(
      monthly: text(MonthlyCSV.render(report, rows: report.monthly.indices)),
      statement: text(StatementCSV.render(report, rows: 0..<StatementCSV.rows(report))))
    let shown = PacketFigures.shown(on: page)
    #expect(shown.count > 100)
    for figure in shown {
      #expect(values[figure.key] == PacketFigures.digits(of: figure.text), "\(figure.key)")
    }
  }

  @Test func `has sections that foot`() {
    let statement = SampleReport.report.statement
    for section in statement.sections { #expect(statement.foots(section), "\(section.name)") }
  }

  @Test func `states ten deaths of Rp420.000.000`() {
    #expect(page.contains(">Rp420.000.000<"))
    #expect(page.contains("Terbukti") && page.contains("Tidak terbukti"))
  }

  @Test func `loads nothing and runs nothing`() {
    for word in ["<script", "http://", "https://", "src=", "@import", "url(", "onload"] {
      #expect(!page.contains(word))
    }
  }

  @Test func `leaves no tag of the template`() {
    #expect(!page.contains("{{") && !page.contains("}}"))
  }

  @Test func `escapes what the definition says`() {
    var report = SampleReport.report
    report.programme = "<b>Batik & Co"
    let page = String(decoding: Packet.render(report).bytes, as: UTF8.self)
    #expect(!page.contains("<b>") && page.contains("&lt;b&gt;Batik &amp; Co"))
  }
}
