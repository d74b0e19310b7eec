import Domain

extension PacketBuilder {
  /// A section of parts and their sum.
  func partTable(_ section: StatementSection) -> TableView? {
    let lines = statement[section]
    guard !lines.isEmpty, missing(for: section) == nil else { return nil }
    let months = PacketNumbers.period(report.period)
    let isPremium = section == .premiumByFund
    return TableView(
      tableTitle: Wording.title(section), unitTitle: isPremium ? "Pembayaran" : "Kasus",
      rows: lines.filter { $0.role != .start }.map { row($0) },
      tableNote: "Menurut \(isPremium ? "bulan iuran" : "bulan kejadian"), \(months)")
  }

  /// A section of the reconciliation statement, with its signs.
  func statementTable(_ section: StatementSection) -> TableView? {
    let lines = statement[section]
    guard !lines.isEmpty, missing(for: section) == nil else { return nil }
    return TableView(
      tableTitle: Wording.title(section), unitTitle: Wording.unit(section),
      amountTitle: section == .findings ? "Rupiah berisiko" : "Rupiah",
      rows: lines.map { row($0) },
      footing: statement.foots(section) ? "Seimbang" : "Tidak seimbang")
  }

  /// The kind of input without which a section says nothing.
  func missing(for section: StatementSection) -> InputKind? {
    switch section {
    case .claims, .benefitByProgramme, .claimPersons: report.isGiven(.claims) ? nil : .claims
    case .contributions, .premiumByFund, .peopleByVillage, .peopleByJob:
      report.isGiven(.contributions) ? nil : .contributions
    case .sides:
      if !report.isGiven(.disbursements) {
        .disbursements
      } else {
        report.isGiven(.contributions) || report.isGiven(.receipts) ? nil : .contributions
      }
    default: nil
    }
  }

  /// A section of people: cells under five are hidden, and others where those could be computed.
  ///
  /// What is hidden stands behind the rest by name: a place among the counts would tell one.
  func peopleTable(_ section: StatementSection) -> TableView? {
    guard let people = PeopleSection(statement, section), !people.parts.isEmpty else { return nil }
    let (parts, end) = (people.parts, people.end)
    let most = max(parts[0].line.count, 1)
    var rows = parts.filter { $0.cell == .shown }.map { line, _ in
      var row = row(line)
      row.share = Int(line.count * 100 / most)
      return row
    }
    rows += parts.filter { $0.cell != .shown }.map { line, cell in
      hiddenRow(label(line.label), cell == .small ? "<5" : "*", "masked")
    }.sorted { $0.rowLabel < $1.rowLabel }
    let total = people.isSmall ? hiddenRow(label(end.label), "<5", "total") : row(end)
    return TableView(
      tableTitle: section == .peopleByVillage ? "Menurut kelurahan" : "Menurut pekerjaan",
      unitTitle: "Orang", amountTitle: "Iuran", rows: people.tellsAll ? [total] : rows + [total],
      tableNote: people.tellsAll
        ? Self.noParts : parts.contains { $0.cell == .hidden } ? Self.furtherHidden : nil)
  }

  private static let noParts = "Rincian tidak ditampilkan: hampir semua sel di bawah 5 orang"
  private static let furtherHidden =
    "* disamarkan agar sel di bawah 5 tidak dapat dihitung dari jumlah"

  private func hiddenRow(_ label: String, _ text: String, _ rowClass: String) -> RowView {
    RowView(rowLabel: label, rowClass: rowClass, countText: text, amountText: "–")
  }

  /// A line with both its figures.
  private func row(_ line: StatementLine) -> RowView {
    let (sign, rowClass) =
      switch line.role {
      case .start: ("", "start")
      case .add: ("+", "")
      case .subtract: ("−", "")
      case .end: ("=", "total")
      }
    return RowView(
      rowLabel: label(line.label), rowClass: rowClass, sign: sign,
      countFigure: PacketNumbers.countFigure(line),
      amountFigure: PacketNumbers.amountFigure(line))
  }
}
