internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  /// The rules about claims, deaths and overdue findings that had nothing to judge, by code; a rule
  /// that was not checked is not among them.
  func notApplicable(_ report: RunReport) -> [NotApplicable] {
    let claims = cases.claims
    let deaths = claims.contains { $0.programme == .death }
    let accidents = claims.contains { $0.programme == .workAccident }
    let fatal = claims.contains { $0.programme == .workAccident && $0.isDeath }
    let short = claims.contains {
      $0.programme == .death && law.benefits.shortTenure(on: $0.incidentOn) != nil
    }
    // Without the findings of an earlier run none of today's is past its due date.
    let overdue = results.findings.list.contains { $0.code == RuleCode(.prs, 4) }
    let schools = claims.contains { !$0.scholarships.isEmpty }
    let found: [(RuleCode.Family, UInt8, NotApplicable.Absent, Bool)] = [
      (.klm, 1, .deathClaims, deaths || fatal),
      (.klm, 3, .deathsOfBothProgrammes, deaths && fatal),
      (.klm, 6, .eventsUnderShortTenure, short), (.klm, 7, .scholarships, schools),
      (.klm, 8, .accidentClaims, accidents), (.klm, 9, .deathClaims, deaths),
      (.prs, 1, .deathClaims, deaths), (.prs, 2, .accidentClaims, accidents),
      (.prs, 3, .accidentClaims, accidents), (.prs, 4, .overdueFindings, overdue),
      (.sil, 2, .deaths, !cases.deaths.isEmpty),
    ]
    let unchecked = Set(report.manifest.notChecked.map(\.code))
    return found.compactMap { family, number, absent, isThere in
      let code = RuleCode(family, number)
      return isThere || unchecked.contains(code) ? nil : NotApplicable(code, absent)
    }
  }

  /// The rules about claims that lack a date in every row.
  var missingClaimDates: [(RuleCode, Column)] {
    let claims = cases.records.claims.filter { !$0.cancelled }
    if claims.isEmpty { return [] }
    let has: [(Column, Bool)] = [
      (.completeOn, claims.contains { $0.completeOn.value != nil }),
      (.paidOn, claims.contains { $0.paidOn.value != nil }),
      (.reportedOn, claims.contains { $0.reportedOn.value != nil }),
      (.filedOn, claims.contains { $0.filedOn.value != nil }),
    ]
    let needs: [(RuleCode, [Column])] = [
      (RuleCode(.klm, 8), [.filedOn]), (RuleCode(.prs, 1), [.completeOn, .paidOn]),
      (RuleCode(.prs, 2), [.completeOn, .paidOn]), (RuleCode(.prs, 3), [.reportedOn]),
    ]
    return needs.compactMap { code, columns in
      columns.first { column in has.contains { $0 == (column, false) } }.map { (code, $0) }
    }
  }
}
