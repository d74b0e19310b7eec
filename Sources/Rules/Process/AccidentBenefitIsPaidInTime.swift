public import Domain

/// A work accident is paid within seven working days of a complete application.
///
/// Weekends, public holidays and joint leave do not count, nor does the day of the application.
/// The payment that took longest decides. BPJamsostek owes one hundredth of the benefit for each
/// day.
///
/// Conflict: the day on which a JKK claim was complete against the day on which it was paid.
///
/// No finding: a payment on the last working day; a scholarship, which is applied for every year; a
/// cancelled payment; a term in a year whose holidays are unknown; a JKM claim, which is PRS-01.
public struct AccidentBenefitIsPaidInTime: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.prs, 2), "JKK dibayar lebih dari 7 hari kerja",
    holds: "A work accident is paid within seven working days of a complete application.",
    severity: .medium, legalBasis: "PP 44/2015 Pasal 37", confirmed: false,
    owner: .bpjamsostek, atRisk: "1% manfaat per hari terlambat", needs: [.claims])

  private let term: PaymentTerm

  /// A rule for limits of time and a calendar of working days.
  public init(limits: TimeLimits, calendar: WorkingCalendar, benefits: BenefitSchedule) {
    term = PaymentTerm(limits: limits, calendar: calendar, benefits: benefits)
  }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard claim.programme == .workAccident,
      let finding = term.breach(Self.entry, .accidentPayment, claim, of: person)
    else { return }
    findings.add(finding)
  }
}
