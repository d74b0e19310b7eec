import Domain
import Reader
import TestSupport
import Testing

struct RecordRowsTests {
  @Test func `A record has a cell for each attribute and element`() throws {
    let reading = try NamedReading(
      """
      <k:Daftar xmlns:k="urn:k" bulan="2024-01">
       <kantor>Pekalongan</kantor>
       <k:Klaim id="K1 &amp; 2"><nama> Siti &lt;A&gt; </nama><k:jumlah mata="IDR">5</k:jumlah><x/></k:Klaim>
       <k:Klaim
         id="K2"><peserta><nik>1</nik></peserta><jumlah>1</jumlah><jumlah>2</jumlah></k:Klaim>
      </k:Daftar>
      """)
    #expect(reading.rows.map(\.line) == [3, 4] && reading.rows[0].record == "Klaim")
    #expect(
      reading.cells(0) == ["id=K1 & 2", "nama= Siti <A> ", "jumlah=5", "mata=IDR", "x="])
    #expect(reading.cells(1) == ["id=K2", "nik=1", "jumlah=1", "jumlah.2=2"])
    #expect(reading.detected.format == .xml && reading.detected.encoding == "utf-8")
  }

  @Test(
    arguments: [
      ("<a><b x='1'/><b x='2'/></a>", "b 2"), ("<a><c><b x='1'/><b x='2'/></c></a>", "b 2"),
      ("<a><h><v>1</v></h><b x='1' y='2'/></a>", "b 1"), ("<a/>", "- 0"), ("<a>t</a>", "- 0"),
      ("<k><id>1</id><nama>x</nama></k>", "k 1"),
      ("<a><g bulan='1'><r x='1' y='2'/><r x='3' y='4'/></g><g bulan='2'/></a>", "r 2"),
      ("<a><k i='1' n='2'><p j='1'/><p j='2'/></k><k i='2' n='2'/></a>", "k 2"),
    ] as [(String, String)])
  func `The record is found by its form`(text: String, expected: String) throws {
    let reading = try NamedReading(text)
    #expect("\(reading.rows.first?.record ?? "-") \(reading.rows.count)" == expected)
  }

  @Test(arguments: [1, 2, 5, 64])
  func `The rows do not depend on how the bytes are cut`(piece: Int) throws {
    var text = "<daftar>\n"
    for i in 0..<4_000 {
      text += "<klaim n='\(i)'><peserta><nama>N\(i) &amp; M</nama></peserta>\n"
      text += "<jumlah>\(i)</jumlah></klaim>\n"
    }
    let whole = try NamedReading(text + "</daftar>")
    #expect(whole.rows.count == 4_000 && whole.cell(3_999, "nama") == "N3999 & M")
    #expect(whole.rows[3_999].line == 8_000)
    #expect(try NamedReading(text + "</daftar>", piece: piece).rows == whole.rows)
  }

  @Test func `Lines are right beyond 65535`() throws {
    let text = "<a><r n='1'/>\(String(repeating: "\n", count: 70_000))<r n='2'\n/>\n<r n='3'/></a>"
    #expect(try NamedReading(text).rows.map(\.line) == [1, 70_001, 70_003])
  }

  @Test(arguments: [true, false])
  func `A document in UTF-16 is read`(isLittle: Bool) throws {
    let text = "\u{feff}<?xml version='1.0' encoding='UTF-16'?>\n<a><r n='ä €'/>\n<r n='2'/></a>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xff), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
    let reading = try NamedReading(bytes)
    #expect(reading.rows.map(\.line) == [2, 3] && reading.cell(0, "n") == "ä €")
  }

  @Test func `A file that is no document has no named rows`() {
    #expect(throws: NamedReading.NoDocument.self) { try NamedReading("a,b\n1,2\n") }
  }
}
