public import Domain

/// A kelurahan enrols no more people than its quota.
///
/// People are taken by their start on the city's list, then by participant id; whoever finds the
/// places of the kelurahan taken is beyond the quota. A place is free again when a time on the
/// list ends or its holder dies.
///
/// Conflict: the people of a kelurahan on the city's list against the quota of the definition.
///
/// No finding: people one after the other in one place; a kelurahan without a quota.
public struct VillageKeepsItsQuota: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 9), "Kuota terlampaui",
    holds: "A kelurahan enrols no more people than its quota.",
    severity: .low, legalBasis: "Perwal 19B/2022; SK penetapan peserta", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Tarif x bulan orang yang lebih", needs: [.roster],
    columns: [.village], parameter: "quota")

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let quota = person.shared?.beyondQuota else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.rosterRef, expected: .count(Int64(quota.limit)),
        found: .count(Int64(quota.place)), atRisk: tariff.expectedSum(of: person)))
  }
}
