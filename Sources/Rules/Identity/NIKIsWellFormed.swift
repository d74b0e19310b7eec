public import Domain

/// A NIK has sixteen digits whose region, birth date and serial can be a grown person's.
///
/// One finding for each source, on the person's earliest record there. An absent NIK is none, nor
/// is one of another district: the NIK never changes when its holder moves.
///
/// Conflict: the sixteen digits against the regions, dates and serials there are.
///
/// No finding: an absent NIK; a woman's day of birth, written plus 40; a NIK of another district.
public struct NIKIsWellFormed: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 1), "NIK tidak valid",
    holds: "A NIK has sixteen digits whose region, birth date and serial can be a grown person's.",
    severity: .medium, legalBasis: "UU 24/2013 tentang Administrasi Kependudukan",
    confirmed: false, owner: .dinperinaker, atRisk: "Tarif x bulan yang dibayar", needs: [])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let day = person.calendar.period.to.lastDay
    let listed = person.roster.first?.nik ?? .absent
    let listedIsIllFormed = isIllFormed(listed, at: day)
    if listedIsIllFormed {
      findings.add(breach(of: person, person.rosterRef, nil, .nik(listed)))
    }
    let isIllFormed = { (nik: NIK) in
      nik == listed ? listedIsIllFormed : self.isIllFormed(nik, at: day)
    }
    if let place = person.memberships.indices.first(where: {
      isIllFormed(person.memberships[$0].nik)
    }) {
      let found = Fact.nik(person.memberships[place].nik)
      findings.add(breach(of: person, person.membershipRef(place), nil, found))
    }
    if let claim = person.claims.first(where: { isIllFormed($0.nik) }) {
      findings.add(breach(of: person, claim.ref, claim.incidentOn.month, .nik(claim.nik)))
    }
    if let premium = earliestIllFormed(of: person) {
      findings.add(breach(of: person, premium.ref, premium.month, .nikInRow))
    }
  }

  private func isIllFormed(_ nik: NIK, at day: CalendarDate) -> Bool {
    nik.isPresent && !nik.isWellFormed(at: day)
  }

  /// The payment of the earliest month, and there the one with the lowest payment id.
  private func earliestIllFormed(of person: PersonCase) -> Premium? {
    var earliest: Premium?
    for premium in person.premiums where premium.marks.contains(.nikIllFormed) {
      guard let found = earliest else {
        earliest = premium
        continue
      }
      if premium.month > found.month { break }
      if premium.marks.contains(.first) { earliest = premium }
    }
    return earliest
  }

  private func breach(
    of person: PersonCase, _ subject: RecordRef, _ month: CoverageMonth?, _ found: Fact
  ) -> Finding {
    Finding(
      Self.entry.code, Self.entry.severity, month: month, person: person.person, subject: subject,
      expected: .phrase(.wellFormedNIK), found: found, atRisk: tariff.expectedSum(of: person))
  }
}
