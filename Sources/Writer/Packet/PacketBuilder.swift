import Domain

/// Builds the page's contents from a run's report.
struct PacketBuilder {
  let report: RunReport
  var statement: Statement { report.statement }

  init(_ report: RunReport) { self.report = report }

  /// All of the page.
  var view: PacketView {
    var view = PacketView()
    view.period = PacketNumbers.period(report.period)
    let named = [report.programme, report.city].filter { !$0.isEmpty }
    view.pageTitle = (["Rekonsiliasi"] + [(named + [view.period]).joined(separator: ", ")])
      .joined(separator: " ")
    view.heading =
      "Rekonsiliasi iuran dan klaim" + (report.programme.isEmpty ? "" : ": \(report.programme)")
    view.city = report.city.isEmpty ? nil : report.city
    view.asOf = PacketNumbers.date(report.asOf)
    (view.statusTone, view.statusText) = status
    view.cards = cards
    view.expectations = report.manifest.expectations.indices.map(expectation)
    view.chart = ChartView(report)
    view.months = MonthTable(report)
    view.parts = [StatementSection.premiumByFund, .benefitByProgramme].compactMap(partTable)
    view.ratio = ratio
    view.people = [StatementSection.peopleByVillage, .peopleByJob].compactMap(peopleTable)
    view.peopleNote = peopleBasis
    (view.codes, view.pending, view.topFindings) = (codes, pending, topFindings)
    let sections = [StatementSection.claims, .contributions, .sides, .findings, .tolerated]
    view.statements = sections.compactMap(statementTable)
    view.statementNotes = sections.compactMap { section in
      missing(for: section).map {
        "\(Wording.title(section)): \(Wording.unchecked($0, of: report))."
      }
    }
    if !report.isGiven(.roster) {
      view.statementNotes.append("Taut ke peserta \(Wording.unchecked(.roster, of: report)).")
    }
    view.notChecked = notChecked
    view.notApplicable = notApplicable
    view.sources = report.manifest.inputs.map(source)
    view.program = report.manifest.program
    view.definition = definition
    view.keyFingerprint = report.manifest.keyFingerprint
    return view
  }

  private var definition: String {
    let facts = report.manifest
    return facts.definitionSHA256.isEmpty
      ? facts.definitionFile : "\(facts.definitionFile) (\(facts.definitionSHA256.prefix(12)))"
  }

  private var status: (tone: String, text: [String]) {
    let failed = report.manifest.expectations.contains { !$0.holds }
    let open = report.findings.filter { $0.finding.status != .pending }
    let isCritical = open.contains { $0.finding.severity == .critical }
    var text: [String] = []
    if let verdict { text.append(verdict) }
    if open.isEmpty {
      text.append("Tidak ada temuan terbuka.")
    } else {
      text.append(
        isCritical
          ? "Ada temuan kritis yang harus segera ditindaklanjuti."
          : "Ada temuan terbuka, tidak ada yang kritis.")
    }
    if !report.rejects.isEmpty { text.append("Sebagian baris berkas ditolak.") }
    if !report.manifest.notChecked.isEmpty { text.append("Sebagian aturan belum diperiksa.") }
    return (failed || isCritical ? "bad" : open.isEmpty ? "good" : "warn", text)
  }

  private var verdict: String? {
    let all = report.manifest.expectations
    guard !all.isEmpty else { return nil }
    if all.contains(where: { !$0.isChecked }) {
      return "Angka yang diumumkan \(Wording.unchecked(.claims, of: report))."
    }
    let failed = all.filter { !$0.holds }.count
    if failed == 0 { return "Angka yang diumumkan terbukti." }
    return failed == all.count
      ? "Angka yang diumumkan tidak terbukti." : "Sebagian angka yang diumumkan tidak terbukti."
  }

  private var notChecked: [NotCheckedView] {
    var reasons: [NotChecked.Reason] = []
    for rule in report.manifest.notChecked where !reasons.contains(rule.reason) {
      reasons.append(rule.reason)
    }
    let views = reasons.map { reason in
      let rules = report.manifest.notChecked.filter { $0.reason == reason }
      return NotCheckedView(
        why: Wording.reason(reason), rules: rules.map { label(.code($0.code)) })
    }
    return views + (account.map { [$0] } ?? [])
  }

  /// That no bank statement shows whether the money of SP2Ds left: no rule asks for one.
  private var account: NotCheckedView? {
    guard report.isGiven(.disbursements) || report.isGiven(.contributions),
      !report.isGiven(.bank)
    else { return nil }
    let file = report.manifest.inputs.first { $0.kind == .bank }?.file
    let reason = file.map(NotChecked.Reason.unusableFile) ?? .notGiven(InputKind.bank.name)
    return NotCheckedView(why: Wording.reason(reason), rules: [Wording.moneyOfSP2Ds])
  }

  private var notApplicable: [NotCheckedView] {
    let rules = report.manifest.notApplicable
    var kinds: [NotApplicable.Absent] = []
    for rule in rules where !kinds.contains(rule.absent) { kinds.append(rule.absent) }
    return kinds.map { kind in
      NotCheckedView(
        why: "\(Wording.absent(kind))",
        rules: rules.filter { $0.absent == kind }.map { label(.code($0.code)) })
    }
  }

  private func source(_ input: ReportedInput) -> SourceView {
    let tally = input.tally
    return SourceView(
      kindName: Wording.input(input.kind.name), fileName: input.file,
      read: PacketNumbers.count(Int64(tally.read.rows)),
      accepted: PacketNumbers.count(Int64(tally.accepted.rows)),
      rejected: PacketNumbers.count(Int64(tally.rejected.rows)),
      skipped: PacketNumbers.count(Int64(tally.skipped.rows)),
      duplicate: PacketNumbers.count(Int64(tally.duplicate.rows)),
      hash: String(input.sha256.prefix(12)))
  }

  /// The words of a statement's label.
  func label(_ label: StatementLabel) -> String {
    PacketNumbers.text { Wording.append(label, of: report, to: &$0) }
  }
}
