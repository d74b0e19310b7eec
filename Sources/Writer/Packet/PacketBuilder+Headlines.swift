import Domain

extension PacketBuilder {
  private var months: String { PacketNumbers.period(report.period) }

  /// The headlines, each with its basis and period.
  var cards: [Card] {
    [premiumCard, peopleCard].compactMap { $0 } + claimCards
      + [ratioCard, findingsCard].compactMap { $0 }
  }

  private var premiumCard: Card? {
    guard let end = statement.end(of: .premiumByFund) else { return nil }
    return Card(
      cardTitle: "Iuran yang dibayar", cardMain: PacketNumbers.amountFigure(end),
      cardLines: [CardLine(lineFigure: PacketNumbers.countFigure(end), after: "pembayaran")],
      cardBasis: "Menurut bulan iuran, \(months)")
  }

  private var peopleCard: Card? {
    guard let end = statement.end(of: .peopleByVillage) ?? statement.end(of: .peopleByJob) else {
      return nil
    }
    return Card(
      cardTitle: "Orang yang terlindungi", cardMain: PacketNumbers.countFigure(end),
      cardLines: [CardLine(before: "iuran", lineFigure: PacketNumbers.amountFigure(end))],
      cardBasis: "Orang dengan iuran untuk \(PacketNumbers.month(report.period.to))")
  }

  private var claimCards: [Card] {
    statement[.benefitByProgramme].filter { $0.role == .add }.map { line in
      var lines = [CardLine(lineFigure: PacketNumbers.countFigure(line), after: "kasus")]
      if let people = statement[.claimPersons].first(where: { $0.label == line.label }) {
        lines.append(CardLine(lineFigure: PacketNumbers.countFigure(people), after: "orang"))
      }
      return Card(
        cardTitle: "Manfaat \(label(line.label))", cardMain: PacketNumbers.amountFigure(line),
        cardLines: lines, cardBasis: "Menurut bulan kejadian, \(months)")
    }
  }

  private var ratioCard: Card? {
    guard let ratio else { return nil }
    return Card(
      cardTitle: "Rasio klaim", cardRatio: ratio.ratioText,
      cardLines: [
        CardLine(before: "manfaat", lineFigure: ratio.benefits),
        CardLine(before: "dibagi iuran", lineFigure: ratio.premiums),
      ],
      cardBasis: "Manfaat menurut bulan kejadian, iuran menurut bulan iuran, \(months)")
  }

  private var findingsCard: Card? {
    guard let end = statement.end(of: .findingsByCode) else { return nil }
    return Card(
      cardTitle: "Temuan terbuka", cardMain: PacketNumbers.countFigure(end),
      cardLines: [CardLine(lineFigure: PacketNumbers.amountFigure(end), after: "berisiko")],
      cardBasis: "Keadaan per \(PacketNumbers.date(report.asOf)), periode \(months)")
  }

  /// Claims against premiums, where both are there.
  var ratio: RatioView? {
    guard let benefits = statement.end(of: .benefitByProgramme),
      let premiums = statement.end(of: .premiumByFund), premiums.amount > 0
    else { return nil }
    let widest = max(benefits.amount, premiums.amount)
    return RatioView(
      ratioText: PacketNumbers.percent(benefits.amount, of: premiums.amount),
      benefits: PacketNumbers.amountFigure(benefits),
      premiums: PacketNumbers.amountFigure(premiums),
      benefitWidth: Int(benefits.amount * 100 / widest),
      premiumWidth: Int(premiums.amount * 100 / widest))
  }

  /// A published figure, by its place in the definition.
  func expectation(_ place: Int) -> ExpectationView {
    let result = report.manifest.expectations[place]
    let lines = statement[.expectation(place + 1)]
    let end = lines.last { $0.role == .end }
    let programme = label(.programme(result.programme))
    let basis = "menurut \(Wording.basis(result.basis))"
    let cases = comparison(
      "Kasus", result.expected.cases, result.found.cases, PacketNumbers.count,
      end.map(PacketNumbers.countFigure))
    let amount = comparison(
      "Rupiah", result.expected.amount, result.found.amount, PacketNumbers.rupiah,
      end.map(PacketNumbers.amountFigure))
    return ExpectationView(
      claimTitle: "\(programme), \(PacketNumbers.period(result.period)), \(basis)",
      verdict: result.holds ? "Terbukti" : "Tidak terbukti",
      verdictTone: result.holds ? "good" : "bad",
      comparisons: [cases, amount].compactMap { $0 },
      claimRows: end == nil ? result.claims.map { RowView(rowLabel: $0) } : claimRows(lines))
  }

  private func comparison(
    _ what: String, _ expected: Int64?, _ found: Int64?, _ show: (Int64) -> String,
    _ figure: Figure?
  ) -> Comparison? {
    guard let expected, let found else { return nil }
    let gap = found - expected
    return Comparison(
      what: what, published: show(expected), foundFigure: figure,
      foundText: figure == nil ? show(found) : "",
      gap: gap == 0 ? "cocok" : (gap > 0 ? "lebih " : "kurang ") + show(abs(gap)))
  }

  private func claimRows(_ lines: [StatementLine]) -> [RowView] {
    lines.filter { $0.role == .add || $0.role == .subtract }.map { line in
      RowView(rowLabel: label(line.label), amountFigure: PacketNumbers.amountFigure(line))
    }
  }
}
