import Domain

extension PacketBuilder {
  /// A section of parts and their sum.
  func partTable(_ section: StatementSection) -> TableView? {
    let lines = statement[section]
    guard !lines.isEmpty else { return nil }
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
    guard !lines.isEmpty else { return nil }
    return TableView(
      tableTitle: Wording.title(section), unitTitle: Wording.unit(section),
      amountTitle: section == .findings ? "Rupiah berisiko" : "Rupiah",
      rows: lines.map { row($0) },
      footing: statement.foots(section) ? "Seimbang" : "Tidak seimbang")
  }

  /// A section of people: cells under five are hidden, and one more where it would give them away.
  func peopleTable(_ section: StatementSection) -> TableView? {
    let lines = statement[section].filter { $0.role == .add }.sorted {
      ($1.count, $0.line) < ($0.count, $1.line)
    }
    guard let end = statement.end(of: section), !lines.isEmpty else { return nil }
    let cells = SmallCells.cells(lines.map(\.count))
    let most = max(lines[0].count, 1)
    var rows = zip(lines, cells).map { line, cell in
      peopleRow(line, cell, share: Int(line.count * 100 / most))
    }
    let tellsTotal = cells != [.small]
    rows.append(tellsTotal ? row(end) : hiddenRow(label(end.label), "<5", "total"))
    return TableView(
      tableTitle: section == .peopleByVillage ? "Menurut kelurahan" : "Menurut pekerjaan",
      unitTitle: "Orang", amountTitle: "Iuran", rows: rows,
      tableNote: cells.contains(.hidden)
        ? "* disamarkan agar sel di bawah 5 tidak dapat dihitung dari jumlah" : nil)
  }

  private func peopleRow(_ line: StatementLine, _ cell: SmallCells.Cell, share: Int) -> RowView {
    switch cell {
    case .shown:
      var row = row(line)
      row.share = share
      return row
    case .small: return hiddenRow(label(line.label), "<5", "masked")
    case .hidden: return hiddenRow(label(line.label), "*", "masked")
    }
  }

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
