public import Domain

/// A finding is settled by its due date.
///
/// Each open finding whose due date lies before the day of the run is one. Without a ledger every
/// finding is new on that day, and none is late.
///
/// Conflict: the due date of an open finding against the day of the run.
///
/// No finding: a pending finding, which is none yet; one that is due on the day itself; a finding
/// of this rule.
public struct FindingIsSettledInTime: FindingRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.prs, 4), "Temuan melewati tenggat", holds: "A finding is settled by its due date.",
    severity: .high, legalBasis: "Kesepakatan tindak lanjut kota dan BPJamsostek", confirmed: false,
    owner: .inspektorat, atRisk: "Rupiah berisiko temuan yang terbuka", needs: [])

  private let asOf: CalendarDate

  /// A rule for the day of a run.
  public init(asOf: CalendarDate) { self.asOf = asOf }

  /// Adds the breach of one finding.
  public func check(
    _ finding: Finding, index: UInt32, due: CalendarDate?, _ findings: inout Findings
  ) {
    guard finding.status != .pending, finding.code != Self.entry.code, let due, due < asOf else {
      return
    }
    var late = Finding(
      Self.entry.code, Self.entry.severity, month: nil, person: finding.person,
      subject: RecordRef(.finding, index), expected: .date(due), found: .date(asOf),
      atRisk: finding.atRisk)
    late.programme = finding.programme
    findings.add(late)
  }
}
