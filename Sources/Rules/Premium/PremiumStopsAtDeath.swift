public import Domain

/// No premium is paid for a month after the month of death.
///
/// The money is recoverable: BPJamsostek returns it with the claim, to the city or to the heirs
/// as the agreement says. Where the death hangs on a suggested link it is no accusation yet.
///
/// Conflict: the month of a payment row against the month of a known death.
///
/// No finding: the premium for the month of death itself, which is due.
public struct PremiumStopsAtDeath: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 5), "Iuran dibayar setelah meninggal",
    holds: "No premium is paid for a month after the month of death.", severity: .high,
    legalBasis: "Perdir BPJS Ketenagakerjaan 22/PERDIR.02/072022 (pengembalian iuran); PKS",
    confirmed: false, owner: .dinperinaker, atRisk: "Iuran baris itu", needs: [.contributions])

  /// A rule without parameters.
  public init() {}

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let month = person.monthOfDeath, let death = person.death,
      let last = person.premiums.last, last.month > month
    else { return }
    let status: FindingStatus = person.deathIsSuggested ? .pending : .new
    for premium in person.premiums where premium.month > month {
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
        subject: premium.ref, other: death.source, expected: .month(month),
        found: .month(premium.month), atRisk: Int64(premium.amount))
      finding.status = status
      findings.add(finding)
    }
  }
}
