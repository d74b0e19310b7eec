internal import Writer

/// A line of `links.jsonl`.
struct LinkLine: Decodable {
  /// What a comparison said.
  struct Compared: Decodable {
    let what: String
    let level: String?
    let weight: Double
  }
  /// A participant the record may be.
  struct Candidate: Decodable {
    let participant: String?
    let probability: Double
    let compared: [Compared]

    /// What all comparisons say together, in bits.
    var weight: Double { compared.reduce(0) { $0 + $1.weight } }
  }

  let kind: String
  let key: String
  let tier: String
  let prior: Double
  let candidates: [Candidate]
}

extension Teller {
  /// What spoke for and against the participants that a record may be.
  func candidates(of link: [String: String]?) -> [String] {
    guard let kind = link?.text("kind"), let key = link?.text("key"),
      let line = run.decidedLinks(mentioning: key).first(where: {
        $0.kind == kind && $0.key == key
      }), let best = line.candidates.first
    else { return [] }
    var lines = [told(best, line)]
    for rival in line.candidates.dropFirst() {
      lines.append(told(rival, line))
      lines.append(whyNot(rival, best))
    }
    return Told.list(.candidates, lines, words)
  }

  private func told(_ candidate: LinkLine.Candidate, _ line: LinkLine) -> String {
    words.candidate(
      candidate.participant ?? "-", probability: candidate.probability,
      total: candidate.weight + line.prior,
      compared: candidate.compared.map { ($0.what, $0.level, $0.weight) }, prior: line.prior)
  }

  /// What says less for a rival than for the best, the greatest difference first.
  private func whyNot(_ rival: LinkLine.Candidate, _ best: LinkLine.Candidate) -> String {
    let less = zip(rival.compared, best.compared).map { ($0.what, $0.weight - $1.weight) }
      .filter { $0.1 < -0.5 }.sorted { $0.1 < $1.1 }
    return words.lost(less) ?? words.equallyLikely
  }
}
