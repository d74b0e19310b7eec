public import Domain

/// A death is paid within three working days of a complete application.
///
/// Weekends, public holidays and joint leave do not count, nor does the day of the application.
/// The payment that took longest decides. BPJamsostek owes one hundredth of the benefit for each
/// day.
///
/// Conflict: the day on which a JKM claim was complete against the day on which it was paid.
///
/// No finding: a payment on the last working day; a scholarship, which is applied for every year; a
/// cancelled payment; a term in a year whose holidays are unknown; a JKK claim, which is PRS-02.
public struct DeathBenefitIsPaidInTime: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.prs, 1), "JKM dibayar lebih dari 3 hari kerja",
    holds: "A death is paid within three working days of a complete application.",
    severity: .medium, legalBasis: "PP 44/2015; Permenaker 1/2025 Pasal 79", confirmed: false,
    owner: .bpjamsostek, atRisk: "1% manfaat per hari terlambat", needs: [.claims])

  private let term: PaymentTerm

  /// A rule for limits of time and a calendar of working days.
  public init(limits: TimeLimits, calendar: WorkingCalendar, benefits: BenefitSchedule) {
    term = PaymentTerm(limits: limits, calendar: calendar, benefits: benefits)
  }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .death,
      let finding = term.breach(Self.entry, .deathPayment, claim, of: person)
    else { return }
    findings.add(finding)
  }
}
