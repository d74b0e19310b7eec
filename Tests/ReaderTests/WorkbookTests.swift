import Domain
import Reader
import Testing

@Suite struct WorkbookTests {
  /// The one cell of a workbook that holds nothing else.
  private func cell(
    _ cell: String, strings: String = "", formats: [String] = [], is1904: Bool = false
  ) throws -> String? {
    var book = SmallBook("<row>\(cell)</row>")
    (book.strings, book.formats, book.is1904) = (strings, formats, is1904)
    let reading = try RowReading(book.bytes)
    return reading.rows.first.map { String($0.dropFirst("Data 1: ".count)) }
      ?? reading.faults.first.map { String($0.dropFirst("Data 1 1 ".count)) }
  }

  @Test(arguments: [
    ("1", "1"), ("42000000", "42000000"), ("16.8", "16.8"), ("16.80", "16.8"), ("1.0", "1"),
    ("007", "7"), ("-0.5", "-0.5"), (".5", "0.5"), ("1E3", "1000"), ("1e-7", "1e-07"),
    ("0.30000000000000004", "0.30000000000000004"), ("3375010102700001", "3375010102700001"),
    ("3.375010102700001E15", "3375010102700001"), ("1E+300", "1e+300"), ("-0", "0"),
    ("0.1000000000000000055511151231257827", "0.1"), ("abc", "unreadable-value"),
    ("nan", "unreadable-value"), ("0x10", "unreadable-value"), ("1e999", "unreadable-value"),
  ])
  func `A number is in the shortest form that reads back equal`(raw: String, text: String) throws {
    #expect(try cell("<c><v>\(raw)</v></c>") == text)
  }

  @Test(arguments: [
    ("45000", "2023-03-15"), ("45000.25", "2023-03-15T06:00:00"), ("1", "1900-01-01"),
    ("59", "1900-02-28"), ("60", "date-out-of-range"), ("60.5", "date-out-of-range"),
    ("61", "1900-03-01"), ("0", "00:00:00"), ("0.5", "12:00:00"), ("2958465", "9999-12-31"),
    ("2958466", "date-out-of-range"), ("-1", "date-out-of-range"), ("1e300", "date-out-of-range"),
    ("45000.9999999", "2023-03-16"), ("45000.123456", "2023-03-15T02:57:47"),
    ("45351", "2024-02-29"), ("73050", "2099-12-31"),
  ])
  func `A number with a date's format is a date`(raw: String, text: String) throws {
    #expect(try cell("<c s=\"1\"><v>\(raw)</v></c>", formats: ["dd/mm/yyyy"]) == text)
  }

  @Test func `Days are counted from 1904 where the workbook says so`() throws {
    let dates = ["0.25", "1", "60", "43538"].map { "<c s=\"1\"><v>\($0)</v></c>" }
    var book = SmallBook("<row>\(dates.joined())</row>")
    (book.formats, book.is1904) = (["d"], true)
    let rows = try RowReading(book.bytes).rows
    #expect(rows == ["Data 1: 06:00:00|1904-01-02|1904-03-01|2023-03-15"])
  }

  @Test(arguments: [
    ("[h]:mm:ss", "36:00:00"), ("[mm]:ss", "36:00:00"), ("hh:mm", "1900-01-01T12:00:00"),
    ("#,##0;[Red]-#,##0", "1.5"), ("&quot;hari&quot; 0", "1.5"), ("0\\d", "1.5"), ("0_d", "1.5"),
    ("[Red]0", "1.5"), ("[$-421]dd mmmm yyyy", "1900-01-01T12:00:00"), ("0;yyyy", "1.5"),
    ("[$Rp-421]#,##0", "1.5"), ("General", "1.5"), ("@", "1.5"), ("* 0", "1.5"),
  ])
  func `A format's first section decides what a number is`(format: String, text: String) throws {
    #expect(try cell("<c s=\"1\"><v>1.5</v></c>", formats: [format]) == text)
  }

