public import Domain

/// An SP2D is paid by the due day of the month after the one it pays for.
///
/// Of several months the earliest counts, and the latest day of payment: the list's, else the day
/// on which the register says that the money left or the SP2D was issued. More than three months
/// after the due day the cover of everybody on the list has lapsed.
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
    let lapse = list.firstMonth.dueDate(on: dueDay, monthsLater: 4)
    let hasLapsed = lapse.map { paid > $0 } ?? false
    let benefit = hasLapsed ? benefits.deathBenefit(.death, on: due) ?? 0 : 0
    var finding = Finding(
      Self.entry.code, hasLapsed ? .high : Self.entry.severity, month: disbursement.month,
      person: nil, subject: disbursement.ref, expected: .date(due), found: .date(paid),
      atRisk: benefit * Int64(list.headCount))
    if hasLapsed { finding.law = benefits.grant(on: due)?.law ?? .none }
    findings.add(finding)
  }
}
