public import Domain

/// People under one NIK are one person.
///
/// Of the people under one NIK the one with the lowest participant id (KPJ, payment id) has it;
/// each further one is a finding for each source, on the earliest record there. A record that the
/// KPJ links against its NIK is IDN-02.
///
/// Conflict: two people of different name or birth date under the same sixteen digits.
///
/// No finding: the same person listed twice; a NIK that differs from the birth date.
public struct NIKBelongsToOnePerson: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 3), "Satu NIK, beberapa nama atau tanggal lahir",
    holds: "People under one NIK are one person.",
    severity: .high, legalBasis: "UU 24/2013 tentang Administrasi Kependudukan", confirmed: false,
    owner: .disdukcapil,
    atRisk: "Tarif x bulan orang yang lebih", needs: [])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let shared = person.shared, shared.firstOfNIK != .none else { return }
    let nik = shared.nik
    if person.roster.first?.nik == nik {
      findings.add(breach(of: person, shared, person.rosterRef, nil))
    }
    if let place = person.memberships.indices.first(where: { person.memberships[$0].nik == nik }) {
      findings.add(breach(of: person, shared, person.membershipRef(place), nil))
    }
    if let claim = person.claims.first(where: { $0.nik == nik }) {
      var finding = breach(of: person, shared, claim.ref, claim.incidentOn.month)
      (finding.programme, finding.status) = (claim.programme, claim.statusByLink)
      findings.add(finding)
    }
    let premium = person.earliestPremium(where: {
      $0.marks.isDisjoint(with: [.nikDiffers, .nikAbsent])
    })
    if let premium {
      findings.add(breach(of: person, shared, premium.ref, premium.month))
    }
  }

  private func breach(
    of person: PersonCase, _ shared: SharedFacts, _ subject: RecordRef, _ month: CoverageMonth?
  ) -> Finding {
    Finding(
      Self.entry.code, Self.entry.severity, month: month, person: person.person, subject: subject,
      other: shared.firstOfNIK, expected: .phrase(.onePersonPerNIK),
      found: .phrase(.anotherPerson), atRisk: tariff.expectedSum(of: person))
  }
}
