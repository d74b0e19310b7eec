/// A claim in plain Indonesian: whose it is, whether it was covered, and what was found.
struct ExplainedClaim {
  let number: String
  let link: [String: String]?
  let coverage: [String: String]?
  let findings: [FindingLine]

  var lines: [String] {
    ["Klaim \(number)"] + linkLines + coverageLines
      + (findings.isEmpty ? ["  Tidak ada temuan."] : ["  \(findings.count) temuan:", ""])
      + Array(findings.map { ExplainedFinding($0).lines }.joined(separator: [""]))
  }

  private var linkLines: [String] {
    guard let link else { return ["  Tautan: tidak tercatat di links.csv."] }
    var lines = ["  Berkas: \(text(link, "file") ?? "-") baris \(text(link, "line") ?? "-")"]
    if let participant = text(link, "participant") {
      let how = text(link, "method").map { Self.methods[$0] ?? $0 } ?? "-"
      let sure = text(link, "probability").map { ", peluang \($0)" } ?? ""
      let tier = text(link, "tier").map { ", tingkat \(Self.tiers[$0] ?? $0)" } ?? ""
      lines.append("  Tautan: peserta \(participant), lewat \(how)\(sure)\(tier)")
    } else {
      let tier = text(link, "tier").map { Self.tiers[$0] ?? $0 } ?? "tidak ada"
      lines.append("  Tautan: tidak tertaut ke peserta mana pun (\(tier))")
    }
    if let rival = text(link, "runner_up") {
      let sure = text(link, "runner_up_probability").map { ", peluang \($0)" } ?? ""
      lines.append("  Calon berikutnya: peserta \(rival)\(sure)")
    }
    return lines
  }

  private var coverageLines: [String] {
    guard let coverage else { return ["  Perlindungan: tidak tercatat di coverage.csv."] }
    let outcome = text(coverage, "outcome") ?? "-"
    let month = text(coverage, "month").map { " untuk bulan \($0)" } ?? ""
    var lines = ["  Perlindungan: \(Self.outcomes[outcome] ?? outcome)\(month)"]
    if let from = text(coverage, "cover_from") {
      lines.append("  Masa perlindungan: \(from) sampai \(text(coverage, "cover_until") ?? "kini")")
    }
    if let payments = text(coverage, "payment_ids") {
      lines.append("  Iuran pendukung: \(payments.replacing(";", with: ", "))")
    }
    return lines
  }

  private func text(_ row: [String: String], _ column: String) -> String? {
    row[column].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let methods = [
    "nik": "NIK", "kpj": "KPJ", "probabilistic": "kemiripan data", "decision": "keputusan petugas",
    "none": "tidak ada",
  ]
  private static let tiers = [
    "auto": "pasti", "suggested": "usulan", "ambiguous": "meragukan", "none": "tidak ada",
  ]
  private static let outcomes = [
    "covered": "terlindungi", "covered-late": "terlindungi, iuran terlambat",
    "healed": "terlindungi, iuran dilunasi kemudian",
    "paid-in-advance": "terlindungi, iuran dibayar di muka",
    "aligned-start": "terlindungi sejak awal kepesertaan menurut perjanjian",
    "not-covered": "tidak terlindungi", "not-checked": "tidak diperiksa",
  ]
}
