internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  /// The law rows that were in force on some day that the run judged, in the order of the tables.
  ///
  /// The days go from the earliest to the latest of the period and the claims' events; to the rows
  /// that were, those are added that a finding names.
  func lawInForce(_ period: Period) -> [LawRef] {
    let events = cases.records.claims.lazy.filter { !$0.cancelled }
      .map(\.incidentOn).filter(\.isPresent)
    let first = min(events.min() ?? period.from.date(day: 1), period.from.date(day: 1))
    let last = max(events.max() ?? period.to.lastDay, period.to.lastDay)
    let named = Set(results.findings.list.map(\.law.index))
    return law.rows.indices.dropFirst().compactMap { place in
      let row = law.rows[place]
      let isInForce = (row.validFrom ?? first) <= last && first <= (row.validTo ?? last)
      let ref = LawRef(index: UInt16(place))
      return isInForce || named.contains(ref.index) ? ref : nil
    }
  }
}
