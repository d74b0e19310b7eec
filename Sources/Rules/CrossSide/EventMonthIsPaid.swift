public import Domain

/// The month of an event has a premium of the city.
///
/// The cover was active, so BPJamsostek may have paid rightly by another payer or in the time of
/// grace; the city's own books do not show it. A month without any list is no finding.
///
/// Conflict: a claim against the city's payment rows of the event's month.
///
/// No finding: a month paid in advance or later; an event in the first month of cover, before its
/// payment.
public struct EventMonthIsPaid: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.sil, 1), "Klaim tanpa iuran kota pada bulan kejadian",
    holds: "The month of an event has a premium of the city.", severity: .critical,
    legalBasis: "PP 44/2015; PKS kota dan BPJamsostek", confirmed: false, owner: .dinperinaker,
    atRisk: "Manfaat kematian, atau jumlah klaim",
    needs: [.claims, .memberships, .contributions])

  private let benefits: BenefitSchedule

  /// A rule that values deaths by a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard case .unpaidMonth? = claim.coverage.gap else { return }
    findings.add(
      .uncovered(
        Self.entry.code, Self.entry.severity, claim, of: person, expected: .phrase(.premium),
        found: .phrase(.noPremium), benefits: benefits))
  }
}
