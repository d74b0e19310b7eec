import Domain
import Foundation
import Reader
import TestSupport
import Testing

@Suite struct CSVEncodingTests {
  private static let text = "nik;nama;nilai\r\n1;\"Zoë; \"\"é\"\"\";2\r\n3;ñ;4\r\n5;a\r\n6;ü;7\r\n"

  private func bytes(_ text: String, _ encoding: String.Encoding, mark: [UInt8] = []) -> [UInt8] {
    mark + Array(text.data(using: encoding) ?? Data())
  }

  private func check(_ file: [UInt8], _ encoding: String, unit: Int, mark: Int) throws {
    let whole = try RowsRead(PieceSource(file))
    #expect(whole.encoding == encoding)
    #expect(
      whole.rows == [
        ["nik", "nama", "nilai"], ["1", "Zoë; \"é\"", "2"], ["3", "ñ", "4"], ["6", "ü", "7"],
      ])
    #expect(whole.lines == [1, 2, 3, 5])
    #expect(whole.bytes == [0, 16, 34, 46].map { $0 * unit + mark })
    #expect(whole.issues == ["too-few-cells 4:2@\(41 * unit + mark)"])
    for piece in [1, 2, 3, 7] { #expect(try RowsRead(PieceSource(file, piece: piece)) == whole) }
  }

  @Test func `UTF-16 is told by its mark or by its NULs`() throws {
    let (little, big) = (String.Encoding.utf16LittleEndian, String.Encoding.utf16BigEndian)
    try check(bytes(Self.text, little, mark: [0xff, 0xfe]), "utf-16le", unit: 2, mark: 2)
    try check(bytes(Self.text, big, mark: [0xfe, 0xff]), "utf-16be", unit: 2, mark: 2)
    try check(bytes(Self.text, little), "utf-16le", unit: 2, mark: 0)
    try check(bytes(Self.text, big), "utf-16be", unit: 2, mark: 0)
  }

  @Test func `Windows-1252 is concluded where nothing beyond ASCII is UTF-8`() throws {
    try check(bytes(Self.text, .windowsCP1252), "windows-1252", unit: 1, mark: 0)
  }

  @Test func `Windows-1252 is found out far down a file`() throws {
    var rows = String(repeating: "1234567890;ASCII;1\n", count: 40_000)
    rows += "5;caf\u{e9};2\n6;x;7\n"
    let file = bytes("nik;nama;nilai\n" + rows, .windowsCP1252)
    let read = try RowsRead(PieceSource(file))
    #expect(read.encoding == "windows-1252")
    #expect(read.issues.isEmpty)
    #expect(read.rows.count == 40_003)
    #expect(read.rows[40_001] == ["5", "café", "2"])
    #expect(read.bytes[40_002] == file.count - 6)
    #expect(read.lines.last == 40_003)
  }

  @Test func `A mixed file is UTF-8 with faults`() throws {
    let mixed = Array("a;b\né;1\n2;".utf8) + [0xe9] + Array("\n3;4\n".utf8)
    let read = try RowsRead(PieceSource(mixed))
    #expect(read.encoding == "utf-8")
    #expect(read.issues == ["bad-encoding 3:2@11"])
    #expect(read.rows.count == 3)
    let later = Array("a;b\n2;".utf8) + [0xe9] + Array("\né;1\n".utf8)
    #expect(try RowsRead(PieceSource(later)).issues == ["bad-encoding 2:2@6"])
  }

  @Test func `A byte that is no character is a fault`() throws {
    let file = Array("a;b\n1;".utf8) + [0x81] + Array("\n".utf8)
    #expect(try RowsRead(PieceSource(file)).issues == ["bad-encoding 2:2@6"])
    let options = InputOptions.with { $0.encoding = .windows1252 }
    let read = try RowsRead(PieceSource(file), options)
    #expect(read.issues == ["bad-encoding 2:2@6"])
    #expect(read.encoding == "windows-1252")
  }

  @Test func `Half a surrogate pair and half a unit are faults`() throws {
    let half = bytes("a;b\n1;", .utf16LittleEndian, mark: [0xff, 0xfe]) + [0x00, 0xd8]
    let read = try RowsRead(PieceSource(half + bytes("x\n2;3\n", .utf16LittleEndian)))
    #expect(read.issues == ["bad-encoding 2:2@14"])
    #expect(read.rows.last == ["2", "3"])
    let odd = bytes("a;b\n1;2\n3;4", .utf16LittleEndian, mark: [0xff, 0xfe]) + [0x41]
    #expect(try RowsRead(PieceSource(odd)).issues == ["bad-encoding 3:2@24"])
  }

  @Test func `Characters beyond the first plane are read from UTF-16`() throws {
    let file = bytes("a;b\n1;😀😀\n", .utf16BigEndian, mark: [0xfe, 0xff])
    for piece in [1, 3, 100] {
      #expect(try RowsRead(PieceSource(file, piece: piece)).rows == [["a", "b"], ["1", "😀😀"]])
    }
  }
}
