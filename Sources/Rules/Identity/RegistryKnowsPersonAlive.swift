public import Domain

/// The civil registry knows everybody on the city's list as living.
///
/// It is critical where premiums go on: after the month of death, or, where that is unknown or
/// the person is not found, in the last month given. The registry alone makes no death known to
/// other rules.
///
/// Conflict: the city's list against the civil registry.
///
/// No finding: a death that another record tells as well, without a premium after it; a person
/// whom the registry was not asked about.
public struct RegistryKnowsPersonAlive: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 6), "Menurut Dukcapil meninggal atau tidak ditemukan",
    holds: "The civil registry knows everybody on the city's list as living.",
    severity: .high, legalBasis: "UU 24/2013 tentang Administrasi Kependudukan", confirmed: false,
    owner: .disdukcapil,
    atRisk: "Tarif x bulan setelah meninggal", needs: [.registry])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let shared = person.shared, let registry = shared.registry, registry.status != .alive,
      person.isOnCityList
    else { return }
    let died = registry.status == .dead ? registry.diedOn.value?.month : nil
    let isPaid = isStillPaid(person, died)
    if registry.status == .dead, person.death != nil, !isPaid { return }
    var finding = Finding(
      Self.entry.code, isPaid ? .critical : Self.entry.severity, month: nil, person: person.person,
      subject: person.rosterRef, other: RecordRef(.registry, shared.registryRow),
      expected: .phrase(.livingPerson),
      found: .phrase(registry.status == .dead ? .registeredDead : .unknownToRegistry),
      atRisk: atRisk(person, registry, died))
    if person.roster.isEmpty, let premium = person.earliestPremium(where: { _ in true }) {
      finding = finding.about(premium.ref, month: premium.month)
    }
    findings.add(finding)
  }

  private func isStillPaid(_ person: PersonCase, _ died: CoverageMonth?) -> Bool {
    guard let last = person.premiums.last?.month else { return false }
    if let died { return last > died }
    return last == person.calendar.lastGiven
  }

  /// What was paid for months after the death; for somebody not found, all of it.
  private func atRisk(
    _ person: PersonCase, _ registry: RegistryRecord, _ died: CoverageMonth?
  ) -> Int64 {
    if registry.status == .notFound { return tariff.expectedSum(of: person) }
    guard let died else { return 0 }
    return person.premiums.reduce(0) {
      $1.month > died ? $0 + tariff.expected($1, of: person).amount : $0
    }
  }
}
