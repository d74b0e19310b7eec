import Domain
import Testing

@testable import Writer

struct PrivacyTests {
  @Test func `keeps region and serial of a NIK and hides the rest`() {
    var text = OutputText()
    text.append(masked: SampleReport.nik)
    #expect(text.string == "3375••••••••0001")
  }

  @Test func `hides a NIK that has no sixteen digits as a whole`() {
    let bytes = ContiguousArray("33750141077X0001".utf8)
    var text = OutputText()
    text.append(masked: NIK(parsing: bytes.span))
    text.append(masked: .absent)
    #expect(text.string == "••••••••••••••••")
  }

  @Test(arguments: ReportCatalog.files.map(\.name) + ["manifest.json"])
  func `shows the middle of no NIK in any output`(_ name: String) {
    let report = SampleReport.report
    let bytes =
      ReportCatalog.files.first { $0.name == name }?.render(report).bytes
      ?? ManifestJSON.render(report, outputs: [])
    let text = String(decoding: bytes, as: UTF8.self)
    for nik in [SampleReport.nik, SampleReport.otherNIK] {
      let middle = "\(nik.raw)".dropFirst(4).prefix(8)
      #expect(!text.contains(middle))
    }
    #expect(!text.contains(/\b[0-9]{16}\b/))
  }

  @Test func `hides a single small cell together with the next smallest`() {
    #expect(SmallCells.cells([40, 3, 9, 12]) == [.shown, .small, .hidden, .shown])
  }

  @Test func `hides small cells alone where there are several`() {
    #expect(SmallCells.cells([40, 3, 1, 12]) == [.shown, .small, .small, .shown])
    #expect(SmallCells.cells([40, 4, 3, 4, 12]) == [.shown, .small, .small, .small, .hidden])
    #expect(SmallCells.cells([40, 5]) == [.shown, .shown])
    #expect(SmallCells.cells([3]) == [.small])
  }

  @Test func `hides further cells until the sum leaves a choice, or tells that it does not`() {
    // Six in two cells, one of them with five or more: that is one and five.
    #expect(SmallCells.cells([40, 5, 1, 9]) == [.shown, .hidden, .small, .hidden])
    #expect(!SmallCells.isTight([40, 5, 1, 9], SmallCells.cells([40, 5, 1, 9])))
    #expect(SmallCells.isTight([4, 4], SmallCells.cells([4, 4])))
    #expect(SmallCells.isTight([5, 1], SmallCells.cells([5, 1])))
    #expect(!SmallCells.isTight([40, 5], SmallCells.cells([40, 5])))
  }

  @Test func `sorts what it hides by name, behind the rest`() throws {
    let table = try #require(PacketBuilder(SampleReport.report).peopleTable(.peopleByJob))
    let hidden = table.rows.filter { $0.rowClass == "masked" }.map(\.rowLabel)
    #expect(
      hidden == ["Lebe non-PNS", "Penggali kubur", "Tukang pijat tunanetra", "Tukang tambal ban"])
    #expect(table.rows.suffix(5).dropLast().map(\.rowLabel) == hidden)
    #expect(table.rows.last?.rowClass == "total")
  }

  @Test func `tells no parts where nearly all are small`() throws {
    var report = SampleReport.report
    report.statement = Statement()
    report.statement.add(
      .peopleByJob, partsOf: (8, 134_400),
      [(.named("Lebe"), 4, 67_200), (.named("Pemulung"), 4, 67_200)])
    let table = try #require(PacketBuilder(report).peopleTable(.peopleByJob))
    #expect(table.rows.map(\.rowClass) == ["total"])
    #expect(table.tableNote?.contains("Rincian tidak ditampilkan") == true)
  }

  @Test func `statement.csv has parts of few people as one, and still foots`() throws {
    var report = SampleReport.report
    func lines(_ section: StatementSection) -> [StatementLine] {
      report.statement.publishedLines.filter { $0.section == section }
    }
    for section in [StatementSection.peopleByVillage, .peopleByJob] {
      let lines = lines(section)
      let parts = lines.filter { $0.role == .add }
      #expect(parts.allSatisfy { $0.count >= 5 } && parts.contains { $0.label == .masked })
      #expect(parts.reduce(0) { $0 + $1.count } == lines.last?.count)
      #expect(parts.reduce(0) { $0 + $1.amount } == lines.last?.amount)
      #expect(Set(lines.map(\.line)).count == lines.count)
    }
    report.statement = Statement()
    report.statement.add(
      .peopleByJob, partsOf: (8, 134_400),
      [(.named("Lebe"), 4, 67_200), (.named("Pemulung"), 4, 67_200)])
    #expect(lines(.peopleByJob).filter { $0.role == .add }.map(\.label) == [.masked])
    report.statement = Statement()
    report.statement.add(.peopleByJob, partsOf: (4, 67_200), [(.named("Lebe"), 4, 67_200)])
    #expect(lines(.peopleByJob).isEmpty)
  }

  @Test func `writes no small cell of people into the page`() {
    let page = String(decoding: Packet.render(SampleReport.report).bytes, as: UTF8.self)
    let statement = SampleReport.report.statement
    for section in [StatementSection.peopleByVillage, .peopleByJob] {
      for line in statement[section] where line.role == .add && line.count < 5 {
        #expect(!page.contains("statement:\(section.name):\(line.line):"))
      }
    }
    #expect(page.contains("&lt;5"))
  }
}
