import Domain
import Reader
import TestSupport
import Testing

@Suite struct XMLTests {
  private let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <k:Daftar xmlns:k="urn:k" bulan="2024-01">
      <kantor>Pekalongan</kantor>
      <!-- satu -->
      <k:Klaim id_klaim="K1"
         program="JKM">
        <nama> Siti &amp; <![CDATA[<Ani>]]> </nama>
        <tgl_kejadian>2024-03-04</tgl_kejadian>
        <jumlah>42000000</jumlah>
      </k:Klaim>
      <lain><k:Klaim id_klaim="K2 &amp; K3" program="JKK" tgl_kejadian="2024-05-06" jumlah="1"/>
      </lain>
      <k:Klaim><id_klaim>K4</id_klaim><nama/></k:Klaim>
    </k:Daftar>
    """

  private func error(_ text: String) -> ReadError? {
    #expect(throws: ReadError.self) { try Reading(text, .claims) }
  }

  @Test func `Records are read from children and attributes`() throws {
    let reading = try Reading(document, .claims)
    #expect(reading.rows.map(\.line) == [5, 11, 13])
    #expect((0..<3).map { reading.cell($0, .claimNumber) } == ["K1", "K2 & K3", "K4"])
    #expect((0..<3).map { reading.cell($0, .name) } == ["Siti & <Ani>", "", ""])
    #expect((0..<3).map { reading.cell($0, .amount) } == ["42000000", "1", ""])
    #expect(reading.cell(1, .programme) == "JKK")
    #expect(reading.rowsRead == 3)
    let bytes = Array(document.utf8)
    for row in reading.rows { #expect(bytes[row.byte...].starts(with: "<k:Klaim".utf8)) }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `The result does not depend on how the bytes are cut`(piece: Int) throws {
    let bytes = Array(document.utf8)
    let whole = try Reading(PieceSource(bytes), .claims, InputOptions())
    #expect(try Reading(PieceSource(bytes, piece: piece), .claims, InputOptions()) == whole)
  }

  @Test func `The result does not depend on where the bytes are cut`() throws {
    let bytes = Array(document.utf8)
    let whole = try Reading(PieceSource(bytes), .claims, InputOptions())
    #expect(whole.rows.count == 3)
    for cut in 1..<bytes.count {
      let source = PieceSource(bytes, piece: bytes.count, firstPiece: cut)
      #expect(try Reading(source, .claims, InputOptions()) == whole, "cut at byte \(cut)")
    }
  }

  @Test func `Records on both sides of a buffer's end are whole`() throws {
    var text = "<daftar>\n"
    for i in 0..<9_000 {
      text += "<klaim><id_klaim>K\(i)</id_klaim><program>JKM</program>"
      text += "<tgl_kejadian>2024-01-02</tgl_kejadian><jumlah>\(i)</jumlah></klaim>\n"
    }
    text += "</daftar>"
    let reading = try Reading(text, .claims)
    #expect(reading.rows.count == 9_000)
    let bytes = Array(text.utf8)
    for i in reading.rows.indices {
      #expect(reading.cell(i, .claimNumber) == "K\(i)")
      #expect(reading.cell(i, .amount) == String(i))
      #expect(reading.rows[i].line == UInt32(i + 2))
      #expect(bytes[reading.rows[i].byte...].starts(with: "<klaim><id_klaim>K\(i)<".utf8))
    }
  }

  @Test func `A stated element name is a column`() throws {
    let text = """
      <a><b><nomor>K1</nomor><program>JKM</program><tgl_kejadian>2024-01-02</tgl_kejadian>
      <jumlah>1</jumlah></b></a>
      """
    let options = InputOptions(columns: [.claimNumber: "Nomor"])
    #expect(try Reading(text, .claims, options: options).cell(0, .claimNumber) == "K1")
  }

  @Test func `A DOCTYPE is refused`() {
    let text = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>"
    guard case .doctype(line: 2)? = error(text) else {
      Issue.record("a DOCTYPE was read")
      return
    }
  }

  @Test func `A document that is not well-formed is told by line and column`() {
    let text = "<a>\n<klaim><id_klaim>rahasia</id_klam></klaim>\n</a>"
    guard case .malformedXML(let line, let column, let message)? = error(text) else {
      Issue.record("a malformed document was read")
      return
    }
    #expect(line == 2)
    #expect(column == 35)
    #expect(message == "the end tag is not that of the open element")
  }

  @Test(arguments: [
    "<a><b></a>", "<a><b>1</b>", "<a/><b/>", "<a>&nope;</a>", "<a x='1' x='2'/>", "<p:a/>",
    "<a>\u{1}</a>", "<a", "\u{feff}<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
  ])
  func `What XML forbids is refused`(text: String) {
    guard case .malformedXML(let line, _, _)? = error(text) else {
      Issue.record("a malformed document was read: \(text)")
      return
    }
    #expect(line == 1)
  }

  @Test func `Elements that are nested too deep are refused`() {
    let text = String(repeating: "<a>\n", count: 100)
    guard case .tooDeep(line: 65)? = error(text) else {
      Issue.record("a deep document was read")
      return
    }
  }

  @Test func `A column that no record ever had is missing`() {
    let text = "<a jumlah='1'><k id_klaim='1' program='JKM' tgl_kejadian='2024-01-02'/></a>"
    guard case .missingColumns([.amount], anyOf: false, found: let found)? = error(text) else {
      Issue.record("a column that is missing was not told")
      return
    }
    #expect(found.contains("id_klaim"))
  }
}
