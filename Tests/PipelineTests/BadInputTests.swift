import Foundation
import Pipeline
import TestSupport
import Testing

/// Bad input stops the whole run, is named without a personal value, and publishes nothing.
struct BadInputTests {
  /// What is put in a file's place.
  enum Content: Sendable { case nothing, folder, text(String) }

  /// One thing that is wrong, how the run exits, and what it has to say.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription, file: String
    let content: Content
    let status: Pipeline.ExitStatus
    let says: [String]

    init(
      _ what: String, _ file: String, _ content: Content, _ status: Pipeline.ExitStatus,
      _ says: String...
    ) {
      (testDescription, self.file, self.content) = (what, file, content)
      (self.status, self.says) = (status, says)
    }
  }

  private static let faults = [
    Fault("a missing file", "iuran.csv", .nothing, .noInput, "iuran.csv: ", "d.yaml:6:"),
    Fault("an empty file", "iuran.csv", .text(""), .unusableFile, "iuran.csv: ", "empty"),
    Fault("a folder", "iuran.csv", .folder, .unusableFile, "iuran.csv: ", "folder"),
    Fault("a workbook", "iuran.csv", .text("PK\u{3}\u{4}x"), .unusableFile, "iuran.csv: "),
    Fault("a PDF", "iuran.csv", .text("%PDF-1.4\n1 0 obj\n"), .unusableFile, "iuran.csv: ", "PDF"),
    Fault(
      "a missing column", "sp2d.csv", .text("no_sp2d,bulan\nS1,2024-01\n"), .unusableFile,
      "sp2d.csv: ", "column amount", "found the headers: no_sp2d, bulan"),
    Fault(
      "no column of several", "peserta.csv", .text("nama,rt\nSlamet Riyadi,3\n"), .unusableFile,
      "peserta.csv: ", "column nik or kpj", "found the headers: nama, rt"),
    Fault(
      "a missing element", "kepesertaan.xml",
      .text("<p><o><kpj>12345678901</kpj><nama>Slamet</nama></o></p>"), .unusableFile,
      "kepesertaan.xml: ", "column from", "kpj, nama"),
    Fault(
      "no header line", "peserta.csv", .text("P1,3375010112660001,Slamet Riyadi\n"),
      .unusableFile, "peserta.csv: ", "column name", "no header line"),
    Fault(
      "malformed XML", "kepesertaan.xml",
      .text("<p>\n <o><kpj>12345678901</kpj><nama>Slamet</o>\n</p>\n"), .unusableFile,
      "kepesertaan.xml:2:", "not well-formed"),
    Fault(
      "XML that ends too early", "kepesertaan.xml",
      .text("<p>\n<o><kpj>12345678901</kpj><nama>Slamet</nama>"), .unusableFile,
      "kepesertaan.xml:2:"),
    Fault(
      "a DOCTYPE", "kepesertaan.xml", .text("<!DOCTYPE p [<!ENTITY a 'Slamet'>]>\n<p>&a;</p>"),
      .unusableFile, "kepesertaan.xml:1: ", "DOCTYPE"),
    Fault(
      "too many rejects", "iuran.csv", .text("bulan,nik,jumlah\nx,3375010112660001,Slamet\n"),
      .refused, "iuran.csv: 1 of 1 rows"),
    Fault(
      "an unknown key", "d.yaml", .text(SmallCity.definition.replacing("inputs:", with: "inputz:")),
      .configuration, "d.yaml:3:1: ", "`inputs`"),
    Fault(
      "an unknown kind", "d.yaml", .text(SmallCity.definition.replacing("claims:", with: "claim:")),
      .configuration, "d.yaml:8:", "`claims`"),
  ]

  @Test(arguments: faults)
  func `stops the run`(by fault: Fault) throws {
    let scratch = try RunScratch()
    let definition = try scratch.writeCity()
    #expect(try scratch.run(definition).status == .ok)
    let before = try scratch.published()
    try put(fault, in: scratch)
    #expect {
      try scratch.run(definition)
    } throws: { error in
      let said = "\(error)"
      for words in fault.says { #expect(said.contains(words)) }
      for value in SmallCity.personal { #expect(!said.lowercased().contains(value)) }
      #expect(!said.contains(scratch.folder.path()))
      return Pipeline.ExitStatus(of: error) == fault.status
    }
    #expect(try scratch.published() == before)
  }

  private func put(_ fault: Fault, in scratch: RunScratch) throws {
    let place = scratch.folder.appending(path: fault.file)
    try FileManager.default.removeItem(at: place)
    switch fault.content {
    case .nothing: break
    case .folder:
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    case .text(let text): try scratch.write(fault.file, text)
    }
  }
}
