public import Domain

/// A participant is not an active formal worker at the same time.
///
/// An employer already pays for somebody in the segment PU. Whether both may be held is to be
/// confirmed: the finding asks.
///
/// Conflict: a membership of the city's wadah against an active one of the segment PU.
///
/// No finding: a formal membership that ended before the city's began, or began after its end; a
/// file without segments.
public struct ParticipantIsNoFormalWorker: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 10), "Peserta juga pekerja formal aktif",
    holds: "A participant is not an active formal worker at the same time.",
    severity: .medium, legalBasis: "PP 44/2015; Perda 10/2023", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Tarif x bulan bersamaan", needs: [.memberships], columns: [.segment])

  private let tariff: TariffIndex
  private let city: CityMembership

  /// A rule for the city's memberships.
  public init(tariff: TariffIndex, city: CityMembership) {
    (self.tariff, self.city) = (tariff, city)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let formal = person.memberships.indices.filter { person.memberships[$0].segment == .formal }
    guard !formal.isEmpty else { return }
    for place in person.memberships.indices
    where city.includes(person.memberships[place], of: person) {
      let overlap = formal.lazy.compactMap { other in
        person.activeMonths(of: place, and: other).map { (other: other, months: $0) }
      }.first
      guard let overlap else { continue }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.membershipRef(place), other: person.membershipRef(overlap.other),
        expected: .phrase(.noFormalJob), found: .phrase(.formalJob),
        atRisk: tariff.cost(of: overlap.months, for: person))
      finding.status = person.statusByLink(ofMembership: place)
      findings.add(finding)
    }
  }
}
