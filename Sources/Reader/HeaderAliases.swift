internal import Domain

/// The spellings under which offices write a column's header, for one kind of input.
///
/// Case, spaces and marks do not count, `tanggal` is `tgl` and `nomor` is `no`.
struct HeaderAliases {
  private let columns: [String: Column]
  private let stated: [String: Column]

  /// The spellings of a kind; those a definition states come before all others.
  init(kind: InputKind, stated: [Column: String]) {
    self.stated = Dictionary(
      stated.map { (Self.folded($1), $0) }, uniquingKeysWith: { first, _ in first })
    var known: [String: Column] = [:]
    for column in kind.columns where stated[column] == nil {
      known[Self.folded(column.text)] = column
    }
    for (column, names) in Self.shared + Self.own(kind)
    where kind.columns.contains(column) && stated[column] == nil {
      for name in names where known[Self.folded(name)] == nil { known[Self.folded(name)] = column }
    }
    columns = known
  }

  /// The column a header stands for.
  func column(of header: String) -> Column? {
    let name = Self.folded(header)
    return stated[name] ?? columns[name]
  }

  /// Which cell of a header holds which column: the first that matches.
  func map(_ headers: [String]) -> ColumnMap {
    var map: ColumnMap = [:]
    for (place, header) in headers.enumerated() {
      guard let column = column(of: header), map[column] == nil else { continue }
      map[column] = place
    }
    return map
  }

  /// A header without case, spaces and marks.
  static func folded(_ header: String) -> String {
    let letters = header.utf8.filter { Bytes.isLetter($0) || Bytes.isDigit($0) }
    let name = String(decoding: letters.map(Bytes.lower), as: UTF8.self)
    if name.hasPrefix("tanggal") { return "tgl" + name.dropFirst(7) }
    return name.hasPrefix("nomor") ? "no" + name.dropFirst(5) : name
  }

  /// What the header lacks of the columns a kind must have.
  static func check(
    _ kind: InputKind, has: (Column) -> Bool, stated: [Column: String], found: [String]
  ) throws(ReadError) {
    let wanted = kind.columns.filter { kind.required.contains($0) || stated[$0] != nil }
    let missing = wanted.filter { !has($0) }
    guard missing.isEmpty else { throw .missingColumns(missing, anyOf: false, found: found) }
    guard kind.oneOf.isEmpty || kind.oneOf.contains(where: has) else {
      throw .missingColumns(kind.oneOf, anyOf: true, found: found)
    }
  }
}

extension HeaderAliases {
  private static let spellings = InputKind.allCases.reduce(into: Set<String>()) {
    $0.formUnion(HeaderAliases(kind: $1, stated: [:]).columns.keys)
  }

  /// Whether a text heads a column of some kind.
  static func isKnown(_ header: String) -> Bool { spellings.contains(folded(header)) }
}

extension HeaderAliases {
  private typealias Spellings = [(Column, [String])]

  /// What means the same in every kind.
  private static let shared: Spellings = [
    (.nik, ["nik", "no_nik", "no_ktp", "nik_ktp", "ktp", "nomor_identitas", "no_identitas"]),
    (
      .kpj,
      ["kpj", "no_kpj", "no_peserta", "no_kartu", "no_kartu_peserta", "nomor_identitas_kpj"]
    ),
    (
      .name,
      ["nama", "nama_tk", "nama_tenaga_kerja", "nama_lengkap", "nama_peserta", "nama_pekerja"]
    ),
    (
      .birthDate,
      ["tgl_lahir", "tgl_lhr", "ttl", "tempat_tgl_lahir", "tempat_tanggal_lahir", "lahir"]
    ),
    (.sex, ["jenis_kelamin", "jk", "l_p", "kelamin", "gender"]),
    (.village, ["kelurahan", "desa", "kelurahan_desa", "desa_kelurahan", "nama_kelurahan"]),
    (.job, ["pekerjaan", "jenis_pekerjaan", "nama_pekerjaan"]),
    (.fund, ["sumber_dana", "dana", "sumber_anggaran"]),
    (.sp2d, ["no_sp2d", "sp2d", "nomor_sp2d"]),
    (.billingCode, ["kode_billing", "billing", "kode_iuran", "no_billing"]),
    (.segment, ["segmen", "kode_segmen"]),
    (.participantID, ["id_peserta", "kode_peserta"]),
  ]

