import Domain

/// The terms of working days within which BPJamsostek pays, and what being late costs.
struct PaymentTerm: Sendable {
  let limits: TimeLimits
  let calendar: WorkingCalendar
  let benefits: BenefitSchedule

  /// The finding of a claim that was paid after its term; nil where it was not or nobody knows.
  func breach(
    _ entry: RuleEntry, _ what: TimeLimits.What, _ claim: ClaimCase, of person: PersonCase
  ) -> Finding? {
    guard let complete = claim.dates.completeOn, let paid = claim.dates.paidOn,
      let limit = limits.limit(what, on: claim.incidentOn),
      let last = calendar.end(ofWorkingDays: limit.count, after: complete), paid > last
    else { return nil }
    let days = Int64(paid.day - last.day)
    var finding = Finding(
      entry.code, entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: .date(last), found: .date(paid),
      atRisk: benefits.atRisk(of: claim, of: person) / 100 &* limit.percentPerDay &* days)
    (finding.law, finding.programme) = (limit.law, claim.programme)
    finding.status = claim.statusByLink
    return finding
  }
}
