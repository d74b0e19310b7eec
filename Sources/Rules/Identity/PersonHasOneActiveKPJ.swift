public import Domain

/// A person has one active KPJ at a time.
///
/// Memberships are taken by start, then KPJ; each whose cover overlaps that of an earlier one
/// under another number, inside the period, is a finding. A membership that its status calls
/// inactive and that has no end is not active.
///
/// Conflict: two memberships of one person that are active at once.
///
/// No finding: an earlier number that ended before the later one began; two rows of one number.
public struct PersonHasOneActiveKPJ: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.idn, 4), "Satu orang, beberapa KPJ aktif",
    holds: "A person has one active KPJ at a time.",
    severity: .medium, legalBasis: "PP 44/2015; Permenaker 5/2021 jo. 1/2025", confirmed: false,
    owner: .bpjamsostek,
    atRisk: "Tarif x bulan tumpang tindih", needs: [.memberships])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard person.memberships.count > 1 else { return }
    for later in person.memberships.indices.dropFirst() {
      let kpj = person.memberships[later].kpj
      let earlier = (0..<later).first {
        person.memberships[$0].kpj != kpj && person.activeMonths(of: $0, and: later) != nil
      }
      guard let earlier, let months = person.activeMonths(of: earlier, and: later),
        !(0..<later).contains(where: { person.memberships[$0].kpj == kpj })
      else { continue }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.membershipRef(later), other: person.membershipRef(earlier),
        expected: .phrase(.oneActiveKPJ), found: .phrase(.furtherKPJ),
        atRisk: tariff.cost(of: months, for: person))
      let isSure = [earlier, later].allSatisfy { person.statusByLink(ofMembership: $0) == .new }
      finding.status = isSure ? .new : .pending
      findings.add(finding)
    }
  }
}
