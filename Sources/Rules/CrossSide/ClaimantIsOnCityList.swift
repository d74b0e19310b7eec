public import Domain

/// Every claim is of somebody in a city record.
///
/// A claim of a stranger swells the benefit that the city reports of its programme. Where it may
/// be one of several participants it is no accusation yet.
///
/// Conflict: a claim against the city's list and payments.
///
/// No finding: a person whom the city paid for without listing.
public struct ClaimantIsOnCityList: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.sil, 3), "Klaim orang yang tidak pernah menjadi peserta kota",
    holds: "Every claim is of somebody in a city record.", severity: .high,
    legalBasis: "PKS kota dan BPJamsostek; SK penetapan peserta", confirmed: false,
    owner: .bpjamsostek, atRisk: "Jumlah klaim", needs: [.claims])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard !person.given.isDisjoint(with: [.roster, .contributions]), !claim.link.isLinked,
      !person.isOnCityList
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .phrase(.cityRecord), found: .phrase(.noCityRecord),
      atRisk: claim.paid)
    finding.programme = claim.programme
    finding.status = claim.link.tier == .ambiguous ? .pending : .new
    findings.add(finding)
  }
}
