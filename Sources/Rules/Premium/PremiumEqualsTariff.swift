public import Domain

/// A premium is what the tariff of its month, fund and sector says.
///
/// The city pays the lowest bracket. A row that is exactly what another fund would pay under PP
/// 50/2025 (the full rate for the half, or the half for the full rate) is IUR-10 and not IUR-01.
///
/// Conflict: the rupiah of a payment row against the tariff in force for its month.
///
/// No finding: the half rate in a month and sector with relief, for a fund that has it.
public struct PremiumEqualsTariff: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 1), "Tarif salah",
    holds: "A premium is what the tariff of its month, fund and sector says.", severity: .high,
    legalBasis: "PP 44/2015 Lampiran II; PP 50/2025", confirmed: true, owner: .dinperinaker,
    atRisk: "|dibayar - tarif|", needs: [.contributions])

  private let tariff: TariffIndex

  /// A rule for a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let job = person.job
    for premium in person.premiums {
      let expected = tariff.expected(
        month: premium.month, fund: tariff.fund(of: premium, person), job: job)
      let paid = Int64(premium.amount)
      guard paid != expected.amount, paid != expected.alternative, expected.isKnown else {
        continue
      }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
        subject: premium.ref, expected: .money(expected.amount), found: .money(paid),
        atRisk: distance(paid, expected.amount))
      finding.law = expected.law
      findings.add(finding)
    }
  }
}
