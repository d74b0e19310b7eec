public import Domain

/// Every member of the city's wadah is in its list or among its payments.
///
/// The city's wadah is SG, or none where the file states none. Members of companies, villages and
/// banks are other payers' people.
///
/// Conflict: a membership of the city's wadah against the city's list and payments.
///
/// No finding: a member of another payer; a person whom the city paid for without listing.
public struct MemberIsOnCityList: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 2), "Ada di BPJamsostek, tidak pada daftar kota",
    holds: "Every member of the city's wadah is in its list or among its payments.",
    severity: .high, legalBasis: "Perda 10/2023; SK penetapan peserta", confirmed: false,
    owner: .dinperinaker, atRisk: "Tarif x bulan perlindungan dalam periode",
    needs: [.memberships])

  private let tariff: TariffIndex
  private let cityWadah: SymbolTable.Symbol?

  /// A rule for the city's wadah, where any record has it.
  public init(tariff: TariffIndex, wadahSG: SymbolTable.Symbol?) {
    (self.tariff, cityWadah) = (tariff, wadahSG)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard !person.isOnCityList, !person.given.isDisjoint(with: [.roster, .contributions]) else {
      return
    }
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard membership.wadah == 0 || membership.wadah == cityWadah else { continue }
      findings.add(
        Finding(
          Self.entry.code, Self.entry.severity, month: nil, person: person.person,
          subject: person.membershipRef(place), expected: .phrase(.cityRecord),
          found: .phrase(.noCityRecord), atRisk: cost(of: membership, in: person.calendar.period)))
    }
  }

  /// What the months of cover inside the period cost.
  private func cost(of membership: MembershipRecord, in period: Period) -> Int64 {
    guard var month = membership.firstMonth.map({ max($0, period.from) }) else { return 0 }
    let last = min(membership.lastMonth ?? period.to, period.to)
    var sum: Int64 = 0
    while month <= last {
      sum += tariff.expected(month: month, fund: 0, job: membership.job).amount
      month = month.adding(months: 1)
    }
    return sum
  }
}
