public import Domain

/// An event is paid once: one claim for a person, programme and day, one row for a component.
///
/// Of several claims the lowest number is the first and each later one a finding. Two rows of one
/// claim with the same component and recipient are one finding on the later row. Scholarships are
/// paid every year for one event: several claims for them are right, unless one recipient has two
/// in one year.
///
/// Conflict: two claims, or two rows of one claim, for the same event.
///
/// No finding: a payment that was cancelled and issued again; scholarships of different years; rows
/// that name neither component nor recipient and add up to the benefit.
public struct EventIsPaidOnce: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 2), "Klaim dibayar dua kali",
    holds: """
      An event is paid once: one claim for a person, programme and day, one row for a component.
      """,
    severity: .critical, legalBasis: "PP 44/2015 jo. PP 82/2019", confirmed: false,
    owner: .bpjamsostek, atRisk: "Manfaat kematian, atau jumlah klaim", needs: [.claims])

  private let benefits: BenefitSchedule

  /// A rule that values deaths by a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    if let earlier = earlierClaim(than: claim, of: person) {
      var finding = breach(claim, of: person, subject: claim.ref, other: earlier.ref)
      if earlier.link.tier == .suggested { finding.status = .pending }
      findings.add(finding)
    } else if let (first, second) = claim.repeated, benefits.isPaidTwice(claim) {
      findings.add(
        breach(
          claim, of: person, subject: RecordRef(.claim, second), other: RecordRef(.claim, first),
          atRisk: claim.repeatedAmount))
    }
  }

  /// The first of the person's claims for the same event, where this one comes later.
  private func earlierClaim(than claim: ClaimCase, of person: PersonCase) -> ClaimCase? {
    for other in person.claims {
      if other.firstRow == claim.firstRow { return nil }
      if claim.paysScholarshipsAlone {
        if repeats(claim, other) { return other }
      } else if other.programme == claim.programme, !other.paysScholarshipsAlone,
        claim.incidentOn.isPresent, other.incidentOn == claim.incidentOn
      {
        return other
      }
    }
    return nil
  }

  /// Whether a claim pays a scholarship to a recipient who had it in the same year under another.
  private func repeats(_ claim: ClaimCase, _ other: ClaimCase) -> Bool {
    guard other.incidentOn == claim.incidentOn else { return false }
    return claim.scholarships.contains { own in
      own.payee != 0 && own.year != nil
        && other.scholarships.contains { $0.payee == own.payee && $0.year == own.year }
    }
  }

  private func breach(
    _ claim: ClaimCase, of person: PersonCase, subject: RecordRef, other: RecordRef,
    atRisk: Int64? = nil
  ) -> Finding {
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: subject, other: other, expected: .phrase(.oneClaim), found: .phrase(.repeatedClaim),
      atRisk: atRisk ?? benefits.atRisk(of: claim, of: person))
    (finding.programme, finding.law) = (claim.programme, benefits.law(of: claim))
    finding.status = claim.statusByLink
    return finding
  }
}
