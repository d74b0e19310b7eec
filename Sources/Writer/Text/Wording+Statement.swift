import Domain

extension Wording {
  /// The title of a statement section.
  static func title(_ section: StatementSection) -> String {
    switch section {
    case .claims: "Baris klaim: dari terbaca sampai tertaut"
    case .contributions: "Baris iuran: dari terbaca sampai tertaut"
    case .sides: "SP2D, daftar peserta, dan penerimaan"
    case .findings: "Temuan: dari awal sampai akhir"
    case .premiumByFund: "Iuran menurut sumber dana"
    case .benefitByProgramme: "Manfaat menurut program"
    case .claimPersons: "Orang dengan klaim menurut program"
    case .peopleByVillage: "Peserta menurut kelurahan"
    case .peopleByJob: "Peserta menurut pekerjaan"
    case .findingsByCode: "Temuan terbuka menurut kode"
    case .tolerated: "Selisih dalam batas toleransi menurut kode"
    case .pendingByCode: "Temuan yang menunggu kepastian menurut kode"
    default: section.name
    }
  }

  /// What a section counts.
  static func unit(_ section: StatementSection) -> String {
    switch section {
    case .claims, .contributions: "Baris"
    case .sides: "SP2D"
    case .findings: "Temuan"
    default: "Jumlah"
    }
  }

  /// Appends what a statement line is.
  static func append(_ label: StatementLabel, of report: RunReport, to text: inout OutputText) {
    switch label {
    case .named(let name): text.append(text: name.isEmpty ? "(tidak dicatat)" : name)
    case .programme(let programme): text.append(Wording.programme(programme))
    case .code(let code):
      text.append(code)
      text.append(" ")
      if let entry = report.entryIndex(of: code) {
        text.append(report.entries[entry].title)
      }
    default: text.append(fixedLabel(label))
    }
  }

  private static func fixedLabel(_ label: StatementLabel) -> StaticString {
    switch label {
    case .rowsRead: "Baris terbaca"
    case .rowsRejected: "Baris ditolak"
    case .rowsDuplicate: "Baris dari berkas ganda"
    case .rowsSkipped: "Baris dilewati dengan sengaja"
    case .rowsAmbiguous: "Baris dengan lebih dari satu calon peserta"
    case .rowsUnlinked: "Baris tanpa peserta di daftar kota"
    case .rowsLinked: "Baris tertaut ke peserta"
    case .registerTotal: "Register SP2D"
    case .notPaid: "SP2D batal atau retur"
    case .registerWithoutList: "SP2D tanpa daftar peserta"
    case .listWithoutRegister: "Daftar peserta tanpa SP2D di register"
    case .listAboveRegister: "Daftar lebih besar dari register"
    case .listBelowRegister: "Daftar lebih kecil dari register"
    case .listTotal: "Daftar peserta"
    case .notReceived: "Belum diterima BPJamsostek"
    case .receivedAbove: "Diterima lebih"
    case .receivedBelow: "Diterima kurang"
    case .receiptsTotal: "Penerimaan BPJamsostek"
    case .receiptsWithoutRegister: "Penerimaan tanpa SP2D di register"
    case .openBefore: "Temuan terbuka sebelumnya"
    case .newFindings: "Temuan baru"
    case .reopened: "Temuan dibuka kembali"
    case .resolved: "Temuan selesai"
    case .openAfter: "Temuan terbuka sekarang"
    case .nothing: "Awal"
    case .total: "Jumlah"
    case .masked: "Kelompok yang disamarkan"
    case .named, .programme, .code: ""
    }
  }
}
