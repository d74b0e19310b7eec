public import Domain

/// One fund alone pays a person's month.
///
/// The fund of the row with the lowest payment id has the month; each further row of another fund
/// is a finding. A further row of the same fund is IUR-02, never both.
///
/// Conflict: two payment rows of one person and month under different funds.
///
/// No finding: a fund that takes over from one month to the next.
public struct MonthHasOneFund: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 3), "Iuran ganda lintas sumber dana",
    holds: "One fund alone pays a person's month.", severity: .high,
    legalBasis: "PP 44/2015; SE Mendagri 842.2/5193/SJ", confirmed: false,
    owner: .dinperinaker, atRisk: "Tarif x baris lebih", needs: [.contributions])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    person.forEachExtraPremium { first, extra in
      guard !tariff.isOnePayer(extra.fund, first.fund) else { return }
      let due = tariff.expected(extra, of: person)
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: extra.month, person: person.person,
        subject: extra.ref, other: first.ref, expected: .fund(first.fund),
        found: .fund(extra.fund), atRisk: due.amount)
      finding.law = due.law
      findings.add(finding)
    }
  }
}
