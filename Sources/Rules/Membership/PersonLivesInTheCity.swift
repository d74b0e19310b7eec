public import Domain

/// A participant lives in one of the city's kelurahan.
///
/// The kelurahan of the city's list counts, else that of the membership: by name, spelling, old
/// name, Kemendagri code or BPS code. The region in a NIK is no proof: it never changes when its
/// holder moves.
///
/// Conflict: the kelurahan of a record against the city's 27.
///
/// No finding: an old name or another spelling; an empty kelurahan, which is not checked; a NIK
/// of another district.
public struct PersonLivesInTheCity: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 6), "Bukan penduduk kota atau pindah",
    holds: "A participant lives in one of the city's kelurahan.",
    severity: .medium, legalBasis: "Perda 10/2023; kode wilayah Kemendagri 33.75", confirmed: false,
    owner: .kelurahan,
    atRisk: "Tarif x bulan yang dibayar", needs: [], columns: [.village])

  private let tariff: TariffIndex
  private let villages: VillageIndex
  private let city: CityMembership

  /// A rule for a run's kelurahan and the city's memberships.
  public init(tariff: TariffIndex, villages: VillageIndex, city: CityMembership) {
    (self.tariff, self.villages, self.city) = (tariff, villages, city)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    if let village = person.roster.first?.village, village != 0 {
      if villages.isElsewhere(village) {
        findings.add(breach(of: person, person.rosterRef, village))
      }
      return
    }
    let place = person.memberships.indices.first {
      let membership = person.memberships[$0]
      return membership.village != 0 && city.includes(membership, of: person)
    }
    guard let place, case let village = person.memberships[place].village,
      villages.isElsewhere(village)
    else { return }
    findings.add(breach(of: person, person.membershipRef(place), village))
  }

  private func breach(
    of person: PersonCase, _ subject: RecordRef, _ village: SymbolTable.Symbol
  ) -> Finding {
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: nil, person: person.person, subject: subject,
      expected: .phrase(.cityVillage), found: .written(.village, village),
      atRisk: tariff.expectedSum(of: person))
    finding.law = villages.law
    return finding
  }
}
