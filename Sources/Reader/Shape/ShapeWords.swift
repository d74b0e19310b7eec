internal import Domain

/// The words by which a row that is no data is known; a phrase counts only as a whole.
enum ShapeWords {
  /// Where a phrase may stand.
  enum Strength {
    /// Anywhere, or only below a total or another line of a footer.
    case anywhere, footer
  }

  /// The words of a text in capitals, without marks; numbers are words too.
  static func words(_ text: String) -> [String] {
    let words = text.utf8.split { !Bytes.isLetter($0) && !Bytes.isDigit($0) && $0 < 0x80 }
      .map { String(decoding: $0.map(Bytes.upper), as: UTF8.self) }
    // Letters set apart: J U M L A H.
    let spaced = words.prefix { $0.utf8.count == 1 }
    guard spaced.count > 4, totals.contains(spaced.joined()) else { return words }
    return [spaced.joined()] + words.dropFirst(spaced.count)
  }

  /// Whether words are the head of a totals row and nothing else, and of which kind.
  ///
  /// `Jumlah Halaman 2` is one, `Jumlah Setyawan` is somebody.
  static func total(_ words: [String]) -> SkippedRow.Kind? {
    guard let first = words.first else { return nil }
    if first == "TERBILANG" {
      return words.dropFirst().allSatisfy { numbers.contains($0) || isNumber($0) } ? .total : nil
    }
    let isPart = ["SUB", "SUBTOTAL", "SUBJUMLAH"].contains(first)
    let start = first == "SUB" || first == "GRAND" ? 1 : 0
    guard start < words.count, totals.contains(words[start]) || carried.contains(words[start])
    else { return nil }
    for word in words.dropFirst(start) {
      // What follows is the part's own name.
      if named.contains(word) { return .subtotal }
      guard
        totals.contains(word) || carried.contains(word) || qualifiers.contains(word)
          || isNumber(word) || word.utf8.count == 1
      else { return nil }
    }
    return isPart || words.contains { carried.contains($0) || parts.contains($0) }
      ? .subtotal : .total
  }

  /// Whether words say an amount, a count or a month and nothing else.
  static func isFigure(_ words: [String]) -> Bool {
    words.allSatisfy { isNumber($0) || units.contains($0) || months.contains($0) }
  }

  /// Whether words head a page or a group.
  static func isTitle(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    if titles.contains(first) { return true }
    return words.count > 1 && weakTitles.contains(first) || isCounted(words)
  }

  /// Whether words are those of a page, a month or a year, and nothing else.
  static func isCounted(_ words: [String]) -> Bool {
    guard let first = words.first, words.count > 1, counted.contains(first) else { return false }
    return words.dropFirst().allSatisfy {
      isNumber($0) || months.contains($0) || $0 == "SD" || $0 == "DARI" || $0 == "TAHUN"
    }
  }

  /// Whether words head a page or a group although they might be a name: `Kota`, `Data`.
  static func isWeakTitle(_ words: [String]) -> Bool {
    words.first.map(weakTitles.contains) ?? false
  }

  /// Whether a text stands over, in or under a signature; nil for any other.
  static func signature(_ text: String) -> Strength? {
    let words = words(text)
    guard let first = words.first else { return isLine(text) ? .anywhere : nil }
    if words.allSatisfy(consents.contains) || offices.contains(first) || first == "NIP"
      || isPlaceAndDate(words)
    {
      return .anywhere
    }
    let isOther =
      signers.contains(first) || words.starts(with: ["A", "N"]) || words.contains("NIP")
    return isOther || consents.contains(first) || text.utf8.first == 0x28 ? .footer : nil
  }

  /// Whether a text is like `Pekalongan, 31 Januari 2024`, a day or its number left out.
  static func isPlaceAndDate(_ words: [String]) -> Bool {
    guard let month = words.firstIndex(where: months.contains), (1...4).contains(month),
      words.count == month + 2, words[month + 1].utf8.count == 4, isNumber(words[month + 1])
    else { return false }
    let place = isNumber(words[month - 1]) ? words[..<(month - 1)] : words[..<month]
    return !place.isEmpty && !place.contains(where: isNumber)
  }

  /// Whether a text is a line to sign on.
  private static func isLine(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x5f || $0 == 0x2e || $0 == 0x2d || $0 == 0x28 || $0 == 0x29 }
  }

  private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy(Bytes.isDigit) }
}

