public import Domain

/// A paid month lies in a membership that has not ended.
///
/// The month in which cover ended counts whole. Money for a month behind it buys nothing: an
/// accident would stay unpaid. Months after a death are IUR-05 alone.
///
/// Conflict: the month of a payment row against the end of the membership.
///
/// No finding: a month of another membership; one before cover starts, paid in advance; a person
/// without any membership, which is KPS-01.
public struct PaidMonthLiesInMembership: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 3), "Status nonaktif padahal dibayar",
    holds: "A paid month lies in a membership that has not ended.",
    severity: .critical, legalBasis: "PP 44/2015; Perda 10/2023", confirmed: false,
    owner: .bpjamsostek,
    atRisk: "Iuran baris itu", needs: [.memberships, .contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard person.memberships.contains(where: { $0.ends != nil }) else { return }
    let death = person.monthOfDeath
    for premium in person.premiums {
      guard premium.month <= death ?? premium.month,
        let place = endedMembership(of: person, at: premium.month),
        let end = person.memberships[place].lastMonth
      else { continue }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
        subject: premium.ref, other: person.membershipRef(place), expected: .month(end),
        found: .month(premium.month), atRisk: Int64(premium.amount))
      finding.status = person.statusByLink(ofMembership: place)
      findings.add(finding)
    }
  }

  /// The membership that ended last before a month that none covers.
  private func endedMembership(of person: PersonCase, at month: CoverageMonth) -> Int? {
    var last: (place: Int, end: CoverageMonth)?
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard membership.segment != .formal, let start = membership.firstMonth, start <= month else {
        continue
      }
      guard let end = membership.lastMonth, end < month else { return nil }
      if last.map({ $0.end <= end }) ?? true { last = (place, end) }
    }
    return last?.place
  }
}
