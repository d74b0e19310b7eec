import Domain
import Reader
import TestSupport
import Testing

@Suite struct CSVFaultTests {
  private let header = "nik,bulan,jumlah\n"

  private func read(_ rows: String) throws -> Reading { try Reading(header + rows) }

  @Test func `A row must have as many cells as the header`() throws {
    let reading = try read("1,2\n1,2,3,4\n1,2,3\n")
    #expect(reading.faultLines == ["too-few-cells 2", "too-many-cells 3"])
    #expect(reading.faults.map(\.byte) == [17, 21])
    #expect(reading.rows.map(\.line) == [4])
    #expect(reading.rowsRead == 3)
  }

  @Test func `A quote that is out of place spoils its line alone`() throws {
    let reading = try read("1,a\"b,3\n\"1\"x,2,3\n4,5,6\n\"q\nr\"x,2,3\n7,8,9\n")
    #expect(
      reading.faultLines == ["stray-quote 2", "stray-quote 3", "stray-quote 5", "stray-quote 6"])
    #expect(reading.faults.map(\.column) == [2, 1, 1, 1])
    #expect(reading.faults[0].byte == 20)
    #expect(reading.rows.map(\.cells) == [["4", "5", "6"], ["7", "8", "9"]])
    #expect(reading.rows.map(\.line) == [4, 7])
  }

  @Test func `After a quote that is never closed reading resumes on the next line`() throws {
    let reading = try read("1,\"2,3\n4,5,6\n7,8,9\n")
    #expect(reading.faultLines == ["unclosed-quote 2"])
    #expect(reading.faults.map(\.column) == [2])
    #expect(reading.faults.map(\.byte) == [19])
    #expect(reading.rows.map(\.line) == [3, 4])
  }

  @Test func `A quote that is not closed within the longest row is never closed`() throws {
    let rest = String(repeating: "4,5,6\n", count: 400_000)
    let reading = try read("1,\"2,3\n" + rest + "7,8,\"9\"\n")
    #expect(reading.faultLines == ["unclosed-quote 2"])
    #expect(reading.rows.count == 400_001)
    #expect(reading.rows.last?.line == 400_003)
    #expect(reading.rows.last?.cells == ["7", "8", "9"])
  }

  @Test func `A row that is too long is left out`() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let reading = try read("1,2,3\n1,2,\(long)\n4,5,6\n")
    #expect(reading.faultLines == ["too-long 3"])
    #expect(reading.faults.map(\.byte) == [23])
    #expect(reading.rows.map(\.line) == [2, 4])
  }

  @Test func `A cell that is too long is told by its place`() throws {
    let fitting = String(repeating: "x", count: 256 << 10)
    #expect(try read("1,2,\(fitting)\n").rows.first?.cells[2].utf8.count == 256 << 10)
    let reading = try read("1,\(fitting)x,3\n4,5,6\n")
    #expect(reading.faultLines == ["too-long 2"])
    #expect(reading.faults.map(\.column) == [2])
    #expect(reading.faults.map(\.byte) == [19])
    #expect(reading.rows.map(\.line) == [3])
  }

  @Test func `NUL and bytes that are no UTF-8 are faults of their cell`() throws {
    let bytes = Array(header.utf8) + Array("1,2,a\u{0}b\n1,\u{e9},3\n4,".utf8) + [0xe9, 0x2c, 0x33]
    let reading = try Reading(PieceSource(bytes), .contributions, InputOptions())
    #expect(reading.faultLines == ["nul-byte 2", "bad-encoding 4"])
    #expect(reading.faults.map(\.column) == [3, 2])
    #expect(reading.faults.map(\.byte) == [22, 34])
    #expect(reading.rows.map(\.cells) == [["1", "\u{e9}", "3"]])
  }

  @Test func `Bad bytes inside quotes are found as well`() throws {
    let filler = Array(String(repeating: "x", count: 200).utf8)
    let row = Array("\"".utf8) + filler + [0xff] + filler + Array("\",2,3\n4,\u{e9},6\n".utf8)
    let reading = try Reading(
      PieceSource(Array(header.utf8) + row), .contributions, InputOptions())
    #expect(reading.faultLines == ["bad-encoding 2"])
    #expect(reading.rows.map(\.line) == [3])
  }

  @Test(arguments: [65_500, 131_040])
  func `Blank lines over the border of a buffer stand where they are`(rows: Int) throws {
    let head = "nik,nama\n" + String(repeating: "1,a\n", count: rows)
    let text = head + String(repeating: "\n", count: 300) + "2,b\n"
    let reading = try RowsRead(text, kind: .roster)
    let expected = (0..<300).map { "blank-line \(rows + 2 + $0):0@\(head.utf8.count + $0)" }
    #expect(reading.issues == expected)
    #expect(reading.rows.count == rows + 2)
  }

  @Test(arguments: ["", "2,b\n"])
  func `Any number of blank lines is nothing at the end of a file alone`(end: String) throws {
    let count = 200_000
    let text = "nik,nama\n1,a\n" + String(repeating: "\n", count: count) + end
    let wide = [0xff, 0xfe] + text.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    for bytes in [Array(text.utf8), wide] {
      let reading = try RowsRead(PieceSource(bytes), kind: .roster)
      #expect(reading.issues.count == (end.isEmpty ? 0 : count))
      #expect(reading.rows.count == (end.isEmpty ? 2 : 3))
    }
  }

  @Test func `Blank lines are faults inside the file and nothing at its end`() throws {
    let reading = try read("1,2,3\n\n\r\n4,5,6\n\n\r\n\n")
    #expect(reading.faultLines == ["blank-line 3", "blank-line 4"])
    #expect(reading.rowsRead == 4)
    #expect(reading.rows.map(\.line) == [2, 5])
  }
}

extension CSVFaultTests {
  @Test func `A quote that glues rows is told where it opened, and swallows nothing`() throws {
    let reading = try Reading(
      "nik,bulan,jumlah\n1,2,\"3\n4,5,6\n7,8,\",\"\n10,11,12\n1,\"a\nb\"\n1,2,3\n")
    #expect(reading.faultLines == ["unclosed-quote 2", "too-few-cells 6"])
    #expect(reading.rows.map(\.line) == [3, 4, 5, 8])
  }

  @Test func `Two wrong quotes do not make one cell of the rows between them`() throws {
    let text = "nik,bulan,jumlah,nama\n1,2,3,\"A\n1,2,3,B\n1,2,3,C\n1,2,3,D\"\n1,2,3,\"E\nF\"\n"
    let reading = try Reading(text)
    #expect(reading.faultLines == ["unclosed-quote 2", "stray-quote 5"])
    #expect(reading.rows.map(\.line) == [3, 4, 6])
    for piece in 1..<9 {
      let source = PieceSource(Array(text.utf8), piece: piece)
      #expect(try Reading(source, .contributions, InputOptions()) == reading)
    }
  }
}