  private static func own(_ kind: InputKind) -> Spellings {
    switch kind {
    case .roster: roster
    case .memberships: memberships
    case .contributions: contributions
    case .disbursements: disbursements
    case .claims: claims
    case .receipts: receipts
    case .bank: bank
    case .registry: registry
    case .refunds: refunds
    }
  }

  private static let roster: Spellings = [
    (.from, ["tgl_mulai", "mulai", "tmt", "mulai_kepesertaan", "awal_kepesertaan"]),
    (.until, ["tgl_berakhir", "berakhir", "akhir_kepesertaan", "tgl_akhir"]),
    (.note, ["keterangan", "ket", "catatan"]),
    (.familyCard, ["nomor_kk", "kk", "no_kartu_keluarga"]),
    (.aid, ["penerima_bantuan", "bantuan"]),
  ]

  private static let memberships: Spellings = [
    (.from, ["tgl_mulai", "mulai", "tgl_kepesertaan", "tmt", "tgl_daftar", "awal_kepesertaan"]),
    (.until, ["tgl_berakhir", "berakhir", "akhir_kepesertaan", "tgl_akhir"]),
    (.status, ["status_kepesertaan", "status_tk", "status_peserta"]),
    (.wadah, ["nama_wadah"]),
    (.removedOn, ["tgl_na", "tgl_non_aktif", "tgl_nonaktif"]),
    (.removalCause, ["sebab_na", "sebab_non_aktif", "alasan_na"]),
  ]

  private static let contributions: Spellings = [
    (.paymentID, ["id_bayar", "id_pembayaran", "no_pembayaran", "kode_pembayaran"]),
    (.month, ["bulan", "bulan_iuran", "blth", "periode", "bulan_kepesertaan"]),
    (.paidOn, ["tgl_bayar", "tgl_pembayaran", "tgl_cair", "tanggal_transfer"]),
    (
      .amount,
      [
        "jumlah", "iuran", "nominal", "nilai", "jumlah_iuran", "nilai_iuran", "jml_bayar",
        "besar_iuran", "total_iuran", "jumlah_bayar", "nom_iuran", "total", "iuran_rp",
      ]
    ),
  ]

  private static let disbursements: Spellings = [
    (.month, ["bulan", "bulan_iuran", "periode"]),
    (.participants, ["jumlah_peserta", "jml_peserta", "peserta", "jumlah_orang"]),
    (
      .amount,
      [
        "total", "jumlah", "nilai_sp2d", "nilai_sp2d_rp", "nilai", "nominal", "jumlah_sp2d",
        "bruto", "netto", "total_iuran", "jumlah_rp",
      ]
    ),
    (.issuedOn, ["tgl_sp2d", "tgl_terbit", "tanggal"]),
    (.cashedOn, ["tgl_cair", "tgl_pencairan"]),
    (.account, ["rekening", "kode_rekening", "no_rekening"]),
    (.status, ["status_sp2d"]),
    (.fiscalYear, ["tahun_anggaran", "tahun", "ta"]),
    (.jkkAmount, ["jkk", "iuran_jkk", "jumlah_jkk"]),
    (.jkmAmount, ["jkm", "iuran_jkm", "jumlah_jkm"]),
  ]

