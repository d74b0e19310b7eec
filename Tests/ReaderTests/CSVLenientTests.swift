import Domain
import Reader
import TestSupport
import Testing

@Suite struct CSVLenientTests {
  private func read(_ text: String) throws -> RowsRead {
    try RowsRead(text, .with { $0.isLenient = true })
  }

  @Test func `Cells are added, empty ones cut`() throws {
    let read = try read("a,b,c\n1,2\n1,2,3,,\n1,2,3,4\n5,6,7\n")
    #expect(
      read.rows == [
        ["a", "b", "c"], ["1", "2", ""], ["1", "2", "3"], ["1", "2", "3", "4"], ["5", "6", "7"],
      ])
    #expect(read.issues.count == 3)
    #expect(read.lines == [1, 2, 3, 4, 5])
  }

  @Test func `A wrong quote is text`() throws {
    let read = try read(
      "a,b,c\n1,x\"y,3\n\"1,2,3\n4,\"q\" r,6\n7,\"say \"hi\" x\",9\n\"a,1\",2,3\n")
    #expect(
      read.rows.dropFirst() == [
        ["1", "x\"y", "3"], ["\"1", "2", "3"], ["4", "\"q\" r", "6"], ["7", "say \"hi\" x", "9"],
        ["a,1", "2", "3"],
      ])
    #expect(read.issues.count == 4)
  }

  @Test func `Bad bytes are read as Windows-1252, NULs left out`() throws {
    let bytes = Array("a,é\n1,".utf8) + [0xe9, 0x0a, 0x32, 0x2c, 0, 0x33, 0x0a]
    let read = try RowsRead(PieceSource(bytes), .with { $0.isLenient = true })
    #expect(read.rows == [["a", "é"], ["1", "é"], ["2", "3"]])
    #expect(read.issues.count == 2)
  }

  @Test func `A blank line is told and gives no row`() throws {
    let read = try read("a,b\n1,2\n\n3,4\n")
    #expect(read.rows.count == 3)
    #expect(read.issues == ["blank-line 3:0@8"])
  }
}
