/// A finding in plain Indonesian: what should be, what is, where it stands, who acts.
struct ExplainedFinding {
  private let finding: FindingLine

  init(_ finding: FindingLine) { self.finding = finding }

  var lines: [String] {
    let title = finding.rule?.title.nonEmpty.map { " · \($0)" } ?? ""
    return ["Temuan \(finding.id.text): \(finding.code.text)\(title)"]
      + facts.compactMap { label, text in text.map { "  \(Self.padded(label)): \($0)" } }
      + ["  Bukti:"] + records.map { "    - \($0)" }
  }

  private var facts: [(String, String?)] {
    [
      ("Keterangan", finding.message.nonEmpty),
      ("Seharusnya", finding.expected.nonEmpty),
      ("Ditemukan", finding.found.nonEmpty),
      ("Rupiah berisiko", atRisk),
      ("Orang", person),
      ("Bulan", finding.month.nonEmpty),
      ("Program", finding.programme.nonEmpty),
      ("Aturan", finding.rule?.holds.nonEmpty),
      ("Dasar hukum", legalBasis),
      ("Tabel hukum", lawRow),
      ("Tingkat", finding.severity.nonEmpty.map { Self.severities[$0] ?? $0 }),
      ("Status", finding.status.nonEmpty.map { Self.statuses[$0] ?? $0 }),
      ("Penanggung jawab", finding.owner.nonEmpty),
      ("Tenggat", finding.due.nonEmpty),
      ("Pertama terlihat", finding.first_seen.nonEmpty),
    ]
  }

  private var atRisk: String? {
    guard let digits = finding.amount_at_risk.nonEmpty else { return nil }
    let how = finding.rule?.at_risk_how.nonEmpty.map { " (\($0))" } ?? ""
    return Int64(digits).map { Self.rupiah($0) + how } ?? digits + how
  }

  private var person: String? {
    let parts = [finding.person.nonEmpty, finding.nik.nonEmpty.map { "NIK \($0)" }]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private var legalBasis: String? {
    finding.rule?.legal_basis.nonEmpty.map { $0 + Self.certainty(finding.rule?.confirmed) }
  }

  private var lawRow: String? {
    guard let law = finding.law else { return nil }
    let since = law.valid_from.nonEmpty.map { "berlaku sejak \($0)" }
    let parts = [law.id.nonEmpty, law.title.nonEmpty, law.source.nonEmpty, since]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text + Self.certainty(law.confirmed)
  }

  /// The whole evidence, or the two sides where the run kept no more.
  private var records: [String] {
    let evidence = finding.evidence ?? []
    if !evidence.isEmpty {
      return evidence.map {
        Self.record($0.kind, $0.key, $0.file, $0.line, role: $0.role.nonEmpty)
      }
    }
    let subject = Self.record(
      finding.subject_kind, finding.subject_key, finding.subject_file, finding.subject_line,
      role: "subject")
    guard finding.other_key.nonEmpty != nil else { return [subject] }
    return [
      subject,
      Self.record(
        finding.other_kind, finding.other_key, finding.other_file, finding.other_line,
        role: "other"),
    ]
  }

  private static func record(
    _ kind: Shown?, _ key: Shown?, _ file: Shown?, _ line: Shown?, role: String?
  ) -> String {
    let kind = kind.nonEmpty.map { kinds[$0] ?? $0 } ?? "catatan"
    let name = [kind, key.nonEmpty].compactMap { $0 }.joined(separator: " ")
    let place = file.nonEmpty.map { file in
      ", \(file)" + (line.nonEmpty.map { " baris \($0)" } ?? "")
    }
    return name + (place ?? "") + (role.map { " (\(roles[$0] ?? $0))" } ?? "")
  }

  private static func certainty(_ confirmed: Shown?) -> String {
    switch confirmed?.text {
    case "true": " (sudah dipastikan)"
    case "false": " (belum dipastikan)"
    default: ""
    }
  }

  private static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(0, 16 - label.count))
  }

  /// An amount with dots between thousands.
  static func rupiah(_ amount: Int64) -> String {
    let digits = Array("\(amount.magnitude)")
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "." }
      text.append(digit)
    }
    return (amount < 0 ? "-Rp" : "Rp") + text
  }

  private static let severities = [
    "critical": "kritis", "high": "tinggi", "medium": "sedang", "low": "rendah",
  ]
  private static let statuses = [
    "new": "baru", "open": "terbuka", "in-clarification": "dalam klarifikasi",
    "resolved": "selesai", "accepted": "diterima", "reopened": "dibuka kembali",
    "pending": "menunggu, belum menjadi temuan",
  ]
  private static let kinds = [
    "roster": "peserta", "membership": "kepesertaan", "contribution": "iuran",
    "disbursement": "SP2D", "claim": "klaim", "file": "berkas",
  ]
  private static let roles = ["subject": "yang dipersoalkan", "other": "yang bertentangan"]
}

extension Optional where Wrapped == Shown {
  /// The text, where there is any.
  var nonEmpty: String? {
    guard let text = self?.text, !text.isEmpty else { return nil }
    return text
  }
}
