public import Domain

/// An event happens before the cover has ended or lapsed.
///
/// Cover lapses when the event's month and more than three months directly before it are unpaid.
/// Within three months after the end the finding is milder, but it is one.
///
/// Conflict: the day of the event against the end of cover and the months paid before it.
///
/// No finding: an event whose own month is paid; up to three unpaid months before it.
public struct EventLiesInActiveCover: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 5), "Kejadian dalam masa tunggakan atau nonaktif",
    holds: "An event happens before the cover has ended or lapsed.", severity: .critical,
    legalBasis: "PP 44/2015; Perdir BPJS Ketenagakerjaan 22/PERDIR.02/072022", confirmed: false,
    owner: .bpjamsostek, atRisk: "Manfaat kematian, atau jumlah klaim",
    needs: [.claims, .memberships, .contributions])

  private let benefits: BenefitSchedule
  private let monthsOfGrace: Int

  /// A rule that values deaths by a schedule of benefits and is milder for some months.
  public init(benefits: BenefitSchedule, monthsOfGrace: Int = 3) {
    (self.benefits, self.monthsOfGrace) = (benefits, monthsOfGrace)
  }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    switch claim.coverage.gap {
    case .afterEnd(let months)?:
      let severity = months <= monthsOfGrace ? Severity.medium : Self.entry.severity
      findings.add(
        .uncovered(
          Self.entry.code, severity, claim, of: person,
          expected: claim.coverage.until.map(Fact.date) ?? .phrase(.activeCover),
          found: .date(claim.incidentOn), benefits: benefits))
    case .lapsed?:
      findings.add(
        .uncovered(
          Self.entry.code, Self.entry.severity, claim, of: person,
          expected: .phrase(.activeCover), found: .phrase(.lapsedCover), benefits: benefits))
    default:
      break
    }
  }
}
