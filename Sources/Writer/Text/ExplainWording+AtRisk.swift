extension ExplainWording {
  /// How rupiah at risk are computed, from the catalogue's Indonesian to English.
  static let englishAtRisk = [
    "Tidak ada, karena baris berkas ganda tidak dihitung":
      "none, since the rows of a file given again are not counted",
    "|selisih|": "|difference|", "Nominal baris, bila terbaca": "the row's amount, if readable",
    "Nominal baris yang tidak dapat dicocokkan": "the amounts of rows that cannot be matched",
    "Nol": "zero", "Jumlah bulan itu tidak diketahui": "the sum of that month is unknown",
    "Tarif x bulan yang dibayar": "tariff x months paid",
    "Tarif x bulan; nilai klaim atau iuran baris itu":
      "tariff x months; the claim's amount or the row's premium",
    "Tarif x bulan orang yang lebih": "tariff x months of the further person",
    "Tarif x bulan tumpang tindih": "tariff x overlapping months",
    "Nol; berkas klaim tertahan": "zero; the papers of a claim would be held up",
    "Tarif x bulan setelah meninggal": "tariff x months after the death",
    "|dibayar - tarif|": "|paid - tariff|", "Tarif x baris lebih": "tariff x extra rows",
    "Tarif; manfaat bila ada kejadian pada bulan itu":
      "tariff; the JKM benefit where an event lies in that month",
    "Iuran baris itu": "the row's premium",
    "Manfaat JKM x orang bila lebih dari tiga bulan; selainnya nol":
      "the JKM benefit x people where it is more than three months late; else zero",
    "Nilai SP2D": "the SP2D's amount", "Selisih dengan tarif baris itu": "difference to the tariff",
    "Iuran bulan sesudah tahun anggaran": "premiums of months after the fiscal year",
    "Nilai sisi yang ada": "the amount of the side that is there",
    "Nilai daftar": "the list's amount", "Bagian SP2D di atas pagu": "the part above the budget",
    "Bagian yang tertukar": "the part in the wrong place",
    "Iuran bulan sebelum tahun anggaran": "premiums of months before the fiscal year",
    "Bagian yang belum diterima": "the part not yet received",
    "|dibayar - manfaat|": "|paid - benefit|",
    "Manfaat kematian, atau jumlah klaim": "the death benefit, or the claim's sum",
    "Yang lebih kecil dari kedua klaim": "the smaller of the two claims",
    "Manfaat penuh - manfaat masa singkat": "the full benefit - that of a short tenure",
    "Beasiswa yang dibayar": "the scholarships paid", "Manfaat kematian": "the death benefit",
    "Tarif x bulan perlindungan dalam periode": "tariff x months of cover in the period",
    "Manfaat JKM yang belum diklaim keluarga": "the JKM benefit that the family has not claimed",
    "Tarif x bulan bersamaan": "tariff x months of both",
    "1% manfaat per hari terlambat": "1% of the benefit for each day late", "Tidak ada": "none",
    "Rupiah berisiko temuan yang terbuka": "the rupiah at risk of the open finding",
    "Manfaat kematian yang belum dibayar kepada ahli waris":
      "the death benefit not yet paid to the heirs",
    "Jumlah klaim": "the claim's sum",
  ]
}
