import Domain

extension PacketBuilder {
  /// How many claims of a code are named.
  private static let namedCount = 10

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
    let (verdict, tone) = verdict(of: result)
    return ExpectationView(
      claimTitle: "\(programme), \(PacketNumbers.period(result.period)), \(basis)",
      verdict: verdict, verdictTone: tone, comparisons: [cases, amount].compactMap { $0 },
      unchecked: result.isChecked ? nil : Wording.unchecked(.claims, of: report),
      claimRows: end == nil ? result.claims.map { RowView(rowLabel: $0) } : claimRows(lines),
      claimFindings: findings(about: result.claims))
  }

  private func verdict(of result: ExpectationResult) -> (String, String) {
    guard result.isChecked else { return ("Tidak diperiksa", "warn") }
    return result.holds ? ("Terbukti", "good") : ("Tidak terbukti", "bad")
  }

  private func comparison(
    _ what: String, _ expected: Int64?, _ found: Int64?, _ show: (Int64) -> String,
    _ figure: Figure?
  ) -> Comparison? {
    guard let expected else { return nil }
    guard let found else {
      return Comparison(what: what, published: show(expected), foundText: "–", gap: "–")
    }
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

  /// The claims behind a figure that have open findings, by code: a sum may hold all the same.
  private func findings(about claims: [String]) -> String? {
    let claims = Set(claims)
    var found: [RuleCode: Set<String>] = [:]
    for row in report.findings
    where row.finding.subject.kind == .claim && row.finding.status != .pending {
      let claim = report.arena.string(row.subjectKey)
      if claims.contains(claim) { found[row.finding.code, default: []].insert(claim) }
    }
    guard !found.isEmpty else { return nil }
    let parts = found.sorted { $0.key < $1.key }.map { code, claims in
      let further = claims.count - Self.namedCount
      return "\(PacketNumbers.count(Int64(claims.count))) klaim dengan temuan \(code.text) ("
        + claims.sorted().prefix(Self.namedCount).joined(separator: ", ")
        + (further > 0 ? ", dan \(PacketNumbers.count(Int64(further))) lainnya)" : ")")
    }
    return "Di antaranya \(parts.joined(separator: "; "))."
  }
}
