public import Domain

/// Everybody the city pays for has a membership.
///
/// Money for somebody whom BPJamsostek does not know buys no cover: an accident would stay
/// unpaid. A payment row that no id ties to anybody is a question of identity, not of membership.
///
/// Conflict: a payment row of the city against BPJamsostek's list of members.
///
/// No finding: a person with any membership, whatever its state; a row that names nobody.
public struct PaidPersonIsMember: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 1), "Dibayar kota, tidak ada di BPJamsostek",
    holds: "Everybody the city pays for has a membership.", severity: .critical,
    legalBasis: "PP 44/2015; Perda 10/2023", confirmed: false, owner: .bpjamsostek,
    atRisk: "Iuran baris itu", needs: [.memberships, .contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard person.memberships.isEmpty, !person.isLoose, person.given.contains(.memberships) else {
      return
    }
    for premium in person.premiums where !premium.marks.contains(.loose) {
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
        subject: premium.ref, other: person.rosterRef, expected: .phrase(.membership),
        found: .phrase(.noMembership), atRisk: Int64(premium.amount))
      if premium.marks.contains(.undecided) { finding.status = .pending }
      findings.add(finding)
    }
  }
}
