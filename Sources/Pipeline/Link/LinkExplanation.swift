internal import Matcher

/// Says why a row was linked as it was: levels with their weights, the total, the rivals.
struct LinkExplanation {
  /// How many candidates are shown.
  private static let shown = 3

  private let linker: Linker
  private let model: LinkModel
  private let result: LinkResult

  init(_ linker: Linker, _ model: LinkModel, _ result: LinkResult) {
    (self.linker, self.model, self.result) = (linker, model, result)
  }

  /// The explanation of a left row's decision, or of those that a right row takes part in.
  ///
  /// Throws a `RunError` where no row has the key.
  func lines(for key: String) throws(RunError) -> [String] {
    if let row = (0..<linker.left.count).first(where: { linker.left.keys.string($0) == key }) {
      return decision(row)
    }
    guard let row = (0..<linker.right.count).first(where: { linker.right.keys.string($0) == key })
    else {
      throw .configuration("--explain: no row has the key given. Keys are compared to the letter.")
    }
    let rows = result.candidates.filter { $0.right == row }.sorted {
      ($1.probability, $0.left) < ($0.probability, $1.left)
    }
    guard !rows.isEmpty else { return ["\(key): no left row comes near it."] }
    return ["\(key): the left rows that come near it"]
      + rows.prefix(Self.shown).flatMap { decision($0.left) }
  }

  private func decision(_ row: Int) -> [String] {
    let key = linker.left.keys.string(row)
    guard let decision = result.decisions.first(where: { $0.left == row }),
      let best = decision.best
    else { return ["\(key): none. No right row shares enough with it to be compared."] }
    let rivals = result.candidates.filter { $0.left == row && $0.right != best.right }
      .sorted { ($1.probability, $1.weight, $0.right) < ($0.probability, $0.weight, $1.right) }
    var lines = ["\(key): \(decision.tier.rawValue)"]
    lines += candidate(best, decision.isLink ? "linked to" : "best candidate")
    for rival in rivals.prefix(Self.shown - 1) {
      lines += candidate(rival, "runner-up") + [whyNot(rival, best)]
    }
    return lines
  }

  private func candidate(_ candidate: LinkResult.Candidate, _ role: String) -> [String] {
    let weights = linker.weights(candidate, model)
    let prior = linker.priorWeight(model)
    var lines = [
      "  \(role) \(linker.right.keys.string(candidate.right)), probability "
        + LinkNumber.written(candidate.probability, decimals: 4)
    ]
    for (place, comparison) in linker.plan.comparisons.enumerated() {
      let level = candidate.level(place).map { comparison.levels[$0].name } ?? "absent"
      lines.append("    \(bits(weights[place]))  \(comparison.name): \(level)")
    }
    for (both, less) in linker.together(candidate) {
      let names = [both.first, both.second].map { linker.plan.comparisons[$0].name }
      lines.append("    \(bits(-less))  \(names[0]) and \(names[1]) often agree together")
    }
    lines.append("    \(bits(prior))  before anything is compared")
    lines.append("    \(bits(candidate.weight + prior))  total, in bits")
    return lines
  }

  /// What of a rival weighs less than the best, the greatest difference first.
  private func whyNot(_ rival: LinkResult.Candidate, _ best: LinkResult.Candidate) -> String {
    let (other, own) = (linker.weights(rival, model), linker.weights(best, model))
    let less = own.indices.filter { own[$0] - other[$0] > 0.5 }
      .sorted { own[$0] - other[$0] > own[$1] - other[$1] }
      .map { "\(linker.plan.comparisons[$0].name) \(bits(other[$0] - own[$0]))" }
    if less.isEmpty {
      return rival.weight >= best.weight - 0.5
        ? "    it says as much; other rows need it, or nothing tells the two apart"
        : "    it says less in all"
    }
    return "    it lost by \(less.joined(separator: ", "))"
  }

  private func bits(_ weight: Double) -> String {
    let text = (weight < 0 ? "" : "+") + LinkNumber.written(weight, decimals: 1)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }
}
