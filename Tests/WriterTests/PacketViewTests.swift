import Domain
import TestSupport
import Testing

@testable import Writer

/// What the page is filled with.
struct PacketViewTests {
  private func digits(_ cell: MonthTable.Cell) -> Int64 {
    cell.cellFigure.flatMap { Int64(PacketFigures.digits(of: $0.text)) } ?? 0
  }

  @Test func `each column of the months adds up to its last row`() throws {
    let table = try #require(MonthTable(SampleReport.report))
    #expect(table.sumCells.count == table.premiumSpan + table.benefitSpan)
    for column in table.sumCells.indices {
      let sum = table.monthRows.reduce(0) { $0 + digits($1.cells[column]) }
      #expect(sum > 0 && sum == digits(table.sumCells[column]))
    }
  }

  @Test func `a code of several severities says how many there are of each`() throws {
    var report = SampleReport.report
    let place = try #require(report.findings.firstIndex { $0.finding.severity == .critical })
    var milder = report.findings[place]
    milder.finding.severity = .medium
    report.findings += [milder, milder]
    let code = report.findings[place].finding.code.text
    let rows = try #require(PacketBuilder(report).codes).codeRows
    let tags = try #require(rows.first { $0.code == code }).tags
    #expect(tags.map(\.toneWord) == ["1 kritis", "2 sedang"])
    #expect(rows.contains { $0.tags.map(\.toneWord) == ["tinggi"] })
  }

  @Test func `claims that are not used are not shown as none`() throws {
    var report = SampleReport.report
    let place = try #require(report.manifest.inputs.firstIndex { $0.kind == .claims })
    report.manifest.inputs[place].isUsed = false
    let page = String(decoding: Packet.render(report).bytes, as: UTF8.self)
    #expect(page.contains("tidak dipakai karena total berkas berbeda dari isinya"))
    #expect(!page.contains("Rasio klaim") && !page.contains("statement:benefit-by-programme"))
    #expect(MonthTable(report)?.benefitSpan == 0)
  }

  @Test func `a file's rows that are not used are told apart`() throws {
    let sources = PacketBuilder(SampleReport.report).view.sources
    #expect(sources.map(\.rejected) == ["0", "0", "1", "1", "0", "0"])
    #expect(sources.map(\.skipped) == ["0", "0", "0", "0", "0", "1"])
    #expect(sources.allSatisfy { $0.duplicate == "0" })
  }
}
