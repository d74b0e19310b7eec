import Domain

/// What is expected and found, as plain values for tables and as a sentence for people.
///
/// It cannot be copied: a closure that writes a cell would else count references to each of the
/// report's lists, for every cell.
struct Message: ~Copyable {
  /// The run's report.
  let report: RunReport

  init(_ report: RunReport) { self.report = report }

  /// Appends a fact as a column holds it: integers, ISO dates, masked NIK, Indonesian phrases.
  func appendPlain(_ fact: Fact, of row: ReportedFinding, to text: inout OutputText) {
    switch fact {
    case .money(let amount): text.append(number: amount)
    case .count(let count), .span(let count, _): text.append(number: count)
    case .moneyAndCount(let amount, let count):
      text.append(number: amount)
      text.append("/")
      text.append(number: Int64(count))
    case .month(let month): text.append(month)
    case .date(let date): text.append(date)
    case .none, .nik, .nikInRow, .fund, .reason, .column, .phrase, .written:
      appendWords(fact, of: row, to: &text)
    }
  }

  /// Appends the sentence of a finding.
  func append(_ row: ReportedFinding, to text: inout OutputText) {
    let finding = row.finding
    if let entry = report.entryIndex(of: finding.code) {
      text.append(report.entries[entry].title)
    } else {
      text.append(finding.code)
    }
    appendFacts(of: row, to: &text)
    if let month = finding.month, !tellsMonth(finding) {
      text.append(" (")
      Message.append(month, to: &text)
      text.append(")")
    }
  }

  private func appendFacts(of row: ReportedFinding, to text: inout OutputText) {
    let finding = row.finding
    guard finding.expected != .none || finding.found != .none else { return }
    let (before, between) = Message.connectives(of: finding)
    text.append(": ")
    if finding.expected != .none {
      text.append(before)
      text.append(" ")
      appendSpoken(finding.expected, of: row, to: &text)
      text.append(finding.found == .none ? "" : ", ")
    }
    guard finding.found != .none else { return }
    text.append(between)
    text.append(" ")
    appendSpoken(finding.found, of: row, to: &text)
  }

  private func tellsMonth(_ finding: Finding) -> Bool {
    switch finding.found {
    case .month, .date: true
    default: false
    }
  }

  private func appendSpoken(_ fact: Fact, of row: ReportedFinding, to text: inout OutputText) {
    switch fact {
    case .money(let amount): text.append(rupiah: amount)
    case .count(let count): text.append(grouped: count)
    case .span(let count, let unit):
      text.append(grouped: count)
      text.append(" ")
      text.append(Wording.unit(unit))
    case .moneyAndCount(let amount, let count):
      text.append(rupiah: amount)
      text.append(" untuk ")
      text.append(grouped: Int64(count))
      text.append(" orang")
    case .month(let month): Message.append(month, to: &text)
    case .date(let date): Message.append(date, to: &text)
    case .none, .nik, .nikInRow, .fund, .reason, .column, .phrase, .written:
      appendWords(fact, of: row, to: &text)
    }
  }

  private func appendWords(_ fact: Fact, of row: ReportedFinding, to text: inout OutputText) {
    switch fact {
    case .nik(let nik): text.append(masked: nik)
    case .nikInRow: text.append(masked: row.foundNIK)
    case .fund(let fund):
      if Int(fund) < report.funds.count { text.append(text: report.funds[Int(fund)]) }
    case .reason(let reason): text.append(Wording.reason(reason))
    case .column(let column): text.append(Wording.column(column))
    case .phrase(let phrase): text.append(Wording.phrase(phrase))
    case .written(let kind, let place):
      if let texts = report.written[kind], Int(place) < texts.count {
        text.append(text: texts[Int(place)])
      }
    case .none, .money, .count, .span, .moneyAndCount, .month, .date: break
    }
  }

  /// The words before what is expected and before what was found.
  private static func connectives(of finding: Finding) -> (StaticString, StaticString) {
    switch (finding.code.family, finding.code.number, finding.found) {
    case (.iur, 5, _): ("meninggal", "dibayar untuk")
    case (.iur, 6, _): ("jatuh tempo", "dibayar")
    case (.iur, 3, _): ("sudah ditanggung", "dibayar lagi oleh")
    case (.klm, 1, _), (.klm, 6, _): ("menurut peraturan", "dibayar")
    case (.klm, 4, .date): ("perlindungan mulai", "kejadian")
    case (.klm, 5, .date): ("perlindungan berakhir", "kejadian")
    case (.dat, 2, _): ("menurut baris total", "menurut isi berkas")
    case (.dat, 4, _): ("seharusnya", "jumlah NIK yang rusak:")
    case (.dat, 5, _): ("seharusnya", "tidak dapat dipastikan pada kolom")
    case (.klm, 7, .span(_, .months)): ("syarat masa iur", "masa iur")
    case (.klm, 7, _): ("paling banyak", "dibayar")
    case (.klm, 8, _): ("paling lambat diajukan", "diajukan")
    case (.klm, 9, _): ("wajar sejak", "kejadian")
    case (.prs, 1, _), (.prs, 2, _): ("paling lambat dibayar", "dibayar")
    case (.prs, 3, _): ("paling lambat dilaporkan", "dilaporkan")
    case (.prs, 4, _): ("tenggat", "masih terbuka pada")
    case (.sil, 2, .date): ("seharusnya", "meninggal")
    case (.keu, 1, _): ("register", "daftar peserta")
    case (.keu, 4, _): ("pagu", "jumlah sampai SP2D ini")
    case (.keu, 7, _), (.iur, 11, _): ("tahun anggaran sampai", "membayar bulan")
    case (.keu, 8, _): ("disepakati", "diterima")
    case (.iur, 7, _): ("dibayar kota", "diterima BPJamsostek")
    case (.kps, 3, _): ("kepesertaan berakhir", "dibayar untuk")
    case (.idn, 2, _): ("pada daftar kota", "pada catatan ini")
    case (_, _, .phrase), (_, _, .reason): ("seharusnya", "ternyata")
    default: ("seharusnya", "tertulis")
    }
  }

  /// Appends `Maret 2024`.
  static func append(_ month: CoverageMonth, to text: inout OutputText) {
    text.append(Wording.monthName(month.month))
    text.append(" ")
    text.append(month.year, digits: 4)
  }

  /// Appends `5 Maret 2024`.
  static func append(_ date: CalendarDate, to text: inout OutputText) {
    text.append(number: Int64(date.parts.day))
    text.append(" ")
    append(date.month, to: &text)
  }
}
