internal import Writer

extension Teller {
  /// A claim with its findings, where the run has one of this number.
  func claim(_ number: String, _ findings: [FindingLine]) throws -> [String]? {
    let findings = findings.filter { $0.concerns(number) }
    return try claim(number).map { $0 + all(findings) }
  }

  /// A claim without its findings: whose it is, and whether it was covered.
  func claim(_ number: String) throws -> [String]? {
    let link = run.links(of: [number])["claim \(number)"]
    let coverage = try run.rows(of: "coverage.csv", mentioning: [number])
      .first { $0["claimNumber"] == number }
    guard link != nil || coverage != nil else { return nil }
    let cover = run.covers(mentioning: number).first { $0.claimNumber.text == number }
    let linked = link.map(linkFacts) ?? [Told(.link, words.absent(from: "links.csv"))]
    return [words.heading(.claim, number)]
      + facts(
        claimFacts(cover) + linked + coverageFacts(coverage)
          + [Told(.rejected, rejected(of: link))])
      + candidates(of: link)
      + Told.list(.evidence, (cover?.evidence ?? []).map { $0.told(words) }, words)
  }

  /// What the claim is: whose, of what programme, for which day, how much.
  private func claimFacts(_ cover: CoverLine?) -> [Told] {
    let paid = cover?.paid.nonEmpty.flatMap { Int64($0) }
    return [
      Told(.person, cover?.person.nonEmpty), Told(.programme, cover?.programme.nonEmpty),
      Told(.incidentOn, cover?.incidentOn.nonEmpty), Told(.benefit, paid.map(words.rupiah)),
    ]
  }

  private func coverageFacts(_ coverage: [String: String]?) -> [Told] {
    guard let coverage else { return [Told(.coverage, words.absent(from: "coverage.csv"))] }
    let cover = coverage.text("cover_from").map {
      words.cover(from: $0, until: coverage.text("cover_until"))
    }
    let outcome = words.coverage(
      coverage.text("outcome") ?? "-", month: coverage.text("month"))
    return [
      Told(.coverage, outcome), Told(.coverPeriod, cover),
      Told(.payments, coverage.text("payment_ids")?.replacing(";", with: ", ")),
    ]
  }

  /// The rows of the claim's file that were rejected: one of them may be a part of the claim.
  private func rejected(of link: [String: String]?) -> String? {
    guard let file = link?.text("file") else { return nil }
    let lines = run.rejects.filter { $0["file"] == file }.compactMap { $0["line"] }
    return lines.isEmpty ? nil : words.rejected(lines, of: file)
  }
}