extension ShapeWords {
  private static let totals: Set<String> = [
    "JUMLAH", "JML", "TOTAL", "GRANDTOTAL", "SUBTOTAL", "SUBJUMLAH",
  ]
  private static let carried: Set<String> = ["DIPINDAHKAN", "PINDAHAN"]
  /// What makes a total one of a part whose name follows.
  private static let named: Set<String> = [
    "KEL", "KELURAHAN", "KEC", "KECAMATAN", "DESA", "RT", "RW", "KELOMPOK", "UNIT", "WADAH", "OPD",
    "DINAS", "KOTA", "KABUPATEN",
  ]
  private static let parts: Set<String> = ["HALAMAN", "HAL", "BULAN", "PER"]
  /// What else may follow the word for a total.
  private static let qualifiers: Set<String> = {
    let words: Set<String> = [
      "HALAMAN", "HAL", "BULAN", "PER", "INI", "KE", "DARI", "DAN", "SD", "YANG", "LALU",
      "SELURUHNYA", "KESELURUHAN", "SEMUA", "SELURUH", "AKHIR", "UMUM", "BESAR", "BAYAR",
      "DIBAYAR", "DITERIMA", "TERIMA", "PENERIMAAN", "PEMBAYARAN", "IURAN", "PREMI", "KLAIM",
      "MANFAAT", "SANTUNAN", "TAGIHAN", "NOMINAL", "NILAI", "DANA", "SUMBER", "APBD", "APBN",
      "APBDES", "DBHCHT", "BAZNAS", "KORPRI", "CSR", "JKK", "JKM", "TAHUN", "TRIWULAN",
      "SEMESTER", "PERIODE", "DIBAYARKAN", "DISETOR", "SETORAN", "PEKERJA", "RENTAN", "BPJS",
      "BPJAMSOSTEK", "KETENAGAKERJAAN", "BIAYA", "BELANJA", "SALDO", "BRUTO", "NETTO", "SEMENTARA",
      "SEBELUMNYA", "BERIKUTNYA", "SAMPAI", "DENGAN", "UANG", "DATA", "DEBET", "DEBIT", "KREDIT",
      "MUTASI", "TRANSAKSI", "II", "III", "IV",
    ]
    return words.union(units).union(months)
  }()
  /// What may stand beside a number.
  private static let units: Set<String> = [
    "RP", "IDR", "ORANG", "PESERTA", "JIWA", "BARIS", "KK", "TK", "SP2D", "RUPIAH", "JUTA",
  ]
  /// The words of an amount in words.
  private static let numbers: Set<String> = [
    "NOL", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN",
    "SEPULUH", "SEBELAS", "BELAS", "PULUH", "SERATUS", "RATUS", "SERIBU", "RIBU", "SEJUTA", "JUTA",
    "MILIAR", "MILYAR", "SEMILIAR", "TRILIUN", "KOMA", "SEN", "RUPIAH", "RP",
  ]
  private static let titles: Set<String> = [
    "DAFTAR", "LAPORAN", "REKAP", "REKAPITULASI", "LAMPIRAN", "PEMERINTAH", "KELURAHAN",
    "KECAMATAN", "KABUPATEN", "PROVINSI",
  ]
  private static let weakTitles: Set<String> = [
    "DINAS", "BADAN", "KEL", "KEC", "KOTA", "DATA", "WADAH", "PROGRAM", "DESA",
  ]
  /// What heads a page with a number or a month behind it; `Bulan` alone is a name.
  private static let counted: Set<String> = ["HALAMAN", "HAL", "PERIODE", "TAHUN", "BULAN"]
  /// The words over a signature.
  private static let consents: Set<String> = [
    "MENGETAHUI", "MENYETUJUI", "DIPERIKSA", "DISETUJUI", "DIBUAT", "DITETAPKAN", "OLEH", "TTD",
    "YANG", "MEMBUAT", "MEMERIKSA", "DI", "HORMAT", "KAMI",
  ]
  /// The offices of those who sign.
  private static let offices: Set<String> = [
    "KEPALA", "BENDAHARA", "PEJABAT", "KUASA", "PENGGUNA", "SEKRETARIS", "WALIKOTA", "BUPATI",
    "DIREKTUR", "KABID", "PPTK", "PPK",
  ]
  /// What may be a name as well.
  private static let signers: Set<String> = [
    "PLT", "PLH", "AN", "LURAH", "CAMAT", "WALI", "PETUGAS", "PEMBUAT", "PENGAWAS", "KASI",
    "PENATA", "PEMBINA",
  ]
  private static let months: Set<String> = [
    "JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER",
    "OKTOBER", "NOVEMBER", "DESEMBER",
  ]
}
