import Domain
import Foundation
import Testing
import Writer

struct PacketFigureTests {
  let page = String(decoding: Packet.render(SampleReport.report).bytes, as: UTF8.self)

  @Test func `shows only figures that stand in monthly or statement`() throws {
    let values = figures(of: SampleReport.report)
    let shown = page.matches(of: /data-figure="([^"]*)">([^<]*)</)
    #expect(shown.count > 100)
    for match in shown {
      let digits = match.2.filter { $0 != "." }.replacing("Rp", with: "")
      #expect(values[String(match.1)] == digits, "\(match.1)")
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

  /// Every figure by its key, read back from the two files.
  private func figures(of report: RunReport) -> [String: String] {
    var values: [String: String] = [:]
    for row in rows(MonthlyCSV.render(report, rows: report.monthly.indices).bytes) {
      values["monthly:" + row.dropLast().joined(separator: ":")] = row.last
    }
    for row in rows(StatementCSV.render(report, rows: report.statement.lines.indices).bytes) {
      values["statement:\(row[0]):\(row[1]):count"] = row[row.count - 2]
      values["statement:\(row[0]):\(row[1]):amount"] = row[row.count - 1]
    }
    return values
  }

  private func rows(_ bytes: ContiguousArray<UInt8>) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
