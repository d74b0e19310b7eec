/// A workbook made of the parts that a mutant states, so that mutants are no mere broken archives.
///
/// The parts are split by NUL: the sheet, the shared strings, the styles and the workbook itself.
struct StoredWorkbook {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Packs the parts, those that are missing as the plainest there are.
  static func pack(_ mutant: [UInt8]) -> [UInt8] {
    let parts = mutant.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    func part(_ place: Int, _ plain: String) -> [UInt8] {
      place < parts.count && !parts[place].isEmpty ? Array(parts[place]) : Array(plain.utf8)
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let workbook =
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>"
      + "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    var archive = StoredWorkbook()
    archive.add("[Content_Types].xml", Array(types.utf8))
    archive.add("_rels/.rels", Array(relations([("officeDocument", "xl/workbook.xml")]).utf8))
    archive.add("xl/workbook.xml", part(3, workbook))
    let targets = [
      ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
      ("styles", "styles.xml"),
    ]
    archive.add("xl/_rels/workbook.xml.rels", Array(relations(targets).utf8))
    archive.add("xl/worksheets/sheet1.xml", part(0, "<worksheet xmlns=\"\(main)\"/>"))
    archive.add("xl/sharedStrings.xml", part(1, "<sst xmlns=\"\(main)\"/>"))
    archive.add("xl/styles.xml", part(2, "<styleSheet xmlns=\"\(main)\"/>"))
    return archive.finished()
  }

  private static var types: String {
    let base = "application/vnd.openxmlformats-"
    let sheet = base + "officedocument.spreadsheetml."
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"\(base)package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(sheet)sheet.main+xml\"/></Types>"
  }

  private static func relations(_ targets: [(String, String)]) -> String {
    let base = "http://schemas.openxmlformats.org/"
    let lines = targets.enumerated().map { number, target in
      "<Relationship Id=\"rId\(number + 1)\" Target=\"\(target.1)\" "
        + "Type=\"\(base)officeDocument/2006/relationships/\(target.0)\"/>"
    }
    return "<Relationships xmlns=\"\(base)package/2006/relationships\">" + lines.joined()
      + "</Relationships>"
  }

  private mutating func add(_ name: String, _ part: [UInt8]) {
    let start = UInt32(bytes.count)
    let sum = Self.checksum(part)
    var fields: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
    for value in [sum, UInt32(part.count), UInt32(part.count)] { Self.write(value, to: &fields) }
    fields += [UInt8(name.utf8.count), 0, 0, 0]
    bytes += [0x50, 0x4b, 3, 4] + fields + Array(name.utf8) + part
    directory += [0x50, 0x4b, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
    Self.write(start, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  private func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, UInt8(count), 0, UInt8(count), 0]
    Self.write(UInt32(directory.count), to: &end)
    Self.write(UInt32(bytes.count), to: &end)
    return bytes + directory + end + [0, 0]
  }

  private static func write(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  /// CRC-32 as archives have it.
  private static func checksum(_ part: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for byte in part {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