  @Test func `Texts are joined runs without phonetic ones, with escapes put right`() throws {
    var book = SmallBook(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c t="s"><v>1</v></c>
      <c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>
      <c t="str"><f>X()</f><v>_x005F_x000D_</v></c><c t="s"><v>2</v></c></row>
      <row r="7"><c r="C7" t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>
      <c t="d"><v>2024-03-04T00:00:00</v></c><c s="1"/></row>
      <row><c r="B8"><v>1</v></c></row><row r="9"/><row r="10"><c r="A10" t="s"><v>9</v></c></row>
      <row r="11"><c><f>1+1</f></c></row><row r="12"><c t="str"><f>A1</f><v></v></c></row>
      """)
    book.strings = """
      <si><r><t>te</t></r><r><t>bal</t></r><rPh sb="0" eb="1"><t>phon</t></rPh></si>
      <si><t xml:space="preserve"> a_x000D_&amp; </t></si><si><t>_xD83D__xDE00_é</t></si>
      """
    let reading = try RowReading(book.bytes)
    #expect(
      reading.rows == [
        "Data 2: tebal| a\r& |a b|_x000D_|😀é", "Data 7: ||TRUE|FALSE|#N/A|2024-03-04",
        "Data 8: |1",
      ])
    #expect(reading.kinds[1] == [.text, .text, .boolean, .boolean, .error, .date])
    #expect(reading.kinds[2] == [.text, .number])
    #expect(reading.faults == ["Data 10 1 unreadable-value", "Data 11 1 missing-result"])
    for piece in [1, 7, 64] { #expect(try RowReading(book.bytes, piece: piece) == reading) }
  }

  @Test func `Shared strings of every form and length are what they were`() throws {
    var texts = (0..<200).map { "3375010101700\($0)" } + ["0", "00", "1a", "é", "12345"]
    texts += [63, 64, 65, 127, 128, 9_000].map { String(repeating: "7", count: $0) }
    texts += [63, 64, 127, 128, 9_000].map { String(repeating: "x", count: $0) }
    let order = texts.indices.reversed().map { "<c t=\"s\"><v> \($0)\n</v></c>" }
    var book = SmallBook("<row>\(order.joined())</row>")
    book.strings = texts.map { "<si><t>\($0)</t></si>" }.joined()
    let rows = try RowReading(book.bytes).rows
    #expect(rows == ["Data 1: " + texts.reversed().joined(separator: "|")])
  }

  @Test func `Sheets are read in order, or the one that is stated`() throws {
    var book = SmallBook("")
    book.sheets = [
      ("A &amp; B", "<row><c><v>1</v></c></row>"), ("dua", ""),
      ("tiga", "<row hidden=\"1\"><c><v>3</v></c></row>"),
    ]
    #expect(try RowReading(book.bytes).rows == ["A & B 1: 1", "tiga 1: 3"])
    #expect(try RowReading(book.bytes, InputOptions(sheet: "TIGA")).rows == ["tiga 1: 3"])
    #expect(RowReading.refusal(book.bytes, InputOptions(sheet: "empat")) == "unknown-sheet")
  }

  @Test func `Cells of a row that goes on in the next piece are whole`() throws {
    let rows = (1...3_000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c><c><v>0.5</v></c></row>" }
    let reading = try RowReading(SmallBook(rows.joined()).bytes)
    #expect(reading.rows == (1...3_000).map { "Data \($0): \($0)|0.5" })
  }
}

@Suite struct WorkbookRefusalTests {
  private let book = SmallBook("<row><c><v>1</v></c></row>")

  private func refusal(_ name: String, _ text: String) -> String? {
    var book = book
    book.more = [(name, text)]
    return RowReading.refusal(book.bytes)
  }

  @Test func `Macros, names given twice and markup that is refused`() {
    #expect(RowReading.refusal(book.bytes) == nil)
    #expect(refusal("xl/vbaProject.bin", "x") == "macro")
    #expect(refusal("XL/Workbook.xml", "x") == "damaged-archive")
    #expect(refusal("../../etc/passwd", "x") == nil)
  }

  @Test(arguments: [
    ("<row><c></row>", "not-well-formed"),
    ("<row><c r=\"XFE1\"><v>1</v></c></row>", "too-large"),
    ("<row><c><v>" + String(repeating: "1", count: 300_000) + "</v></c></row>", "too-large"),
    (String(repeating: "<x>", count: 70), "too-deep"),
  ])
  func `A sheet that cannot be read is refused before a row is given`(rows: String, code: String) {
    var book = book
    book.sheets.append(("lain", rows))
    #expect(RowReading.refusal(book.bytes) == code)
  }

  @Test func `Archives that are none, cut short or no workbook`() {
    let bytes = book.bytes
    #expect(RowReading.refusal(Array(bytes.dropLast(30))) == "damaged-archive")
    #expect(RowReading.refusal(Array(bytes.prefix(bytes.count / 2))) == "damaged-archive")
    for cut in stride(from: 5, to: bytes.count, by: 97) {
      #expect(RowReading.refusal(Array(bytes.prefix(cut))) == "damaged-archive")
    }
    let old: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    #expect(RowReading.refusal(old + Array(repeating: 0, count: 600)) == "unsupported-format")
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    #expect(RowReading.refusal(old + Array(repeating: 0, count: 600) + name) == "encrypted")
  }
}
