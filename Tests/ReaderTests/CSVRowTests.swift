import Domain
import Reader
import TestSupport
import Testing

@Suite struct CSVRowTests {
  private let header = "nik,bulan,jumlah\n"

  @Test func `Cells, lines and bytes are those of the file`() throws {
    let reading = try Reading("\u{feff}nik,bulan,jumlah\r\n1,2024-01,5\r\n\"2\",\"a\nb\",\r\n3,,6")
    #expect(
      reading.rows == [
        Reading.Row(cells: ["1", "2024-01", "5"], line: 2, byte: 21),
        Reading.Row(cells: ["2", "a\nb", ""], line: 3, byte: 34),
        Reading.Row(cells: ["3", "", "6"], line: 5, byte: 46),
      ])
    #expect(reading.faults.isEmpty)
    #expect(reading.rowsRead == 3)
  }

  @Test func `The result does not depend on how the bytes are cut`() throws {
    let text =
      "nik;bulan;jumlah;nama\r\n1;2024-01;5;\"a \"\"b\"\"; c\r\nd\"\r\n"
      + "2;2024-02;\"\";\"\"\"\"\r\n\r\n3;x\"y;1;2\r\n4;1;2\r\n5;1;2;\u{e9}\n6;1;2;\"open\n7;8;9;0"
    let bytes = Array(text.utf8)
    let whole = try Reading(PieceSource(bytes), .contributions, InputOptions())
    #expect(whole.rows.map(\.line) == [2, 4, 8, 10])
    #expect(whole.rows[0].cells[3] == "a \"b\"; c\r\nd")
    #expect(whole.rows[1].cells == ["2", "2024-02", "", "\""])
    #expect(
      whole.faultLines == [
        "blank-line 5", "stray-quote 6", "too-few-cells 7", "unclosed-quote 9",
      ])
    for cut in 1..<bytes.count {
      let source = PieceSource(bytes, piece: bytes.count, firstPiece: cut)
      #expect(try Reading(source, .contributions, InputOptions()) == whole)
    }
    #expect(try Reading(PieceSource(bytes, piece: 1), .contributions, InputOptions()) == whole)
  }

  @Test func `Rows on both sides of a buffer's end are whole`() throws {
    var text = header
    for i in 0..<40_000 {
      text += i % 7 == 0 ? "\(i),\"line\nbreak \"\"\(i)\"\"\",5\n" : "\(i),2024-01,\(i)\n"
    }
    let reading = try Reading(text)
    #expect(reading.faults.isEmpty)
    #expect(reading.rows.count == 40_000)
    let bytes = Array(text.utf8)
    var line: UInt32 = 2
    for (i, row) in reading.rows.enumerated() {
      let isQuoted = i % 7 == 0
      #expect(row.cells[0] == String(i))
      #expect(row.cells[1] == (isQuoted ? "line\nbreak \"\(i)\"" : "2024-01"))
      #expect(row.line == line)
      #expect(bytes[row.byte...].starts(with: "\(i),".utf8))
      line += isQuoted ? 2 : 1
    }
  }

  @Test func `A file without a last line end loses nothing`() throws {
    #expect(try Reading(header + "1,2,3").rows.map(\.cells) == [["1", "2", "3"]])
    #expect(try Reading(header + "1,2,\"3\"").rows.map(\.cells) == [["1", "2", "3"]])
    #expect(try Reading(header).rows.isEmpty)
    #expect(try Reading("nik,bulan,jumlah").rows.isEmpty)
  }

  @Test(arguments: [(",", 0x2c), (";", 0x3b), ("\t", 0x09), ("|", 0x7c)] as [(String, UInt8)])
  func `The separator is found in the header`(text: String, byte: UInt8) throws {
    let file = "nik\(text)bulan\(text)jumlah\n1\(text)2\(text)3\n"
    let source = PieceSource(Array(file.utf8))
    let reader = try openReader(source, kind: .contributions, options: InputOptions())
    #expect(reader.detected.separator == byte)
    #expect(reader.detected.headers == ["nik", "bulan", "jumlah"])
    #expect(try Reading(file).rows.map(\.cells) == [["1", "2", "3"]])
  }

  @Test func `A line that states the separator is obeyed`() throws {
    let reading = try Reading("sep=|\r\nnik|bulan|jumlah|a,b,c,d,e\r\n1|2|3|4\r\n")
    #expect(reading.rows == [Reading.Row(cells: ["1", "2", "3", "4"], line: 3, byte: 35)])
  }

  @Test func `A stated separator, quote and header row are obeyed`() throws {
    let options = InputOptions(separator: 0x23, quote: 0x27, headerRow: 3)
    let reading = try Reading(
      "DAFTAR, IURAN\n\nnik#bulan#jumlah\n1#'2#'''#3\n", options: options)
    #expect(reading.rows.map(\.cells) == [["1", "2#'", "3"]])
    #expect(reading.rows.map(\.line) == [4])
  }
}
