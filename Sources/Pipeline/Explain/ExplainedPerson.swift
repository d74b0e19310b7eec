internal import Writer

extension Teller {
  /// A person: every claim with its cover, then every finding.
  func person(_ pseudonym: String, _ findings: [FindingLine]) throws -> [String]? {
    let own = findings.filter { $0.person?.text == pseudonym }
    let claims = self.claims(of: pseudonym, own)
    guard !own.isEmpty || !claims.isEmpty else { return nil }
    let told = try claims.compactMap { try claim($0) }
    return [words.heading(.person, pseudonym)]
      + facts([Told(.person, own.lazy.compactMap(\.nik.nonEmpty).first.map { "NIK \($0)" })])
      + (told.isEmpty ? [] : ["  \(words.claims(told.count))"] + told.flatMap { [""] + $0 } + [""])
      + all(own)
  }

  /// The numbers of a person's claims: those of `coverage.jsonl`, and those with findings.
  private func claims(of pseudonym: String, _ findings: [FindingLine]) -> [String] {
    let covered = run.covers(mentioning: pseudonym).filter { $0.person?.text == pseudonym }
    let atFault = findings.filter { $0.subject_kind?.text == "claim" }
    return Set(covered.map(\.claimNumber.text) + atFault.compactMap(\.subject_key.nonEmpty))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
