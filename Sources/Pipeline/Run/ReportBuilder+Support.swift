internal import Domain
internal import Matcher

extension ReportBuilder {
  /// Adds the records that a finding rests on beside its subject and the other one.
  ///
  /// They are what the rule names, the further rows of a claim, and the first row of an SP2D's
  /// list. Throws when a payment row cannot be read again.
  mutating func addSupport(
    of finding: Finding, _ claimRows: ClaimRows, _ disbursements: [DisbursementCase],
    to report: inout RunReport
  ) throws {
    for ref in support(of: finding, claimRows, disbursements) where ref != finding.other {
      let place = try place(ref, disbursements)
      report.evidence.append(
        EvidenceRow(.support, kind: ref.kind, key: place.key, file: place.file, line: place.line))
    }
  }

  private func support(
    of finding: Finding, _ claimRows: ClaimRows, _ disbursements: [DisbursementCase]
  ) -> [RecordRef] {
    let named = finding.support.kind == .none ? [] : [finding.support]
    switch finding.subject.kind {
    case .claim:
      return named + claimRows.others(of: finding.subject.index).map { RecordRef(.claim, $0) }
    case .disbursement:
      let disbursement = disbursements[Int(finding.subject.index)]
      guard disbursement.registerRow != nil, disbursement.list.rows > 0 else { return named }
      return named + [RecordRef(.contribution, disbursement.list.firstRow)]
    default:
      return named
    }
  }
}

/// The rows of each claim that has a finding and more than one row.
struct ClaimRows {
  private var rows: [String: [UInt32]] = [:]
  private var numbers: [UInt32: String] = [:]

  init(_ records: RunRecords, for findings: Findings) {
    for finding in findings.list where finding.subject.kind == .claim {
      let number = records.texts.string(records.claims[Int(finding.subject.index)].number)
      numbers[finding.subject.index] = number
      rows[number] = []
    }
    guard !rows.isEmpty else { return }
    for (index, claim) in records.claims.enumerated() {
      rows[records.texts.string(claim.number)]?.append(UInt32(index))
    }
  }

  /// The further rows of the claim that a row belongs to.
  func others(of row: UInt32) -> [UInt32] {
    numbers[row].flatMap { rows[$0] }?.filter { $0 != row } ?? []
  }
}
