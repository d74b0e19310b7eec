internal import Writer

/// Tells the trail of a finding, of a claim, or of a person or record with findings, in Indonesian.
///
/// `id` is a finding's id (16 hexadecimal digits), a claim's number, a person's pseudonym or the
/// key of a record with findings; `runFolder` is a published run. Throws a `RunError` where there
/// is no such run or the run knows no such id.
public func explain(_ id: String, runFolder: String) throws -> [String] {
  let run = PublishedRun(folder: runFolder)
  let wanted = id.lowercased()
  if wanted.utf8.count == 16, wanted.allSatisfy(\.isHexDigit),
    let finding = try run.findings(mentioning: wanted).first(where: { $0.id.text == wanted })
  {
    return ExplainedFinding(finding, rejects: run.rejects).lines
  }
  if let claim = try explainedClaim(id, run) { return claim }
  let findings = try run.findings(mentioning: id)
  let ofPerson = findings.filter { $0.person?.text == id }
  let found = ofPerson.isEmpty ? findings.filter { $0.concerns(id) } : ofPerson
  guard !found.isEmpty else { throw unknown(id) }
  let heading = ExplainWording.heading(ofPerson.isEmpty ? .record : .person, Paths.shown(id))
  return [heading] + ExplainedFinding.all(found, rejects: run.rejects)
}

private func explainedClaim(_ id: String, _ run: PublishedRun) throws -> [String]? {
  let link = try run.rows(of: "links.csv", mentioning: id).first {
    $0["kind"] == "claim" && $0["key"] == id
  }
  let coverage = try run.rows(of: "coverage.csv", mentioning: id).first { $0["claimNumber"] == id }
  guard link != nil || coverage != nil else { return nil }
  let findings = try run.findings(mentioning: id).filter { $0.concerns(id) }
  return ExplainedClaim(
    number: id, link: link, coverage: coverage, evidence: run.cover(of: id), findings: findings,
    rejects: run.rejects
  ).lines
}

private func unknown(_ id: String) -> RunError {
  .noInput(
    file: Paths.shown(id),
    why: "the run has no finding, claim or person of this name. The ids and pseudonyms stand in "
      + "findings.csv, the claim numbers in links.csv; a row that was rejected has none, it stands "
      + "in rejects.csv as FILE:LINE. --run names another run.")
}
