extension ExplainWording {
  /// A participant whom a record may be: how probable, and what each comparison says in bits.
  public func candidate(
    _ participant: String, probability: Double, total: Double,
    compared: [(what: String, level: String?, weight: Double)], prior: Double
  ) -> String {
    let parts = compared.map { part in
      let level = part.level.map { Self.levels[$0].map { either($0.0, $0.1) } ?? $0 }
      let shown = level ?? either("tidak ada", "absent")
      return "\(comparison(part.what)) \(shown) \(bits(part.weight))"
    }
    let head = either(
      "peserta \(participant), peluang \(percent(probability)), jumlah \(bits(total)) bit",
      "participant \(participant), probability \(percent(probability)), total \(bits(total)) bits")
    let before = either("sebelum dibandingkan", "before anything is compared")
    return "\(head): \(parts.joined(separator: "; ")); \(before) \(bits(prior))"
  }

  /// By what a participant came second.
  public func lost(_ parts: [(what: String, weight: Double)]) -> String? {
    guard !parts.isEmpty else { return nil }
    let list = parts.map { "\(comparison($0.what)) \(bits($0.weight))" }.joined(separator: ", ")
    return either("kalah pada \(list)", "it lost by \(list)")
  }

  /// A participant who came second although nothing speaks less for them.
  public var equallyLikely: String {
    either("sama kuat: data tidak membedakan keduanya", "as likely: nothing tells the two apart")
  }

  private func comparison(_ what: String) -> String {
    Self.comparedNames[what].map { either($0.0, $0.1) } ?? what
  }

  private func percent(_ probability: Double) -> String {
    let tenths = Int((probability * 1000).rounded())
    return "\(tenths / 10)\(either(",", "."))\(tenths % 10)%"
  }

  private func bits(_ weight: Double) -> String {
    let tenths = Int((weight * 10).rounded())
    let sign = tenths < 0 ? "-" : "+"
    return "\(sign)\(tenths.magnitude / 10)\(either(",", "."))\(tenths.magnitude % 10)"
  }

  private static let comparedNames = [
    "name": ("nama", "name"), "nik": ("NIK", "NIK"), "kpj": ("KPJ", "KPJ"),
    "birthDate": ("tanggal lahir", "birth date"), "village": ("kelurahan", "village"),
  ]

  private static let levels = [
    "exact": ("sama", "equal"), "words": ("kata sama", "same words"),
    "exchanged": ("tertukar", "exchanged"), "abbreviated": ("disingkat", "abbreviated"),
    "near": ("mirip", "near"), "close": ("agak mirip", "close"), "else": ("berbeda", "differs"),
    "one-edit": ("beda satu angka", "one edit"), "two-edits": ("beda dua angka", "two edits"),
    "day-month": ("hari dan bulan tertukar", "day and month exchanged"),
    "one-digit": ("beda satu angka", "one digit"), "one-day": ("beda sehari", "one day off"),
    "one-year": ("beda setahun", "within a year"),
    "two-parts": ("dua bagian sama", "two parts equal"),
    "two-digits": ("beda dua angka", "two digits"),
  ]
}
