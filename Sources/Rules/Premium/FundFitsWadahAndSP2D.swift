public import Domain

/// The fund that pays is the one of the wadah and of the SP2D.
///
/// The wadah in which BPJamsostek bills a member says who should pay; it is compared where a
/// membership of the month states one and the table knows both. The SP2D's own fund is compared
/// by payer, whatever the spelling.
///
/// Conflict: the fund of a payment row against the wadah of the member or the fund of the
/// register.
///
/// No finding: a fund whose wadah is unknown, as Baznas and Korpri; a row or register without a
/// fund.
public struct FundFitsWadahAndSP2D: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 9), "Sumber dana salah",
    holds: "The fund that pays is the one of the wadah and of the SP2D.",
    severity: .high, legalBasis: "Probis Kepesertaan BPJamsostek hlm. 67; PP 50/2025",
    confirmed: false, owner: .dinperinaker,
    atRisk: "Iuran baris itu", needs: [.contributions])

  private let funds: FundIndex

  /// A rule for a run's funds and wadahs.
  public init(funds: FundIndex) { self.funds = funds }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let hasWadah = person.memberships.contains { $0.wadah != 0 }
    for premium in person.premiums {
      if hasWadah, let breach = wadahBreach(premium, of: person) {
        findings.add(breach)
        continue
      }
      let other = funds.otherFund(of: premium.sp2d, than: premium.fund)
      guard other != 0 else { continue }
      findings.add(
        Finding(
          Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
          subject: premium.ref, other: RecordRef(.disbursement, premium.sp2d),
          expected: .fund(other), found: .fund(premium.fund), atRisk: Int64(premium.amount)))
    }
  }

  /// The breach where every membership of the month that states a wadah is another payer's.
  private func wadahBreach(_ premium: Premium, of person: PersonCase) -> Finding? {
    let listed = person.roster.first.flatMap { UInt8(exactly: $0.fund) } ?? 0
    let fund = premium.fund != 0 ? premium.fund : listed
    var found: (place: Int, law: LawRef)?
    for place in person.memberships.indices where person.memberships[place].wadah != 0 {
      let membership = person.memberships[place]
      guard let start = membership.firstMonth, start <= premium.month,
        premium.month <= membership.lastMonth ?? premium.month
      else { continue }
      guard let law = funds.breach(fund: fund, wadah: membership.wadah) else { return nil }
      if found == nil { found = (place, law) }
    }
    guard let found else { return nil }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: premium.month, person: person.person,
      subject: premium.ref, other: person.membershipRef(found.place),
      expected: .written(.wadah, person.memberships[found.place].wadah), found: .fund(fund),
      atRisk: Int64(premium.amount))
    finding.law = found.law
    finding.status = person.statusByLink(ofMembership: found.place)
    return finding
  }
}