  private static let claims: Spellings = [
    (.claimNumber, ["id_klaim", "kode_klaim", "no_klaim", "nomor_klaim", "klaim"]),
    (
      .programme,
      [
        "program", "jenis_klaim", "tipe_klaim", "jenis", "kode_tipe_klaim", "nama_tipe_klaim",
        "nama_program", "jenis_program",
      ]
    ),
    (.component, ["komponen", "jenis_manfaat", "komponen_manfaat"]),
    (.incidentOn, ["tgl_kejadian", "tgl_kecelakaan"]),
    (.diedOn, ["tgl_meninggal", "tgl_kematian", "tanggal_md"]),
    (.filedOn, ["tgl_klaim", "tgl_pengajuan"]),
    (.completeOn, ["tgl_lengkap", "tgl_berkas_lengkap"]),
    (.decidedOn, ["tgl_penetapan"]),
    (.paidOn, ["tgl_bayar", "tgl_pembayaran", "tgl_cair", "tanggal_transfer"]),
    (
      .amount,
      [
        "jumlah", "nominal", "nilai", "jml_bayar", "nom_pembayaran", "manfaat", "bruto", "netto",
        "nominal_manfaat", "nilai_manfaat", "jumlah_manfaat", "jumlah_bayar", "total",
      ]
    ),
    (.status, ["status_klaim"]),
    (.cancelled, ["status_batal", "batal"]),
    (.payee, ["penerima", "ahli_waris", "nama_penerima", "penerima_manfaat", "hubungan"]),
    (.hospital, ["rumah_sakit", "rs", "faskes", "nama_rs"]),
    (
      .cause,
      ["sebab", "sebab_klaim", "keterangan", "penyebab", "nama_sebab_klaim", "kode_sebab_klaim"]
    ),
    (.reportedOn, ["tgl_lapor"]),
  ]

  private static let receipts: Spellings = [
    (.month, ["bulan", "bulan_iuran", "blth", "periode"]),
    (
      .amount,
      [
        "jumlah", "nominal", "nilai", "jumlah_terima", "jumlah_diterima", "nilai_terima", "total",
        "jumlah_rp", "jumlah_iuran",
      ]
    ),
    (.postedOn, ["tgl_terima", "tgl_posting", "tgl_penerimaan", "tgl_rekon"]),
  ]

  private static let registry: Spellings = [
    (.status, ["status_hidup", "status_kependudukan", "status_penduduk", "hasil", "keterangan"]),
    (.diedOn, ["tgl_meninggal", "tgl_kematian", "tanggal_md"]),
  ]

  private static let refunds: Spellings = [
    (.amount, ["jumlah_disepakati", "nilai_disepakati", "jumlah_pengembalian"]),
    (.agreedOn, ["tgl_disepakati", "tgl_kesepakatan"]),
    (.receivedAmount, ["jumlah_diterima", "nilai_diterima", "jumlah_terima"]),
    (.receivedOn, ["tgl_diterima", "tgl_terima", "tgl_sts"]),
  ]

  private static let bank: Spellings = [
    (.statement, ["no_rekening_koran", "rekening_koran", "no_mutasi"]),
    (.account, ["rekening", "no_rekening", "norek", "iban"]),
    (
      .amount,
      ["jumlah", "nominal", "nilai", "mutasi", "jumlah_mutasi", "nilai_mutasi", "jumlah_rp"]
    ),
    (.currency, ["mata_uang", "ccy", "valuta"]),
    (
      .direction,
      ["dk", "d_k", "dc", "db_cr", "debet_kredit", "debit_kredit", "jenis_mutasi", "arah"]
    ),
    (.bookedOn, ["tgl_buku", "tgl_transaksi", "tgl_mutasi", "tgl_posting", "tanggal", "tgl"]),
    (.valueOn, ["tgl_valuta", "tgl_efektif"]),
    (.reference, ["no_referensi", "referensi", "ref", "no_ref", "no_bukti", "no_transaksi"]),
    (.counterparty, ["lawan_transaksi", "nama_pengirim", "nama_penerima", "pihak", "penerima"]),
    (
      .remittance,
      ["keterangan", "uraian", "berita", "deskripsi", "description", "ket", "keterangan_transaksi"]
    ),
  ]
}
