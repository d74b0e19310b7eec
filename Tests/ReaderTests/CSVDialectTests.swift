import Domain
import Reader
import TestSupport
import Testing

@Suite struct CSVDialectTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Lines may end with LF, CR LF or CR`(end: String) throws {
    let lines = ["a,b", "1,\"x\(end)y\"", "2,3", ""]
    let text = lines.joined(separator: end)
    let read = try RowsRead(text)
    #expect(read.rows == [["a", "b"], ["1", "x\(end)y"], ["2", "3"]])
    #expect(read.lines == [1, 2, 4])
    #expect(read.issues.isEmpty)
    #expect(read.lineEnd == ["\n": "lf", "\r\n": "crlf", "\r": "cr"][end])
    let bytes = Array(text.utf8)
    for cut in 1..<bytes.count {
      let source = PieceSource(bytes, piece: 1, firstPiece: cut)
      #expect(try RowsRead(source) == read)
    }
  }

  @Test func `Line ends may be mixed, and the last one missing`() throws {
    let read = try RowsRead("a,b\r\n1,2\n3,4\r5,6\r\n7,8")
    #expect(read.rows.count == 5)
    #expect(read.lines == [1, 2, 3, 4, 5])
    #expect(read.issues.isEmpty)
  }

  @Test func `CR LF on both sides of a window is one line end`() throws {
    var text = "a,b\r\n"
    for i in 0..<5_000 { text += "\(String(repeating: "x", count: i % 71)),\(i)\r\n" }
    let read = try RowsRead(text)
    #expect(read.rows.count == 5_001)
    #expect(read.lines == Array(1...5_001))
    #expect(read.issues.isEmpty)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `The separator is the one that cuts the rows alike`(mark: String) throws {
    let other = mark == "," ? ";" : ","
    let read = try RowsRead(
      "name\(mark)value\nA\(other) B\(mark)1\nC\(mark)2\(other)5\n\"x\(mark)y\"\(mark)3\n")
    #expect(read.separator == mark.utf8.first)
    #expect(read.rows.map(\.count) == [2, 2, 2, 2])
  }

  @Test func `A decimal comma does not make a comma the separator`() throws {
    #expect(try RowsRead("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n").separator == 0x3b)
  }

  @Test func `An apostrophe is a quote only where it closes cells`() throws {
    let quoted = try RowsRead("'a','b'\n'1,2','it''s'\n")
    #expect(quoted.quote == 0x27)
    #expect(quoted.rows == [["a", "b"], ["1,2", "it's"]])
    let excel = try RowsRead("nik,nama\n'3375010101700001,ANI\n'3375010101700002,O'NEIL\n")
    #expect(excel.quote == 0x22)
    #expect(excel.rows[1] == ["'3375010101700001", "ANI"])
  }

  @Test func `A stated escape makes the next character literal inside quotes`() throws {
    let options = InputOptions.with { $0.escape = 0x5c }
    let read = try RowsRead("a,b\n\"x \\\"y\\\" \\\\\",\\1\n", options)
    #expect(read.rows == [["a", "b"], ["x \"y\" \\", "\\1"]])
    #expect(read.issues.isEmpty)
  }

  @Test func `Lines in front may be left out, and a header stated`() throws {
    let skip = InputOptions.with { $0.skippedLines = 2 }
    let read = try RowsRead("x\r\ny\r\na,b\r\n1,2\r\n", skip)
    #expect(read.rows == [["a", "b"], ["1", "2"]])
    #expect(read.lines == [3, 4])
    #expect(read.bytes == [6, 11])
    let third = InputOptions.with { $0.headerRow = 3 }
    let stated = try RowsRead("x\n\na,b\n1,2\na,b\n", third)
    #expect(stated.rows == [["a", "b"], ["1", "2"]])
    #expect(stated.skipped == ["title 1", "blank 2"])
    #expect(stated.issues == ["repeated-header 5:0@11"])
  }

  @Test func `Without a header rows have any width and nothing is recognised`() throws {
    let read = try RowsRead("nik,nama\n1\nTOTAL,,2\nnik,nama\n", .with { $0.hasHeader = false })
    #expect(read.rows == [["nik", "nama"], ["1"], ["TOTAL", "", "2"], ["nik", "nama"]])
    #expect(read.issues.isEmpty)
    #expect(read.skipped.isEmpty)
  }

  @Test func `With a width each line is a row`() throws {
    let options = InputOptions.with { $0.width = 3 }
    let read = try RowsRead(
      "DAFTAR\nnik,nama,jumlah\n1,2,3\n\nnik,nama,jumlah\nJUMLAH,,3\nDAFTAR\n", options)
    #expect(read.rows == [["nik", "nama", "jumlah"], ["1", "2", "3"], ["JUMLAH", "", "3"]])
    #expect(read.skipped.isEmpty)
    #expect(
      read.issues == [
        "too-few-cells 1:1@0", "blank-line 4:0@29", "repeated-header 5:0@30",
        "too-few-cells 7:1@56",
      ])
  }

  @Test func `A byte order mark inside a file is a fault`() throws {
    let read = try RowsRead("\u{feff}a,b\n1,2\n\u{feff}3,4\n")
    #expect(read.rows == [["a", "b"], ["1", "2"]])
    #expect(read.issues == ["bad-encoding 3:1@11"])
  }

  @Test func `A header with more cells than a row may have is refused`() {
    let text = String(repeating: "a,", count: 5_000) + "\n"
    let error = #expect(throws: ReadError.self) { try RowsRead(text) }
    #expect(error?.code == "too-large")
  }
}
