internal import Domain

/// The words by which a row that is no data is known.
enum ShapeWords {
  private static let totals: [[String]] = [
    "JUMLAH", "JML", "TOTAL", "GRAND TOTAL", "GRANDTOTAL", "TERBILANG", "SUB TOTAL", "SUBTOTAL",
    "SUB JUMLAH", "SUBJUMLAH", "DIPINDAHKAN", "PINDAHAN", "JUMLAH DIPINDAHKAN",
  ].map(words)
  /// The first words of those.
  private static let heads = Set(totals.compactMap(\.first))
  /// What makes a total one of a part.
  private static let parts: Set<String> = [
    "KEL", "KELURAHAN", "KEC", "KECAMATAN", "DESA", "RT", "RW", "HALAMAN", "HAL", "BULAN", "PER",
    "DIPINDAHKAN", "PINDAHAN", "KELOMPOK", "UNIT", "WADAH",
  ]
  private static let titles: Set<String> = [
    "DAFTAR", "LAPORAN", "REKAP", "REKAPITULASI", "LAMPIRAN", "PEMERINTAH", "DINAS", "BADAN",
    "HALAMAN", "HAL", "PERIODE", "KELURAHAN", "KECAMATAN", "KEL", "KEC", "KOTA", "KABUPATEN",
    "TAHUN", "BULAN", "PROVINSI", "DATA", "WADAH", "PROGRAM",
  ]
  private static let signatures: Set<String> = [
    "MENGETAHUI", "MENYETUJUI", "NIP", "KEPALA", "BENDAHARA", "PEJABAT", "KUASA", "PENGGUNA",
    "SEKRETARIS", "PLT", "PLH", "AN", "LURAH", "CAMAT", "WALIKOTA", "WALI", "BUPATI", "DIREKTUR",
    "PETUGAS", "PEMBUAT", "DIBUAT", "DIPERIKSA", "DISETUJUI", "PENGAWAS", "KABID", "KASI",
    "PPTK", "PPK", "PENATA", "PEMBINA", "TTD", "HORMAT", "DITETAPKAN",
  ]
  private static let months: Set<String> = [
    "JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER",
    "OKTOBER", "NOVEMBER", "DESEMBER",
  ]

  /// The words of a text in capitals, without marks; numbers are words too.
  static func words(_ text: String) -> [String] {
    text.utf8.split { !Bytes.isLetter($0) && !Bytes.isDigit($0) && $0 < 0x80 }
      .map { String(decoding: $0.map(Bytes.upper), as: UTF8.self) }
  }

  /// Whether a text heads a totals row, and of which kind.
  static func total(_ words: [String]) -> SkippedRow.Kind? {
    guard let first = words.first else { return nil }
    let isTotal = heads.contains(first) && totals.contains { words.starts(with: $0) }
    // Letters set apart: J U M L A H.
    let isSpaced =
      first.utf8.count == 1
      && ["JUMLAH", "TOTAL"].contains(words.prefix { $0.count == 1 }.joined())
    guard isTotal || isSpaced else { return nil }
    let isPart = first.hasPrefix("SUB") || words.contains { parts.contains($0) }
    return isPart ? .subtotal : .total
  }

  /// Whether a text heads a page or a group.
  static func isTitle(_ words: [String]) -> Bool { words.first.map(titles.contains) ?? false }

  /// Whether a text stands over, in or under a signature.
  static func isSignature(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    if signatures.contains(first) || words.starts(with: ["A", "N"]) || words.contains("NIP") {
      return true
    }
    return isPlaceAndDate(words)
  }

  /// Whether a text is like `Pekalongan, 31 Januari 2024`, a day or its number left out.
  private static func isPlaceAndDate(_ words: [String]) -> Bool {
    guard let first = words.first?.utf8.first, Bytes.isLetter(first), words.count < 8,
      let month = words.firstIndex(where: months.contains), month > 0
    else { return false }
    let year = words.dropFirst(month + 1).first ?? ""
    return year.utf8.count == 4 && year.utf8.allSatisfy(Bytes.isDigit)
  }

  /// Whether a text is a line to sign on, or a name in brackets.
  static func isLineToSign(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return first == 0x28 || text.utf8.allSatisfy { $0 == 0x5f || $0 == 0x2e || $0 == 0x2d }
  }
}
