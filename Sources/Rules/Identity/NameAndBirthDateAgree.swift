public import Domain

/// A record linked to a participant has the participant's name and birth date.
///
/// Names are compared folded: without titles and marks of death, old spellings made new, the
/// patronym both kept and dropped. The money is right, but a claim would stop at the papers.
///
/// Conflict: name or birth date of a membership or payment against the city's list.
///
/// No finding: another spelling that folds to the same name; a record without a birth date; a
/// birth date that differs from the one in the NIK.
public struct NameAndBirthDateAgree: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 5), "Nama atau tanggal lahir berbeda",
    holds: "A record linked to a participant has the participant's name and birth date.",
    severity: .low, legalBasis: "Permenaker 5/2021 jo. 1/2025", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Nol; berkas klaim tertahan", needs: [.roster])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let listed = person.roster.first else { return }
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard membership.nameDiffers || birthDiffers(membership.birthDate, listed.birthDate) else {
        continue
      }
      var finding = breach(of: person, person.membershipRef(place), nil)
      finding.status = person.statusByLink(ofMembership: place)
      findings.add(finding)
    }
    for premium in person.premiums where premium.marks.contains(.nameDiffers) {
      findings.add(breach(of: person, premium.ref, premium.month))
    }
  }

  private func birthDiffers(_ a: DateCell, _ b: DateCell) -> Bool {
    a != b && a != .absent && b != .absent
  }

  private func breach(
    of person: PersonCase, _ subject: RecordRef, _ month: CoverageMonth?
  ) -> Finding {
    Finding(
      Self.entry.code, Self.entry.severity, month: month, person: person.person, subject: subject,
      other: person.rosterRef, expected: .phrase(.sameName), found: .phrase(.differentName),
      atRisk: 0)
  }
}
