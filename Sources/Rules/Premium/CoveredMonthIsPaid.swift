public import Domain

/// Every month of cover has a premium.
///
/// From the start of cover to the earliest of its end, the month of death and the last month of
/// the lists given, inside the definition's period; those months count whole. A month without any
/// row at all is a missing list (DAT-06) and nobody's gap. Several memberships give one finding a
/// month, on the one that started first. A member in no city record is KPS-02 alone. What was
/// paid beyond the half rate counts toward the next months that are unpaid (PP 50/2025), once,
/// whatever membership they are of. A death that is only suggested ends nothing: the months after
/// it wait.
///
/// Conflict: a month of a membership against the city's payment rows.
///
/// No finding: a month after cover ended or the member died; one outside the period; one paid in
/// advance. A month after a death that a doubtful claim tells, perhaps the member's, waits.
public struct CoveredMonthIsPaid: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 4), "Bulan tanpa iuran", holds: "Every month of cover has a premium.",
    severity: .high, legalBasis: "PP 44/2015; Perda 10/2023", confirmed: false,
    owner: .dinperinaker, atRisk: "Tarif; manfaat bila ada kejadian pada bulan itu",
    needs: [.memberships, .contributions])

  private let tariff: TariffIndex
  private let benefits: BenefitSchedule

  /// A rule that values months by a tariff, and those of an event by the benefit.
  public init(tariff: TariffIndex, benefits: BenefitSchedule) {
    (self.tariff, self.benefits) = (tariff, benefits)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    guard !person.memberships.isEmpty, person.isOnCityList,
      person.given.isSuperset(of: [.memberships, .contributions])
    else { return }
    PremiumCredit.forEachUnpaidMonth(of: person, tariff) { month, place, credit in
      if credit == nil { findings.add(breach(month, place, of: person)) }
    }
  }

  private func cost(of month: CoverageMonth, _ person: PersonCase) -> ExpectedPremium {
    tariff.expected(month: month, fund: fund(of: person), job: person.job)
  }

  private func breach(_ month: CoverageMonth, _ place: Int, of person: PersonCase) -> Finding {
    let event = event(in: month, of: person)
    let died = person.monthOfDeath == month ? person.death?.date : nil
    let exposed =
      event.map { benefits.atRisk(of: $0, of: person) }
      ?? died.map { benefits.atRisk(ofDeathOn: $0, of: person) }
    let due = cost(of: month, person)
    var finding = Finding(
      Self.entry.code, exposed == nil ? Self.entry.severity : .critical, month: month,
      person: person.person, subject: person.membershipRef(place), expected: .phrase(.premium),
      found: .phrase(.noPremium), atRisk: exposed ?? due.amount)
    finding.monthInKey = true
    let grant = (event?.incidentOn ?? died).flatMap { benefits.grant(on: $0) }
    finding.law = grant?.law ?? due.law
    if person.statusByLink(ofMembership: place) == .pending {
      finding.status = .pending
    } else if let event {
      finding.status = event.statusByLink
    } else if person.deathIsSuggested, let last = person.monthOfDeath, month >= last {
      // Nobody owes a premium after a death, but this one may be somebody else's.
      finding.status = .pending
    } else if let day = person.shared?.mayHaveDiedOn, day.month < month {
      finding.status = .pending
    }
    return finding
  }

  /// The event that is not covered in a month: the first of a sure link, else the first.
  private func event(in month: CoverageMonth, of person: PersonCase) -> ClaimCase? {
    var event: ClaimCase?
    for claim in person.claims where claim.incidentOn.month == month {
      guard claim.programme == .death || claim.programme == .workAccident else { continue }
      if claim.link.tier != .suggested { return claim }
      event = event ?? claim
    }
    return event
  }

  /// The fund that would have paid: the list's, else the first payment's.
  private func fund(of person: PersonCase) -> UInt8 {
    if let listed = person.roster.first?.fund, listed != 0 { return UInt8(clamping: listed) }
    return person.premiums.first?.fund ?? 0
  }
}
