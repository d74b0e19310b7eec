import Domain

extension Wording {
  /// The title of a code of which there is no rule yet: so that "not checked" says what.
  static func plannedTitle(_ code: RuleCode) -> StaticString {
    switch code.family {
    case .dat: plannedFileTitle(code.number)
    case .idn: plannedIdentityTitle(code.number)
    case .kps: plannedMembershipTitle(code.number)
    case .iur: plannedPremiumTitle(code.number)
    case .klm: plannedClaimTitle(code.number)
    case .sil: code.number == 2 ? "Peserta kota meninggal, tidak ada klaim" : ""
    case .keu: plannedTreasuryTitle(code.number)
    case .prs: plannedProcessTitle(code.number)
    }
  }

  private static func plannedFileTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "Berkas ganda"
    case 6: "Bulan tanpa berkas iuran"
    default: ""
    }
  }

  private static func plannedIdentityTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 3: "Satu NIK, beberapa nama atau tanggal lahir"
    case 4: "Satu orang, beberapa KPJ aktif"
    case 5: "Nama atau tanggal lahir berbeda"
    case 6: "Menurut Dukcapil meninggal atau tidak ditemukan"
    default: ""
    }
  }

  private static func plannedMembershipTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 3: "Status nonaktif padahal dibayar"
    case 4: "Usia di luar batas saat pendaftaran"
    case 5: "Jenis pekerjaan tidak sah pada tanggal itu"
    case 6: "Bukan penduduk kota atau pindah"
    case 7: "Lebih dari satu peserta per KK, atau penerima PKH/BPNT"
    case 8: "Dikeluarkan dengan sebab bukan meninggal, tetapi meninggal"
    case 9: "Kuota terlampaui"
    case 10: "Peserta juga pekerja formal aktif"
    default: ""
    }
  }

  private static func plannedPremiumTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 3: "Iuran ganda lintas sumber dana"
    case 7: "Diterima BPJamsostek tidak sama dengan dibayar kota"
    case 8: "Pembayaran belum terposting"
    case 9: "Sumber dana salah"
    case 10: "Keringanan 50% salah dipakai"
    case 11: "Bayar di muka melewati tahun anggaran"
    default: ""
    }
  }

  private static func plannedClaimTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 3: "JKM dan JKK untuk satu kematian"
    case 6: "Aturan tiga bulan kepesertaan"
    case 7: "Beasiswa tidak memenuhi syarat"
    case 8: "Klaim kedaluwarsa"
    case 9: "Meninggal segera setelah didaftarkan"
    default: ""
    }
  }

  private static func plannedTreasuryTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 2: "SP2D tanpa daftar, atau daftar tanpa SP2D"
    case 3: "SP2D dibatalkan atau retur bank"
    case 4: "Melewati pagu anggaran"
    case 5: "Salah kode rekening"
    case 6: "Pembagian JKK dan JKM salah"
    case 7: "Salah tahun anggaran"
    case 8: "Pengembalian belum diterima"
    default: ""
    }
  }

  private static func plannedProcessTitle(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "JKM dibayar lebih dari 3 hari kerja"
    case 2: "JKK dibayar lebih dari 7 hari kerja"
    case 3: "Laporan kecelakaan lebih dari 2x24 jam"
    case 4: "Temuan melewati tenggat"
    default: ""
    }
  }
}
