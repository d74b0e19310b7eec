public import Domain

/// An SP2D is paid by the due day of the month after the one it pays for.
///
/// Of several months the earliest counts, and the latest day of payment: the list's, else the day
/// on which the register says that the money left or the SP2D was issued. More than three months
/// after the due day the cover of everybody on the list has lapsed: each of them is worth what a
/// death on the due day would have been, for a cover of less than three months the funeral alone.
///
/// Conflict: the latest payment date of an SP2D's list against the due date.
///
/// No finding: payment in advance; an SP2D without any date.
public struct PremiumIsPaidOnTime: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.iur, 6), "Iuran terlambat dibayar",
    holds: "An SP2D is paid by the due day of the month after the one it pays for.",
    severity: .medium, legalBasis: "PP 44/2015; batas tanggal 15 bulan berikutnya",
    confirmed: false, owner: .bpkad,
    atRisk: "Manfaat JKM x orang bila lebih dari tiga bulan; selainnya nol",
    needs: [.contributions])

  private let benefits: BenefitSchedule
  private let dueDay: Int

  /// A rule for a due day; lapsed cover is valued by the benefit.
  public init(benefits: BenefitSchedule, dueDay: Int) {
    (self.benefits, self.dueDay) = (benefits, dueDay)
  }

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    let list = disbursement.list
    guard disbursement.sp2d != 0, list.rows > 0, let paid = disbursement.lastPaidOn,
      let due = list.firstMonth.dueDate(on: dueDay), paid > due
    else { return }
    let hasLapsed = Self.hasLapsed(list, paidOn: paid, dueDay: dueDay)
    let benefit = hasLapsed ? benefits.deathBenefit(.death, on: due) ?? 0 : 0
    var finding = Finding(
      Self.entry.code, hasLapsed ? .high : Self.entry.severity, month: disbursement.month,
      person: nil, subject: disbursement.ref, expected: .date(due), found: .date(paid),
      atRisk: hasLapsed ? benefit * Int64(list.headCount) - list.shortBenefits : 0)
    if hasLapsed { finding.law = benefits.grant(on: due)?.law ?? .none }
    findings.add(finding)
  }

  /// The day on which people of a list whose cover lapsed count as having died; nil where it did
  /// not lapse, or nobody's benefit can be short.
  ///
  /// A list that states no day of payment may have lapsed by the register's.
  public static func dueOfShortBenefits(
    _ list: ListTotals, _ benefits: BenefitSchedule, dueDay: Int
  ) -> CalendarDate? {
    guard list.rows > 0, let due = list.firstMonth.dueDate(on: dueDay),
      benefits.shortTenure(on: due) != nil,
      list.lastPaidOn.map({ hasLapsed(list, paidOn: $0, dueDay: dueDay) }) ?? true
    else { return nil }
    return due
  }

  private static func hasLapsed(
    _ list: ListTotals, paidOn paid: CalendarDate, dueDay: Int
  ) -> Bool {
    list.firstMonth.dueDate(on: dueDay, monthsLater: 4).map { paid > $0 } ?? false
  }
}
