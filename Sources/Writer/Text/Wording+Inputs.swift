import Domain

extension Wording {
  /// The name under which a city's files have a column.
  static func column(_ column: Column) -> StaticString {
    switch column {
    case .participantID: "id_peserta"
    case .nik: "nik"
    case .kpj: "kpj"
    case .name: "nama"
    case .birthDate: "tgl_lahir"
    case .sex: "jenis_kelamin"
    case .village: "kelurahan"
    case .job: "pekerjaan"
    case .fund: "sumber_dana"
    case .from: "tgl_mulai"
    case .until: "tgl_berakhir"
    case .note: "keterangan"
    case .familyCard: "nomor_kk"
    case .aid: "penerima_bantuan"
    case .wadah: "wadah"
    case .removedOn: "tgl_na"
    case .removalCause: "sebab_na"
    case .segment: "segmen"
    case .paymentID, .sp2d, .billingCode, .month, .paidOn, .amount, .participants, .issuedOn,
      .cashedOn, .account, .status, .fiscalYear, .jkkAmount, .jkmAmount, .postedOn, .agreedOn,
      .receivedAmount, .receivedOn:
      moneyColumn(column)
    case .claimNumber, .programme, .component, .incidentOn, .diedOn, .filedOn, .completeOn,
      .decidedOn, .cancelled, .payee, .hospital, .cause, .reportedOn:
      claimColumn(column)
    case .statement, .currency, .direction, .bookedOn, .valueOn, .reference, .counterparty,
      .remittance:
      bankColumn(column)
    }
  }

  private static func moneyColumn(_ column: Column) -> StaticString {
    switch column {
    case .paymentID: "id_bayar"
    case .sp2d: "no_sp2d"
    case .billingCode: "kode_billing"
    case .month: "bulan"
    case .paidOn: "tgl_bayar"
    case .amount: "jumlah"
    case .participants: "jumlah_peserta"
    case .issuedOn: "tgl_sp2d"
    case .cashedOn: "tgl_cair"
    case .account: "rekening"
    case .status: "status"
    case .fiscalYear: "tahun_anggaran"
    case .jkkAmount: "jkk"
    case .jkmAmount: "jkm"
    case .postedOn: "tgl_terima"
    case .agreedOn: "tgl_disepakati"
    case .receivedAmount: "jumlah_diterima"
    case .receivedOn: "tgl_diterima"
    default: ""
    }
  }

  private static func claimColumn(_ column: Column) -> StaticString {
    switch column {
    case .claimNumber: "id_klaim"
    case .programme: "program"
    case .component: "komponen"
    case .incidentOn: "tgl_kejadian"
    case .diedOn: "tgl_meninggal"
    case .filedOn: "tgl_klaim"
    case .completeOn: "tgl_lengkap"
    case .decidedOn: "tgl_penetapan"
    case .cancelled: "status_batal"
    case .payee: "penerima"
    case .hospital: "rumah_sakit"
    case .cause: "sebab"
    case .reportedOn: "tgl_lapor"
    default: ""
    }
  }

  private static func bankColumn(_ column: Column) -> StaticString {
    switch column {
    case .statement: "rekening_koran"
    case .currency: "mata_uang"
    case .direction: "debit_kredit"
    case .bookedOn: "tgl_transaksi"
    case .valueOn: "tgl_valuta"
    case .reference: "no_referensi"
    case .counterparty: "lawan_transaksi"
    case .remittance: "uraian"
    default: ""
    }
  }

  /// A parameter of a definition's rules, with its key there.
  static func parameter(_ name: String) -> String {
    switch name {
    case "budget": "pagu (budget)"
    case "quota": "kuota (quota)"
    default: name
    }
  }

  /// Why nothing can be said of a kind of input.
  static func unchecked(_ kind: InputKind, of report: RunReport) -> String {
    let isThere = report.manifest.inputs.contains { $0.kind == kind }
    return isThere
      ? "tidak diperiksa: \(input(kind.name)) tidak dipakai karena total berkas berbeda dari isinya"
      : "tidak diperiksa: \(shortInput(kind)) tidak diberikan"
  }

  private static func shortInput(_ kind: InputKind) -> String {
    switch kind {
    case .claims: "klaim"
    case .contributions: "daftar iuran"
    default: input(kind.name)
    }
  }
}
