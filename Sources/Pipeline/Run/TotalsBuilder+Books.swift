internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  /// The books of the run: each side is counted at its own place.
  func ownBooks(_ report: RunReport) -> [BookLine] {
    let accepted = tally(.contributions, \.accepted)
    let claims = tally(.claims, \.accepted)
    return [
      BookLine(
        "contributions-linked", left: Int64(accepted.rows),
        right: Int64(plane.linked.rows + plane.unlinked.rows)),
      BookLine(
        "contributions-in-cases", left: accepted.amount.rupiah,
        right: results.premiums.amount.rupiah),
      BookLine(
        "contribution-rows-in-cases", left: Int64(accepted.rows),
        right: Int64(results.premiums.rows)),
      BookLine(
        "claims-linked", left: claims.amount.rupiah,
        right: cases.linkedClaims.amount.rupiah + cases.unlinkedClaims.amount.rupiah),
      BookLine(
        "monthly-premiums", left: accepted.amount.rupiah,
        right: report.monthly.sum(.coverage, .premiumAmount)),
      BookLine(
        "monthly-benefits", left: claims.amount.rupiah,
        right: report.monthly.sum(.event, .benefitAmount)),
    ]
      + recordBooks(report) + findingBooks(report)
      + report.statement.sections.map {
        BookLine(
          "statement-\($0.name)", left: report.statement.foots($0) ? 1 : 0, right: 1)
      }
  }

  /// No record is lost between its file and the report.
  private func recordBooks(_ report: RunReport) -> [BookLine] {
    let rejected = InputKind.allCases.reduce(0) { $0 + tally($1, \.rejected).rows }
    let register = disbursements.reduce(Int64(0)) { $0 + $1.registerAmount }
    return [
      BookLine(
        "roster-in-list", left: Int64(tally(.roster, \.accepted).rows),
        right: Int64(cases.records.roster.count)),
      BookLine(
        "memberships-linked", left: Int64(tally(.memberships, \.accepted).rows),
        right: Int64(report.membershipLinks.count)),
      BookLine(
        "register-in-sides", left: tally(.disbursements, \.accepted).amount.rupiah,
        right: register),
      BookLine(
        "claims-judged", left: Int64(cases.claims.count), right: Int64(report.coverage.count)),
      BookLine(
        "benefits-judged", left: tally(.claims, \.accepted).amount.rupiah,
        right: results.claims.reduce(0) { $0 + $1.claim.paid }),
      BookLine(
        "receipts-kept", left: Int64(tally(.receipts, \.accepted).rows),
        right: Int64(cases.records.receipts.count)),
      BookLine(
        "bank-kept", left: Int64(tally(.bank, \.accepted).rows),
        right: Int64(cases.records.bank.count)),
      BookLine(
        "registry-kept", left: Int64(tally(.registry, \.accepted).rows),
        right: Int64(cases.records.registry.count)),
      BookLine(
        "refunds-kept", left: Int64(tally(.refunds, \.accepted).rows),
        right: Int64(cases.records.refunds.count)),
      BookLine("rejects", left: Int64(rejected), right: Int64(report.rejects.count)),
    ]
  }

  /// What rules handed in is what is reported, switched off or tolerated.
  private func findingBooks(_ report: RunReport) -> [BookLine] {
    let found = results.findings.found
    var off = results.findings.switchedOff
    for tally in results.findings.tolerated.values { off.add(tally) }
    let reported = report.findings.reduce(off.amount.rupiah) { $0 + $1.finding.atRisk }
    return [
      BookLine(
        "findings", left: Int64(found.rows), right: Int64(report.findings.count + off.rows)),
      BookLine("findings-rupiah", left: found.amount.rupiah, right: reported),
    ]
  }
}
