import Domain

/// The Indonesian words of all reports; sentences are made of them in `Message`.
enum Wording {
  /// The name of a month of the year, from 1.
  static func monthName(_ month: Int) -> StaticString {
    switch month {
    case 1: "Januari"
    case 2: "Februari"
    case 3: "Maret"
    case 4: "April"
    case 5: "Mei"
    case 6: "Juni"
    case 7: "Juli"
    case 8: "Agustus"
    case 9: "September"
    case 10: "Oktober"
    case 11: "November"
    default: "Desember"
    }
  }

  /// How grave a finding is.
  static func severity(_ severity: Severity) -> StaticString {
    switch severity {
    case .critical: "kritis"
    case .high: "tinggi"
    case .medium: "sedang"
    case .low: "rendah"
    }
  }

  /// What has no value of its own.
  static func phrase(_ phrase: Fact.Phrase) -> StaticString {
    switch phrase {
    case .membership: "ada kepesertaan"
    case .noMembership: "tidak ada kepesertaan"
    case .cityRecord: "tercatat di data kota"
    case .noCityRecord: "tidak tercatat di data kota"
    case .premium: "ada iuran"
    case .noPremium: "tidak ada iuran"
    case .onePremium: "satu iuran"
    case .repeatedPremium: "iuran berulang"
    case .oneClaim: "satu klaim"
    case .repeatedClaim: "klaim berulang"
    case .wellFormedNIK: "NIK sah"
    case .illFormedNIK: "NIK tidak sah"
    case .activeCover: "perlindungan aktif"
    case .lapsedCover: "perlindungan terhenti karena tunggakan"
    case .endedCover: "perlindungan sudah berakhir"
    case .readableRow: "baris terbaca lengkap"
    case .wholeNIKs: "semua NIK utuh"
    case .oneDateOrder: "urutan tanggal dan bulan pasti"
    case .oneAmountForm: "satu bentuk penulisan nominal"
    case .fileGivenOnce: "berkas diterima sekali"
    case .fileGivenAgain: "isi berkas sama dengan berkas lain"
    case .monthWithList: "ada daftar iuran"
    case .monthWithoutList: "tidak ada baris iuran"
    case .oneProgramme: "satu program untuk satu kematian"
    case .bothProgrammes: "dibayar menurut JKM dan JKK"
    case .deathClaim: "ada klaim kematian"
    case .noDeathClaim: "tidak ada klaim kematian"
    default: factPhrase(phrase)
    }
  }

  /// What a span counts.
  static func unit(_ unit: Fact.Unit) -> StaticString {
    switch unit {
    case .days: "hari"
    case .workingDays: "hari kerja"
    case .months: "bulan"
    case .years: "tahun"
    case .people: "orang"
    }
  }

  /// Why a row was rejected.
  static func reason(_ reason: Reject.Reason) -> StaticString {
    switch reason {
    case .tooFewCells: "sel kurang"
    case .tooManyCells: "sel berlebih"
    case .strayQuote: "tanda kutip salah tempat"
    case .unclosedQuote: "tanda kutip tidak ditutup"
    case .badEncoding: "penyandian huruf rusak"
    case .nulByte: "berisi byte NUL"
    case .blankLine: "baris kosong"
    case .repeatedHeader: "judul kolom berulang"
    case .tooLong: "baris terlalu panjang"
    case .lostDigits: "angka terpotong oleh Excel"
    case .missingResult: "rumus tanpa hasil"
    case .dateOutOfRange: "tanggal di luar kalender"
    case .repeatedField: "isian yang sama tertulis dua kali"
    case .missingValue: "nilai wajib kosong"
    case .unreadableValue: "nilai wajib tidak terbaca"
    case .scientificNotation: "NIK tertulis dalam notasi ilmiah"
    case .amountTooLarge: "nominal terlalu besar"
    case .nobody: "tanpa NIK, KPJ, dan nama"
    }
  }

  /// What an input holds, by its name in a definition.
  static func input(_ kind: String) -> String {
    switch kind {
    case "roster": "daftar peserta kota"
    case "memberships": "data kepesertaan BPJamsostek"
    case "contributions": "daftar iuran kota"
    case "disbursements": "register SP2D"
    case "claims": "data klaim BPJamsostek"
    case "receipts": "penerimaan iuran BPJamsostek"
    case "bank": "rekening koran bank"
    case "registry": "data Dukcapil"
    case "refunds": "data pengembalian iuran"
    default: kind
    }
  }

  /// Why a rule was not checked.
  static func reason(_ reason: NotChecked.Reason) -> String {
    switch reason {
    case .notGiven(let kind): "Sumber tidak diberikan: \(input(kind))"
    case .noColumn(let column): "Kolom tidak ada di berkas mana pun: \(Wording.column(column))"
    case .switchedOff: "Dimatikan dalam definisi"
    case .noParameter(let name): "Parameter tidak ditetapkan dalam definisi: \(parameter(name))"
    case .unusableFile(let file): "Total berkas tidak sama dengan isinya: \(file)"
    }
  }

  /// What no rule checks without bank statements.
  static let moneyOfSP2Ds = "Uang SP2D yang keluar dari rekening kas daerah"

  /// What the files hold none of.
  static func absent(_ absent: NotApplicable.Absent) -> StaticString {
    switch absent {
    case .deathClaims: "Tidak ada klaim kematian"
    case .accidentClaims: "Tidak ada klaim JKK"
    case .deathsOfBothProgrammes: "Tidak ada kematian yang diklaim menurut JKM dan JKK"
    case .eventsUnderShortTenure: "Tidak ada kematian sejak aturan tiga bulan berlaku"
    case .scholarships: "Tidak ada beasiswa"
    case .deaths: "Tidak ada peserta yang diketahui meninggal"
    case .overdueFindings: "Tidak ada temuan dari pemeriksaan sebelumnya yang melewati tenggat"
    }
  }

  /// Which date puts a figure into its month.
  static func basis(_ basis: MonthlyLine.Basis) -> StaticString {
    switch basis {
    case .coverage: "bulan iuran"
    case .cash: "bulan bayar iuran"
    case .event: "bulan kejadian"
    case .filed: "bulan pengajuan klaim"
    case .paid: "bulan bayar klaim"
    }
  }

  /// A programme in full.
  static func programme(_ programme: Programme) -> StaticString {
    switch programme {
    case .none: "Semua program"
    case .death: "Jaminan Kematian (JKM)"
    case .workAccident: "Jaminan Kecelakaan Kerja (JKK)"
    case .scholarship: "Beasiswa"
    case .oldAge: "Jaminan Hari Tua (JHT)"
    case .pension: "Jaminan Pensiun (JP)"
    case .jobLoss: "Jaminan Kehilangan Pekerjaan (JKP)"
    }
  }
}
