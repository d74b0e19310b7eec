public import Domain

/// Every record of a person states the NIK of the city's list.
///
/// A record linked by KPJ or by likeness against its own NIK belongs to the person all the same,
/// but a claim would stop at the difference. Records without a NIK say nothing.
///
/// Conflict: the NIK of a membership, payment or claim against that of the city's list.
///
/// No finding: a record without a NIK; one of a person outside the city's list.
public struct NIKIsTheSameOnBothSides: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 2), "NIK berbeda untuk orang yang sama",
    holds: "Every record of a person states the NIK of the city's list.", severity: .high,
    legalBasis: "Permenaker 5/2021 jo. 1/2025", confirmed: false, owner: .dinperinaker,
    atRisk: "Tarif x bulan; nilai klaim atau iuran baris itu", needs: [.roster])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let listed = person.roster.first?.nik, listed.isPresent else { return }
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard membership.nik.isPresent, membership.nik != listed else { continue }
      var finding = breach(
        of: person, person.membershipRef(place), nil, listed, .nik(membership.nik),
        atRisk: tariff.expectedSum(of: person))
      if membership.link.tier == .suggested { finding.status = .pending }
      findings.add(finding)
    }
    for claim in person.claims where claim.nik.isPresent && claim.nik != listed {
      var finding = breach(
        of: person, claim.ref, claim.incidentOn.month, listed, .nik(claim.nik), atRisk: claim.paid)
      (finding.programme, finding.status) = (claim.programme, claim.statusByLink)
      findings.add(finding)
    }
    for premium in person.premiums where premium.marks.contains(.nikDiffers) {
      findings.add(
        breach(
          of: person, premium.ref, premium.month, listed, .nikInRow,
          atRisk: Int64(premium.amount)))
    }
  }

  private func breach(
    of person: PersonCase, _ subject: RecordRef, _ month: CoverageMonth?, _ listed: NIK,
    _ found: Fact, atRisk: Int64
  ) -> Finding {
    Finding(
      Self.entry.code, Self.entry.severity, month: month, person: person.person, subject: subject,
      other: person.rosterRef, expected: .nik(listed), found: found, atRisk: atRisk)
  }
}
