/// Tells the trail of a finding, or of a claim and every finding about it, in Indonesian.
///
/// `id` is a finding's id (16 hexadecimal digits) or a claim's number; `runFolder` is a published
/// run. Throws a `RunError` where there is no such run or the run knows no such id.
public func explain(_ id: String, runFolder: String) throws -> [String] {
  let run = PublishedRun(folder: runFolder)
  let wanted = id.lowercased()
  if wanted.utf8.count == 16, wanted.allSatisfy(\.isHexDigit) {
    if let finding = try run.findings(mentioning: wanted).first(where: { $0.id.text == wanted }) {
      return ExplainedFinding(finding).lines
    }
  }
  let link = try run.rows(of: "links.csv", mentioning: id).first {
    $0["kind"] == "claim" && $0["key"] == id
  }
  let coverage = try run.rows(of: "coverage.csv", mentioning: id).first { $0["claimNumber"] == id }
  let findings = try run.findings(mentioning: id).filter { $0.concerns(id) }
  guard link != nil || coverage != nil || !findings.isEmpty else {
    throw RunError.noInput(
      file: Paths.shown(id),
      why: "the run has no finding and no claim of this name. "
        + "The ids stand in findings.csv, the claim numbers in links.csv; --run names another run.")
  }
  return ExplainedClaim(number: id, link: link, coverage: coverage, findings: findings).lines
}
