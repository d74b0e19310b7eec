public import Domain

/// A fund pays a person's month once.
///
/// The row with the lowest payment id is the right one; each further row of the same fund is a
/// finding. A further row of another fund is IUR-03.
///
/// Conflict: two payment rows of one person, month and fund.
///
/// No finding: months paid in advance, which are rows of other months.
public struct MonthIsPaidOnce: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 2), "Iuran ganda, bulan dan penanggung sama",
    holds: "A fund pays a person's month once.", severity: .high,
    legalBasis: "PP 44/2015; PP 12/2019 tentang Pengelolaan Keuangan Daerah", confirmed: false,
    owner: .dinperinaker, atRisk: "Tarif x baris lebih", needs: [.contributions])

  private let tariff: TariffIndex

  /// A rule that values months by a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    person.forEachExtraPremium { first, extra in
      guard tariff.isOnePayer(extra.fund, first.fund) else { return }
      let due = tariff.expected(extra, of: person)
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: extra.month, person: person.person,
        subject: extra.ref, other: first.ref, expected: .phrase(.onePremium),
        found: .phrase(.repeatedPremium), atRisk: due.amount)
      finding.law = due.law
      findings.add(finding)
    }
  }
}
