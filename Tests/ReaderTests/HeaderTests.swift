import Domain
import Reader
import TestSupport
import Testing

@Suite struct HeaderTests {
  private func columns(
    _ header: String, _ kind: InputKind, _ stated: [Column: String] = [:]
  ) throws -> ColumnMap {
    try Reading(header + "\n", kind, options: InputOptions(columns: stated)).columns
  }

  @Test func `The generator's headers need no mapping`() throws {
    let payments = "id_bayar,no_sp2d,kode_billing,sumber_dana,bulan,tgl_bayar,nik,kpj,nama,jumlah"
    #expect(
      try columns(payments, .contributions) == [
        .paymentID: 0, .sp2d: 1, .billingCode: 2, .fund: 3, .month: 4, .paidOn: 5, .nik: 6,
        .kpj: 7, .name: 8, .amount: 9,
      ])
    let register = "no_sp2d,bulan,sumber_dana,jumlah_peserta,total,tgl_sp2d"
    #expect(
      try columns(register, .disbursements) == [
        .sp2d: 0, .month: 1, .fund: 2, .participants: 3, .amount: 4, .issuedOn: 5,
      ])
    let roster = "id_peserta,kpj,nik,nama,tgl_lahir,jenis_kelamin,kelurahan,pekerjaan"
    #expect(
      try columns(roster, .roster) == [
        .participantID: 0, .kpj: 1, .nik: 2, .name: 3, .birthDate: 4, .sex: 5, .village: 6,
        .job: 7,
      ])
  }

  @Test func `Case, spaces and marks do not count`() throws {
    let header = "NO. KTP;Nama Tenaga-Kerja;TANGGAL LAHIR;Nomor KPJ;TEMPAT/TGL LAHIR"
    #expect(
      try columns(header, .roster) == [.nik: 0, .name: 1, .birthDate: 2, .kpj: 3])
  }

  @Test func `A word means what it means in its kind`() throws {
    let claims = "id_klaim,program,tgl_kejadian,jumlah,status,status_batal,sebab,tgl_bayar"
    let map = try columns(claims, .claims)
    #expect(map[.amount] == 3)
    #expect(map[.cause] == 6)
    let register = try columns("no_sp2d,jumlah,status_sp2d,tgl_cair", .disbursements)
    #expect(register == [.sp2d: 0, .amount: 1, .status: 2, .cashedOn: 3])
    let list = try columns("nama,nik,keterangan", .roster)
    #expect(list[.note] == 2)
  }

  /// The spellings of the branch's own tables and of what offices make of them.
  static let claimSpellings: [(Column, [String])] = [
    (
      .nik,
      ["NIK", "NO NIK", "NO_KTP", "NO. KTP", "NOMOR_IDENTITAS", "NO IDENTITAS", "N I K"]
    ),
    (.kpj, ["KPJ", "NO KPJ", "NO. KPJ", "NOMOR KPJ", "NO_PESERTA", "NO KARTU"]),
    (.kpj, ["NOMOR_IDENTITAS_KPJ"]),
    (
      .name,
      ["NAMA", "NAMA TK", "NAMA_TK", "NAMA TENAGA KERJA", "NAMA LENGKAP", "NAMA PESERTA"]
    ),
    (.birthDate, ["TGL LAHIR", "TGL_LHR", "TANGGAL LAHIR", "TTL"]),
    (.claimNumber, ["KODE KLAIM", "KODE_KLAIM", "NO KLAIM", "NO. KLAIM", "NOMOR KLAIM"]),
    (.programme, ["JENIS KLAIM", "TIPE KLAIM", "PROGRAM", "NAMA_TIPE_KLAIM", "KODE_TIPE_KLAIM"]),
    (.cause, ["SEBAB", "SEBAB KLAIM", "KETERANGAN", "PENYEBAB", "NAMA_SEBAB_KLAIM"]),
    (.incidentOn, ["TGL KEJADIAN", "Tanggal Kejadian"]),
    (.diedOn, ["TGL MENINGGAL", "TGL KEMATIAN", "TANGGAL MD"]),
    (.paidOn, ["TGL BAYAR", "TGL PEMBAYARAN", "TGL CAIR", "TANGGAL TRANSFER"]),
    (
      .amount,
      ["NOMINAL", "NILAI", "JUMLAH", "JML BAYAR", "NOM_PEMBAYARAN", "MANFAAT", "BRUTO", "NETTO"]
    ),
    (.payee, ["AHLI WARIS", "NAMA PENERIMA", "NAMA_PENERIMA", "PENERIMA MANFAAT", "HUBUNGAN"]),
    (.cancelled, ["STATUS_BATAL"]), (.component, ["KOMPONEN"]), (.hospital, ["RUMAH_SAKIT"]),
    (.completeOn, ["TGL_LENGKAP"]), (.decidedOn, ["TGL_PENETAPAN"]),
    (.reportedOn, ["TGL_LAPOR"]), (.filedOn, ["TGL_KLAIM"]), (.sex, ["JENIS_KELAMIN"]),
    (.village, ["KELURAHAN"]), (.status, ["STATUS", "STATUS_KLAIM"]),
  ]

  @Test(arguments: claimSpellings)
  func `A claim's columns are known in every spelling`(column: Column, names: [String]) throws {
    let needed = "id_klaim,program,tgl_kejadian,jumlah"
    let own: [Column] = [.claimNumber, .programme, .incidentOn, .amount]
    for name in names {
      // The header under test stands first, so that it is the one that is taken.
      let map = try columns("\(name),\(needed)", .claims)
      #expect(map[column] == 0, "\(name)")
      let known = Set(Column.allCases.filter { map[$0] != nil })
      #expect(known == Set(own + [column]), "\(name)")
    }
  }

  @Test func `The further columns of the city's files are known`() throws {
    let list = "nama,nik,mulai,berakhir,sumber_dana,keterangan,nomor_kk,penerima_bantuan"
    #expect(
      try columns(list, .roster) == [
        .name: 0, .nik: 1, .from: 2, .until: 3, .fund: 4, .note: 5, .familyCard: 6, .aid: 7,
      ])
    let members = "kpj,nama,tgl_mulai,wadah,tgl_na,sebab_na,segmen,status"
    #expect(
      try columns(members, .memberships) == [
        .kpj: 0, .name: 1, .from: 2, .wadah: 3, .removedOn: 4, .removalCause: 5, .segment: 6,
        .status: 7,
      ])
    let register = "no_sp2d,total,rekening,status_sp2d,tgl_cair,tahun_anggaran,jkk,jkm"
    #expect(
      try columns(register, .disbursements) == [
        .sp2d: 0, .amount: 1, .account: 2, .status: 3, .cashedOn: 4, .fiscalYear: 5,
        .jkkAmount: 6, .jkmAmount: 7,
      ])
  }

  @Test(arguments: InputKind.allCases)
  func `Every canonical name is a header`(kind: InputKind) throws {
    let names = kind.columns.map(\.text)
    let map = try columns(names.joined(separator: ","), kind)
    #expect(Column.allCases.count { map[$0] != nil } == names.count)
    for (place, column) in kind.columns.enumerated() { #expect(map[column] == place) }
  }

  @Test func `A stated header comes before the known ones`() throws {
    let map = try columns("nik,bulan,jumlah,bayar", .contributions, [.amount: "Bayar"])
    #expect(map == [.nik: 0, .month: 1, .amount: 3])
  }

  @Test func `A column that must be there and is not is told`() throws {
    let error = #expect(throws: ReadError.self) { try columns("nik,jumlah", .contributions) }
    guard case .missingColumns([.month], anyOf: false, found: ["nik", "jumlah"])? = error else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
    let other = #expect(throws: ReadError.self) { try columns("bulan,jumlah", .contributions) }
    guard case .missingColumns([.nik, .kpj, .name], anyOf: true, found: _)? = other else {
      Issue.record("unexpected: \(String(describing: other))")
      return
    }
    let stated = #expect(throws: ReadError.self) {
      try columns("nik,bulan,jumlah", .contributions, [.fund: "asal"])
    }
    guard case .missingColumns([.fund], anyOf: false, found: _)? = stated else {
      Issue.record("unexpected: \(String(describing: stated))")
      return
    }
  }

  @Test func `A file that cannot be read is told from its content`() {
    func error(_ bytes: [UInt8]) -> ReadError? {
      #expect(throws: ReadError.self) {
        try Reading(PieceSource(bytes), .contributions, InputOptions())
      }
    }
    for empty in [[], [0xef, 0xbb, 0xbf], [0x0a, 0x20]] as [[UInt8]] {
      guard case .emptyFile? = error(empty) else {
        Issue.record("an empty file was read")
        return
      }
    }
    guard case .refused(.damagedArchive, _)? = error([0x50, 0x4b, 3, 4, 0, 0]) else {
      Issue.record("half a workbook was read")
      return
    }
    let broken = #expect(throws: ReadError.self) {
      try Reading(BrokenSource(), .contributions, InputOptions())
    }
    guard case .source(let cause)? = broken else {
      Issue.record("a source's failure was lost")
      return
    }
    #expect(cause is BrokenSource.Broken)
  }
}
