import Domain

extension PacketBuilder {
  private var months: String { PacketNumbers.period(report.period) }

  /// The headlines, each with its basis and period.
  var cards: [Card] {
    [premiumCard, peopleCard].compactMap { $0 } + claimCards
      + [ratioCard, findingsCard].compactMap { $0 }
  }

  private func uncheckedCard(_ title: String, _ kind: InputKind, _ basis: String) -> Card? {
    report.isGiven(kind)
      ? nil
      : Card(
        cardTitle: title, cardNote: Wording.unchecked(kind, of: report),
        cardBasis: "Menurut \(basis), \(months)")
  }

  private var premiumCard: Card? {
    let title = "Iuran yang dibayar"
    if let card = uncheckedCard(title, .contributions, "bulan iuran") { return card }
    guard let end = statement.end(of: .premiumByFund) else { return nil }
    return Card(
      cardTitle: title, cardMain: PacketNumbers.amountFigure(end),
      cardLines: [CardLine(lineFigure: PacketNumbers.countFigure(end), after: "pembayaran")],
      cardBasis: "Menurut bulan iuran, \(months)")
  }

  private var peopleCard: Card? {
    let title = "Orang yang terlindungi"
    if let card = uncheckedCard(title, .contributions, "bulan iuran") { return card }
    guard report.peopleMonth != nil else {
      return Card(cardTitle: title, cardNote: "tidak ada", cardBasis: peopleBasis)
    }
    guard let end = statement.end(of: .peopleByVillage) ?? statement.end(of: .peopleByJob) else {
      return nil
    }
    guard end.count >= SmallCells.limit else {
      return Card(cardTitle: title, cardRatio: "<5", cardBasis: peopleBasis)
    }
    return Card(
      cardTitle: title, cardMain: PacketNumbers.countFigure(end),
      cardLines: [CardLine(before: "iuran", lineFigure: PacketNumbers.amountFigure(end))],
      cardBasis: peopleBasis)
  }

  /// Whom the figures of covered people count.
  var peopleBasis: String {
    guard let month = report.peopleMonth else {
      return "Tidak ada iuran untuk bulan mana pun dalam periode ini"
    }
    let isEarlier = month != report.period.to
    return "Orang dengan iuran untuk \(PacketNumbers.month(month))"
      + (isEarlier ? ", bulan terakhir dalam periode yang ada iurannya" : "")
  }

  private var claimCards: [Card] {
    if let card = uncheckedCard("Manfaat", .claims, "bulan kejadian") { return [card] }
    return statement[.benefitByProgramme].filter { $0.role == .add }.map { line in
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
    guard report.isGiven(.claims), report.isGiven(.contributions),
      let benefits = statement.end(of: .benefitByProgramme),
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
}
