public import Domain

/// An event happens on or after the first day of cover.
///
/// Cover may rightly start before the first payment where the agreement says so; the start that
/// BPJamsostek records is the one that counts. With several memberships all start later.
///
/// Conflict: the day of the event against the first day of every membership.
///
/// No finding: a start that the agreement aligns with an earlier month; a month paid in advance.
public struct EventFollowsCoverStart: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 4), "Kejadian sebelum perlindungan",
    holds: "An event happens on or after the first day of cover.", severity: .critical,
    legalBasis: "PP 44/2015; Permenaker 5/2021", confirmed: false, owner: .bpjamsostek,
    atRisk: "Manfaat kematian, atau jumlah klaim",
    needs: [.claims, .memberships, .contributions])

  private let benefits: BenefitSchedule

  /// A rule that values deaths by a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard case .beforeStart? = claim.coverage.gap else { return }
    findings.add(
      .uncovered(
        Self.entry.code, Self.entry.severity, claim, of: person,
        expected: claim.coverage.from.map(Fact.date) ?? .phrase(.activeCover),
        found: .date(claim.incidentOn), benefits: benefits))
  }
}

extension Finding {
  /// A claim whose event was not covered: KLM-04, KLM-05 or SIL-01.
  static func uncovered(
    _ code: RuleCode, _ severity: Severity, _ claim: ClaimCase, of person: PersonCase,
    expected: Fact, found: Fact, benefits: BenefitSchedule
  ) -> Finding {
    var finding = Finding(
      code, severity, month: claim.incidentOn.month, person: person.person, subject: claim.ref,
      expected: expected, found: found, atRisk: benefits.atRisk(of: claim, of: person))
    finding.support = claim.coverage.membership.map { person.membershipRef($0) } ?? .none
    finding.law = benefits.law(of: claim)
    (finding.programme, finding.status) = (claim.programme, person.statusByCover(of: claim))
    return finding
  }
}
