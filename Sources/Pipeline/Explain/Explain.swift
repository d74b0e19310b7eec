public import Domain
internal import Writer

/// Tells the trail of a finding, a month, a claim, an SP2D, a person or another record.
///
/// `id` is a finding's id (16 hexadecimal digits), a month as `2024-06`, a claim's number, an
/// SP2D's number, a person's pseudonym or the key of a record that is linked or has findings; what
/// it is is tried in this order. `runFolder` is a published run. Throws a `RunError` where there
/// is no such run or the run knows no such id.
public func explain(
  _ id: String, runFolder: String, language: Language = .indonesian
) throws -> [String] {
  let run = PublishedRun(folder: runFolder)
  let teller = Teller(words: ExplainWording(language), run: run)
  if let lines = try teller.finding(id) ?? teller.month(id) { return lines }
  let findings = try run.findings(mentioning: id)
  let lines =
    try teller.claim(id, findings) ?? teller.sp2d(id, findings) ?? teller.person(id, findings)
    ?? teller.record(id, findings)
  guard let lines else { throw unknown(id) }
  return lines
}

private func unknown(_ id: String) -> RunError {
  .noInput(
    file: Paths.shown(id),
    why: "the run has no finding, month, claim, SP2D or person of this name. The ids and "
      + "pseudonyms stand in findings.csv, the claim numbers in links.csv, the SP2Ds in sp2d.csv; "
      + "a row that was rejected has none, it stands in rejects.csv as FILE:LINE. --run names "
      + "another run.")
}

/// Tells what a published run says, in the words of one language.
struct Teller {
  let words: ExplainWording
  let run: PublishedRun

  /// A finding under its id.
  func finding(_ id: String) throws -> [String]? {
    let wanted = id.lowercased()
    guard wanted.utf8.count == 16, wanted.allSatisfy(\.isHexDigit) else { return nil }
    return try run.findings(mentioning: wanted).first { $0.id.text == wanted }
      .map { told([$0])[0] }
  }

  /// A record that `links.csv` lists or that has findings.
  func record(_ id: String, _ findings: [FindingLine]) throws -> [String]? {
    let findings = findings.filter { $0.concerns(id) }
    let link = run.links(of: [id]).sorted { $0.key < $1.key }.first?.value
    guard link != nil || !findings.isEmpty else { return nil }
    return [words.heading(.record, Paths.shown(id))] + facts(link.map(linkFacts) ?? [])
      + candidates(of: link) + all(findings)
  }

  /// How many findings there are, then each of them behind an empty line.
  func all(_ findings: [FindingLine]) -> [String] {
    ["  \(words.findings(findings.count))"] + told(findings).flatMap { [""] + $0 }
  }

  private func told(_ findings: [FindingLine]) -> [[String]] {
    let keys = findings.compactMap(\.linkKey)
    let (links, rejects) = (run.links(of: Set(keys.map(\.key))), run.rejects)
    return findings.map { finding in
      let link = finding.linkKey.flatMap { links["\($0.kind) \($0.key)"] }
      return ExplainedFinding(finding, words, link: link.map(linkFacts) ?? [], rejects).lines
    }
  }

  /// The facts that are there, their labels in one column.
  func facts(_ facts: [Told]) -> [String] { Told.lines(facts, words) }

  /// What `links.csv` says of a record, with the participant who came second.
  func linkFacts(_ link: [String: String]) -> [Told] {
    let how = link.text("participant").map {
      words.link(
        to: $0, method: link.text("method"), probability: link.text("probability"),
        tier: link.text("tier"))
    }
    let rival = link.text("runner_up").map {
      words.runnerUp($0, probability: link.text("runner_up_probability"))
    }
    let place = link.text("file").map { words.place($0, line: link.text("line")) }
    return [
      Told(.place, place), Told(.link, how ?? words.unlinked), Told(.runnerUp, rival),
    ]
  }
}

/// A fact behind its label; without a text it is left out.
struct Told {
  let label: ExplainWording.Label
  let text: String?

  init(_ label: ExplainWording.Label, _ text: String?) { (self.label, self.text) = (label, text) }

  /// The facts that are there, their labels in one column.
  static func lines(_ facts: [Told], _ words: ExplainWording) -> [String] {
    facts.compactMap { fact in
      let label = words.label(fact.label)
      let room = String(repeating: " ", count: max(0, 17 - label.count))
      return fact.text.map { "  \(label)\(room): \($0)" }
    }
  }

  /// A label with its list, one line each; nothing where the list is empty.
  static func list(
    _ label: ExplainWording.Label, _ lines: [String], _ words: ExplainWording
  ) -> [String] {
    lines.isEmpty ? [] : ["  \(words.label(label)):"] + lines.map { "    - \($0)" }
  }
}

extension [String: String] {
  /// A cell that is not empty.
  func text(_ column: String) -> String? { self[column].flatMap { $0.isEmpty ? nil : $0 } }

  /// A cell's whole number.
  func number(_ column: String) -> Int64? { self[column].flatMap { Int64($0) } }
}
