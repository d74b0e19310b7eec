internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  /// The rules about claims and deaths that had nothing to judge, by code; a rule that was not
  /// checked is not among them.
  func notApplicable(_ notChecked: [NotChecked]) -> [NotApplicable] {
    let claims = cases.claims
    let deaths = claims.contains { $0.programme == .death }
    let accidents = claims.contains { $0.programme == .workAccident }
    let fatal = claims.contains { $0.programme == .workAccident && $0.isDeath }
    let short = claims.contains {
      $0.programme == .death && law.benefits.shortTenure(on: $0.incidentOn) != nil
    }
    let schools = claims.contains { !$0.scholarships.isEmpty }
    let found: [(RuleCode.Family, UInt8, NotApplicable.Absent, Bool)] = [
      (.klm, 1, .deathClaims, deaths || fatal),
      (.klm, 3, .deathsOfBothProgrammes, deaths && fatal),
      (.klm, 6, .eventsUnderShortTenure, short), (.klm, 7, .scholarships, schools),
      (.klm, 8, .accidentClaims, accidents), (.klm, 9, .deathClaims, deaths),
      (.prs, 1, .deathClaims, deaths), (.prs, 2, .accidentClaims, accidents),
      (.prs, 3, .accidentClaims, accidents), (.sil, 2, .deaths, !cases.deaths.isEmpty),
    ]
    let unchecked = Set(notChecked.map(\.code))
    return found.compactMap { family, number, absent, isThere in
      let code = RuleCode(family, number)
      return isThere || unchecked.contains(code) ? nil : NotApplicable(code, absent)
    }
  }
}
