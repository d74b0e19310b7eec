import Domain

extension Wording {
  /// What has no value of its own, of the facts about people, lists and money.
  static func factPhrase(_ phrase: Fact.Phrase) -> StaticString {
    switch phrase {
    case .onePersonPerNIK: "satu orang untuk satu NIK"
    case .anotherPerson: "NIK milik orang lain"
    case .oneActiveKPJ: "satu KPJ aktif"
    case .furtherKPJ: "KPJ aktif lain"
    case .sameName: "nama dan tanggal lahir sama"
    case .differentName: "nama atau tanggal lahir berbeda"
    case .livingPerson: "hidup menurut Dukcapil"
    case .registeredDead: "meninggal menurut Dukcapil"
    case .unknownToRegistry: "tidak ditemukan di Dukcapil"
    case .listedJob: "jenis pekerjaan yang sah pada tanggal itu"
    case .cityVillage: "kelurahan di kota ini"
    case .oneFamilyMember: "satu peserta per kartu keluarga"
    case .furtherFamilyMember: "peserta lain pada kartu keluarga yang sama"
    case .noAid: "bukan penerima PKH atau BPNT"
    case .getsAid: "penerima PKH atau BPNT"
    case .causeDeath: "dikeluarkan karena meninggal"
    case .otherCause: "dikeluarkan dengan sebab lain"
    default: moneyPhrase(phrase)
    }
  }

  private static func moneyPhrase(_ phrase: Fact.Phrase) -> StaticString {
    switch phrase {
    case .noFormalJob: "bukan pekerja formal aktif"
    case .formalJob: "kepesertaan pekerja formal (PU) aktif"
    case .fundOfWadah: "sumber dana sesuai wadah"
    case .received: "diterima BPJamsostek"
    case .notReceived: "belum diterima BPJamsostek"
    case .searchStopped: "belum dipasangkan, pencarian dihentikan pada batasnya"
    case .cityList: "ada daftar peserta"
    case .noCityList: "tidak ada daftar peserta"
    case .registerLine: "ada di register SP2D"
    case .noRegisterLine: "tidak ada di register SP2D"
    case .paidSP2D: "SP2D dibayar"
    case .cancelledSP2D: "SP2D dibatalkan atau retur"
    case .accountOfPremiums: "rekening iuran jaminan sosial"
    default: ""
    }
  }
}
