public import Domain

/// Half the rate is paid where PP 50/2025 grants it, and nowhere else.
///
/// A row that is exactly the full rate where the half applies, or the half where the fund is
/// excluded from the relief. From 2026 the fund decides the price: in one month Rp16.800 by APBD
/// and Rp8.400 by CSR are both right. What was paid beyond the half counts toward the next month,
/// but the row stays a finding.
///
/// Conflict: the rupiah of a payment row against the relief of its month, sector and fund.
///
/// No finding: the full rate of an excluded fund; half of it for a fund with relief; another
/// amount, and the half in a month or sector without relief, which are IUR-01.
public struct ReliefFollowsTheFund: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 10), "Keringanan 50% salah dipakai",
    holds: "Half the rate is paid where PP 50/2025 grants it, and nowhere else.",
    severity: .high, legalBasis: "PP 50/2025 pasal 2 sampai 4", confirmed: true,
    owner: .dinperinaker,
    atRisk: "Selisih dengan tarif baris itu", needs: [.contributions])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard let last = person.premiums.last, last.month >= tariff.firstRelief else { return }
    let job = person.job
    for premium in person.premiums {
      let fund = tariff.fund(of: premium, person)
      let expected = tariff.expected(month: premium.month, fund: fund, job: job)
      guard let alternative = expected.alternative, Int64(premium.amount) == alternative,
        alternative != expected.amount
      else { continue }
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
        subject: premium.ref, expected: .money(expected.amount), found: .money(alternative),
        atRisk: distance(alternative, expected.amount))
      finding.law = expected.law
      findings.add(finding)
    }
  }
}
