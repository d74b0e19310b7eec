internal import Writer

/// A claim in plain Indonesian: whose it is, whether it was covered, and what was found.
struct ExplainedClaim {
  let number: String
  let link: [String: String]?
  let coverage: [String: String]?
  /// The records behind its cover; none in a run of an older version.
  let evidence: [FindingLine.Evidence]
  let findings: [FindingLine]
  let rejects: [[String: String]]

  var lines: [String] {
    let facts = linkFacts + coverageFacts + [(ExplainWording.Label.rejected, rejected)]
    let records = evidence.map(ExplainedFinding.record).map { "    - \($0)" }
    return [ExplainWording.heading(.claim, number)] + ExplainedFinding.told(facts)
      + (records.isEmpty ? [] : ["  \(ExplainWording.Label.evidence.rawValue):"] + records)
      + ExplainedFinding.all(findings, rejects: rejects)
  }

  private var linkFacts: [(ExplainWording.Label, String?)] {
    guard let link else { return [(.link, ExplainWording.absent(from: "links.csv"))] }
    let place = text(link, "file").map { ExplainWording.place($0, line: text(link, "line")) }
    let how = text(link, "participant").map {
      ExplainWording.link(
        to: $0, method: text(link, "method"), probability: text(link, "probability"),
        tier: text(link, "tier"))
    }
    let rival = text(link, "runner_up").map {
      ExplainWording.runnerUp($0, probability: text(link, "runner_up_probability"))
    }
    return [(.place, place), (.link, how ?? ExplainWording.unlinked), (.runnerUp, rival)]
  }

  private var coverageFacts: [(ExplainWording.Label, String?)] {
    guard let coverage else { return [(.coverage, ExplainWording.absent(from: "coverage.csv"))] }
    let cover = text(coverage, "cover_from").map {
      ExplainWording.cover(from: $0, until: text(coverage, "cover_until"))
    }
    return [
      (
        .coverage,
        ExplainWording.coverage(
          text(coverage, "outcome") ?? "-", month: text(coverage, "month"))
      ),
      (.coverPeriod, cover),
      (.payments, text(coverage, "payment_ids")?.replacing(";", with: ", ")),
    ]
  }

  /// The rows of the claim's file that were rejected: one of them may be a part of the claim.
  private var rejected: String? {
    guard let file = link.flatMap({ text($0, "file") }) else { return nil }
    let lines = rejects.filter { $0["file"] == file }.compactMap { $0["line"] }
    return lines.isEmpty ? nil : ExplainWording.rejected(lines, of: file)
  }

  private func text(_ row: [String: String], _ column: String) -> String? {
    row[column].flatMap { $0.isEmpty ? nil : $0 }
  }
}
