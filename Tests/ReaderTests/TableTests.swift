import Domain
import Reader
import TestSupport
import Testing

@Suite struct TableTests {
  private let sheetML = """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="data &amp; x"><Table><Row ss:Index="2"><Cell ss:MergeAcross="2">
    <Data ss:Type="String">JUDUL</Data></Cell><Cell><Data ss:Type="Number">1.50</Data></Cell></Row>
    <Row><Cell ss:Index="3"><ss:Data ss:Type="String">te<B>bal</B></ss:Data><Comment><ss:Data>x
    </ss:Data></Comment></Cell><Cell><Data ss:Type="DateTime">2024-03-04T00:00:00.000</Data></Cell>
    <Cell><Data ss:Type="DateTime">1899-12-31T08:09:10.000</Data></Cell>
    <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Formula="=1/0">
    <Data ss:Type="Error">#DIV/0!</Data></Cell></Row><Row><Cell ss:Formula="=1"/></Row>
    </Table></Worksheet><Worksheet ss:Name="dua"><Table>
    <Row><Cell><Data ss:Type="Number">7</Data></Cell></Row></Table></Worksheet></Workbook>
    """

  @Test func `SpreadsheetML cells stand where index and merging put them`() throws {
    let reading = try RowReading(Array(sheetML.utf8))
    #expect(
      reading.rows == [
        "data & x 2: JUDUL|||1.5", "data & x 3: ||tebal|2024-03-04|08:09:10|TRUE|#DIV/0!",
        "dua 1: 7",
      ])
    #expect(reading.kinds[1] == [.text, .text, .text, .date, .date, .boolean, .error])
    #expect(reading.faults == ["data & x 4 1 missing-result"])
    #expect(try RowReading(Array(sheetML.utf8), piece: 3) == reading)
    #expect(try RowReading(Array(sheetML.utf8), InputOptions(sheet: "dua")).rows == ["dua 1: 7"])
  }

  @Test func `HTML cells stand where spans put them, their text as it is`() throws {
    let page = """
      <html><head><style>td {x}</style></head><body><table>
      <tr><th>a<th colspan=2> b </th><th>c</tr>
      <tr><td rowspan=2>1</td><td>x &amp; &eacute;&nbsp;<b>y</b><br>z</td></tr>
      <tr><td>2<td></td></table></html>
      """
    let reading = try RowReading(Array(page.utf8))
    #expect(
      reading.rows == [
        "2: a| b ||c", "3: 1|x & é\u{a0}y\nz", "4: |2|",
      ])
    #expect(RowReading.refusal(Array("<html><p>x</html>".utf8)) == "not-a-workbook")
  }

  @Test func `HTML is of the encoding that it states, else of that which its bytes are`() throws {
    let cell = Array("<table><tr><td>caf".utf8) + [0xe9] + Array("</td></tr></table>".utf8)
    #expect(try RowReading(cell).rows == ["1: café"])
    let stated = Array("<html><meta charset=windows-1252>".utf8) + cell
    #expect(try RowReading(stated).rows == ["1: café"])
    let utf8 = Array("<html><meta charset=\"utf-8\"><table><tr><td>é</table>".utf8)
    #expect(try RowReading(utf8).rows == ["1: é"])
  }

  private var book: SmallBook {
    func rows(_ rows: [[String]]) -> String {
      rows.map { row in
        let cells = row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row>\(cells.joined())</row>"
      }.joined()
    }
    var book = SmallBook(rows([["Petunjuk pengisian"]]))
    book.sheets.append(
      (
        "Januari",
        rows([
          ["DAFTAR PESERTA", "", ""], [""], ["NIK", "Nama", "Tgl Lahir"],
          ["3375010101700001", "Siti", "1970-01-01"], ["3375010101700002", "Joko"],
          ["JUMLAH", "2"], ["", "Mengetahui"],
        ])
      ))
    book.sheets.append(
      ("Februari", rows([["Nama", "Lain", "NIK"], ["Ani", "x", "3375010101700003"]])))
    return book
  }

  @Test func `A run takes the sheets whose header it knows, columns by their names`() throws {
    let reading = try Reading(PieceSource(book.bytes), .roster, InputOptions())
    #expect(reading.columns[.nik] == 0)
    #expect((0..<3).map { reading.cell($0, .name) } == ["Siti", "Joko", "Ani"])
    #expect(reading.cell(2, .nik) == "3375010101700003")
    #expect(reading.rows.map(\.line) == [4, 5, 2])
    #expect(reading.rowsRead == 6)
  }

  @Test func `A look at the rows tells what is left out`() throws {
    let reading = try RowReading(book.bytes)
    #expect(reading.rows.first == "Data 1: Petunjuk pengisian")
    #expect(reading.rows.count == 6)
    #expect(reading.skipped == [.title, .total, .signature])
    let all = RowReading.plain
    #expect(try RowReading(book.bytes, all).rows.count == 9)
  }

  @Test func `A workbook without the columns says which are missing`() {
    #expect(throws: ReadError.self) {
      try Reading(PieceSource(book.bytes), .claims, InputOptions())
    }
  }

  @Test func `A further table of a page is read under its own header`() throws {
    let page = """
      <table><tr><td>DAFTAR PESERTA</table>
      <table><tr><th>nama<th>nik<tr><td>A<td>3375010102700001</table>
      <table><tr><th>nik<th>alamat<th>nama<tr><td>3375010102700003<td>x<td>B</table>
      <table><tr><td>3375010102700005<td>y<td>C</table>
      <table><tr><th>nik<th>bulan<tr><td>3375010102700007<td>2024-01</table>
      """
    let reading = try Reading(page, .roster)
    #expect(reading.rows.indices.map { reading.cell($0, .name) } == ["A", "B", "C"])
    #expect(
      reading.rows.indices.map { reading.cell($0, .nik) }
        == ["3375010102700001", "3375010102700003", "3375010102700005"])
    // The titles, and the table that has no names and so is none of people.
    #expect(reading.rowsRead == 5)
  }
}
