public import Domain

/// A family has one participant, who receives no other aid.
///
/// The participant with the lowest id has the family's place; each further one listed at the same
/// time is a finding, and so is whoever receives PKH or BPNT. Both of one person are one finding.
///
/// Conflict: the family card and the aid of a participant against the local rule.
///
/// No finding: a participant who takes over from one whose time on the list has ended or who
/// died; an identity number written as the family card.
public struct FamilyHasOneParticipant: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 7), "Lebih dari satu peserta per KK, atau penerima PKH/BPNT",
    holds: "A family has one participant, who receives no other aid.",
    severity: .medium, legalBasis: "Perwal 19B/2022", confirmed: false, owner: .dinperinaker,
    atRisk: "Tarif x bulan yang dibayar", needs: [.roster], columns: [.familyCard, .aid])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let listed = person.roster.first else { return }
    let first = person.shared?.firstOfFamily ?? .none
    guard listed.getsAid || first != .none else { return }
    findings.add(
      Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.rosterRef, other: first,
        expected: .phrase(first == .none ? .noAid : .oneFamilyMember),
        found: .phrase(first == .none ? .getsAid : .furtherFamilyMember),
        atRisk: tariff.expectedSum(of: person)))
  }
}
