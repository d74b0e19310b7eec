public import Domain

/// A death comes more than 30 days after cover began.
///
/// Dying people have been enrolled for the benefit. Most such deaths are nothing but sad: the
/// finding asks for a look at the papers of enrolment and accuses nobody.
///
/// Conflict: the day of a death under JKM against the last start of cover before it.
///
/// No finding: a death by a work accident; an event before cover started, which is KLM-04.
public struct DeathComesLongAfterEnrolment: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 9), "Meninggal segera setelah didaftarkan",
    holds: "A death comes more than 30 days after cover began.", severity: .high,
    legalBasis: "Pola risiko, bukan aturan hukum", confirmed: false, owner: .bpjamsostek,
    atRisk: "Manfaat kematian", needs: [.claims, .memberships])

  private let limits: TimeLimits
  private let benefits: BenefitSchedule

  /// A rule for limits of time that values deaths by a schedule of benefits.
  public init(limits: TimeLimits, benefits: BenefitSchedule) {
    (self.limits, self.benefits) = (limits, benefits)
  }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .death, let start = person.lastStart(at: claim.incidentOn),
      let limit = limits.limit(.earlyDeath, on: claim.incidentOn),
      claim.incidentOn.day - start.day <= Int32(limit.count)
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .date(start.adding(days: limit.count + 1)),
      found: .date(claim.incidentOn), atRisk: benefits.atRisk(of: claim, of: person))
    finding.support = person.lastStartRef(at: claim.incidentOn)
    (finding.law, finding.programme) = (limit.law, claim.programme)
    finding.status = person.statusByCover(of: claim)
    findings.add(finding)
  }
}
