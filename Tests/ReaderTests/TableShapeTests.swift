import Domain
import Reader
import TestSupport
import Testing

@Suite struct TableShapeTests {
  private let office = """
    PEMERINTAH KOTA PEKALONGAN;;;;;
    DAFTAR PEMBAYARAN IURAN
    BULAN JANUARI 2024;;;;;

    NO;NIK;NAMA;NO KPJ;BULAN;JUMLAH
    1;2;3;4;5;6
    1;3375010101700001;SITI AMINAH;12345678901;2024-01;16.800
    2;3375010101700002;BUDI;12345678902;2024-01;16.800
    ;;SUB TOTAL KEL. MEDONO;;;33.600
    NO;NIK;NAMA;NO KPJ;BULAN;JUMLAH
    KELURAHAN BENDAN;;;;;
    ;;;;;
    3;3375010101700003;TOTALINA;12345678903;2024-01;16.800
    4;;ANI;;2024-01;16.800
    JUMLAH;;;;;67.200
    Terbilang : enam puluh tujuh ribu dua ratus rupiah;;;;;

    ;;;Pekalongan, 31 Januari 2024;;
    ;Mengetahui,;;Bendahara;;
    ;Kepala Dinas;;;;


    ;SRI WAHYUNI;;AGUS;;
    ;NIP. 197001011990031001;;NIP. 198001012005012002;;

    """

  private let skipped = [
    "title 1", "title 2", "title 3", "blank 4", "repeated-header 6", "subtotal 9",
    "repeated-header 10", "title 11", "blank 12", "total 15", "total 16", "blank 17",
    "signature 18", "signature 19", "signature 20", "blank 21", "blank 22", "signature 23",
    "signature 24",
  ]

  @Test func `What is no data in an office's table is left out with its kind`() throws {
    let read = try RowsRead(office)
    #expect(read.skipped == skipped)
    #expect(read.issues.isEmpty)
    #expect(read.lines == [5, 7, 8, 13, 14])
    #expect(read.headerLine == 5)
    #expect(read.kind == .contributions)
    let bytes = Array(office.utf8)
    for piece in [1, 50, 1_000] {
      #expect(try RowsRead(PieceSource(bytes, piece: piece)) == read)
    }
  }

  @Test func `A run reads the data alone and counts the rest`() throws {
    let reading = try Reading(office)
    #expect(reading.rows.map(\.line) == [7, 8, 13, 14])
    #expect(reading.faults.isEmpty)
    #expect(reading.rowsRead == 4 + skipped.count)
  }

  @Test func `A header of two lines is one header`() throws {
    let read = try RowsRead(
      "DAFTAR,,,,,\nNO,IDENTITAS,,NAMA,IURAN,\n,NIK,KPJ,,BULAN,JUMLAH\n"
        + "1,3375010101700001,12345678901,SITI,2024-01,16800\nTOTAL,,,,,16800\n")
    #expect(read.lines == [2, 3, 4])
    #expect(read.skipped == ["title 1", "total 5"])
    #expect(read.kind == .contributions)
  }

  @Test func `A row that says whose it is is never left out`() throws {
    let read = try RowsRead(
      "nik,nama,bulan,jumlah\n3375010101700001,JUMLAH,2024-01,1\n,TOTAL,,1\n"
        + "3375010101700001,,,\n,KEPALA DESA,,\n")
    #expect(read.lines == [1, 2, 4])
    #expect(read.skipped == ["total 3", "signature 5"])
  }

  @Test func `A blank line is a fault where data follows`() throws {
    let read = try RowsRead(
      "nik,nama,bulan,jumlah\n1,A,2024-01,1\n\n2,B,2024-01,1\n\nTOTAL,,,2\n\n")
    #expect(read.issues == ["blank-line 3:0@36"])
    #expect(read.skipped == ["blank 5", "total 6"])
  }

  @Test func `A row of wrong width is left out only where it is no data`() throws {
    let read = try RowsRead(
      "nik,nama,bulan,jumlah\n1,A,2024-01,1\nSITI\nPekalongan, 31 Januari 2024\nNIP. 1970\n"
        + "1,B,2024-02\nHalaman 2\n")
    #expect(read.issues == ["too-few-cells 3:1@36", "too-few-cells 6:3@79"])
    #expect(read.skipped == ["signature 4", "signature 5", "title 7"])
  }

  @Test func `Where no column is known only an equal header is left out`() throws {
    let read = try RowsRead("warna,bentuk\nTOTAL,5\nwarna,bentuk\n,\nx,y\n")
    #expect(read.rows == [["warna", "bentuk"], ["TOTAL", "5"], ["", ""], ["x", "y"]])
    #expect(read.skipped == ["repeated-header 3"])
    let numbers = try RowsRead("1,2\n1,2\n3,4\n")
    #expect(numbers.rows.count == 3)
  }

  @Test func `A header that comes again is left out though an id's ends in a digit`() throws {
    let options = InputOptions(columns: [.claimNumber: "klaim2"])
    let read = try RowsRead(
      "klaim2,program,nik,tgl_kejadian,jumlah\nK01,JKM,,2024-01-02,42000000\n"
        + "klaim2,program,nik,tgl_kejadian,jumlah\nK02,JKM,,2024-01-02,42000000\nTOTAL,,,,84000000\n",
      kind: .claims, options)
    #expect(read.lines == [1, 2, 4])
    #expect(read.skipped == ["repeated-header 3", "total 5"])
  }

  @Test func `A word that ends in a digit says whose a row is, and a phrase does not`() throws {
    let read = try RowsRead(
      "id_klaim,program,nik,tgl_kejadian,jumlah\nK01,JKM,,2024-01-02,42000000\nK02,,,,\n"
        + "HALAMAN 2,,,,\nid_klaim,program,nik,tgl_kejadian,jumlah\n")
    #expect(read.lines == [1, 2, 3])
    #expect(read.skipped == ["title 4", "repeated-header 5"])
  }
}
