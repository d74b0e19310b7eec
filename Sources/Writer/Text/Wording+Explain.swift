/// The Indonesian words of `rekon explain`, by the words that stand in a run's files.
public enum ExplainWording {
  /// What stands in front of a fact.
  public enum Label: String, Sendable {
    case message = "Keterangan"
    case expected = "Seharusnya"
    case found = "Ditemukan"
    case atRisk = "Rupiah berisiko"
    case person = "Orang"
    case month = "Bulan"
    case programme = "Program"
    case rule = "Aturan"
    case legalBasis = "Dasar hukum"
    case law = "Tabel hukum"
    case severity = "Tingkat"
    case status = "Status"
    case owner = "Penanggung jawab"
    case due = "Tenggat"
    case firstSeen = "Pertama terlihat"
    case cell = "Sel yang ditolak"
    case evidence = "Bukti"
    case place = "Berkas"
    case link = "Tautan"
    case runnerUp = "Calon berikutnya"
    case coverage = "Perlindungan"
    case coverPeriod = "Masa perlindungan"
    case payments = "Iuran pendukung"
    case rejected = "Baris ditolak"
  }

  /// A word of an output's column in Indonesian; one without a translation stays.
  public static func spoken(_ word: String) -> String { words[word] ?? word }

  /// A kind of record: outside the kinds there are, a record.
  public static func kind(_ word: String?) -> String { word.flatMap { kinds[$0] } ?? "catatan" }

  /// What a record is to a finding.
  public static func role(_ word: String) -> String { roles[word] ?? word }

  /// Whether a legal basis was seen in its own words.
  public static func certainty(_ isConfirmed: Bool) -> String {
    isConfirmed ? "sudah dipastikan" : "belum dipastikan"
  }

  /// Where a record stands.
  public static func place(_ file: String, line: String?) -> String {
    file + (line.map { " baris \($0)" } ?? "")
  }

  /// A law row's first day.
  public static func since(_ day: String) -> String { "berlaku sejak \(day)" }

  /// The first and the last day of cover.
  public static func cover(from: String, until: String?) -> String {
    "\(from) sampai \(until ?? "kini")"
  }

  /// How a record was linked to a participant.
  public static func link(
    to participant: String, method: String?, probability: String?, tier: String?
  ) -> String {
    "peserta \(participant), lewat \(method.map(spoken) ?? "-")"
      + (probability.map { ", peluang \($0)" } ?? "")
      + (tier.map { ", tingkat \(spoken($0))" } ?? "")
  }

  /// A record that was linked to nobody in the city's list.
  public static let unlinked = "tidak tertaut ke peserta mana pun pada daftar kota"

  /// The next best participant.
  public static func runnerUp(_ participant: String, probability: String?) -> String {
    "peserta \(participant)" + (probability.map { ", peluang \($0)" } ?? "")
  }

  /// An outcome of cover and its month.
  public static func coverage(_ outcome: String, month: String?) -> String {
    spoken(outcome) + (month.map { " untuk bulan \($0)" } ?? "")
  }

  /// What is in no file of the run.
  public static func absent(from file: String) -> String { "tidak tercatat di \(file)" }

  /// How many findings follow.
  public static func findings(_ count: Int) -> String {
    count == 0 ? "Tidak ada temuan." : "\(count) temuan:"
  }

  /// The rows of a claim's file that became no record.
  public static func rejected(_ lines: [String], of file: String) -> String {
    "\(file) baris \(lines.joined(separator: ", ")) tidak terbaca dan tidak dihitung; "
      + "bila salah satunya milik klaim ini, jumlahnya kurang (lihat rejects.csv)"
  }

  /// The cell for which a row was rejected: its column, place and shape.
  public static func cell(column: String, number: String?, shape: String?) -> String {
    "kolom \(column)" + (number.map { ", sel ke-\($0)" } ?? "")
      + (shape.map { ", bentuk isi \($0)" } ?? "")
  }

  /// The first line of a claim, a person or another record.
  public static func heading(_ subject: Subject, _ key: String) -> String {
    "\(subject.rawValue) \(key)"
  }

  /// What may be explained.
  public enum Subject: String, Sendable {
    case finding = "Temuan"
    case claim = "Klaim"
    case person = "Orang"
    case record = "Catatan"
  }

  private static let words = [
    "critical": "kritis", "high": "tinggi", "medium": "sedang", "low": "rendah",
    "new": "baru", "open": "terbuka", "in-clarification": "dalam klarifikasi",
    "resolved": "selesai", "accepted": "diterima", "reopened": "dibuka kembali",
    "pending": "menunggu, belum menjadi temuan",
    "nik": "NIK", "kpj": "KPJ", "probabilistic": "kemiripan data",
    "decision": "keputusan petugas", "none": "tidak ada",
    "auto": "pasti", "suggested": "usulan", "ambiguous": "meragukan",
    "covered": "terlindungi", "covered-late": "terlindungi, iuran terlambat",
    "healed": "terlindungi, iuran dilunasi kemudian",
    "paid-in-advance": "terlindungi, iuran dibayar di muka",
    "aligned-start": "terlindungi sejak awal kepesertaan menurut perjanjian",
    "not-covered": "tidak terlindungi", "not-checked": "tidak diperiksa",
    "sender": "pengirim", "DIN": "Dinperinaker (DIN)", "BPJS": "BPJamsostek (BPJS)",
    "BPKAD": "BPKAD", "KEL": "kelurahan (KEL)", "DUK": "Disdukcapil (DUK)",
    "INS": "Inspektorat (INS)",
  ]
  private static let kinds = [
    "roster": "peserta", "membership": "kepesertaan", "contribution": "iuran",
    "disbursement": "SP2D", "claim": "klaim", "file": "berkas", "finding": "temuan",
  ]
  private static let roles = [
    "subject": "yang dipersoalkan", "other": "yang bertentangan", "support": "pendukung",
  ]
}
