internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  func addExpectations(_ report: inout RunReport) {
    let isChecked = report.isGiven(.claims)
    for (number, expectation) in definition.expectations.enumerated() {
      var result = ExpectationResult(
        programme: expectation.claims, period: expectation.period,
        basis: Self.basis(of: expectation),
        expected: CasesAndAmount(
          cases: expectation.cases.map { Int64($0) }, amount: expectation.amount),
        found: CasesAndAmount(cases: nil, amount: nil), claims: [])
      result.isChecked = isChecked
      if isChecked {
        let claims = claims(of: expectation)
        let amount = claims.reduce(Int64(0)) { $0 &+ $1.value }
        result.found = CasesAndAmount(cases: Int64(claims.count), amount: amount)
        result.claims = claims.map(\.key)
        report.statement.add(
          .expectation(number + 1), partsOf: (Int64(claims.count), amount),
          claims.map { (label: .named($0.key), count: 1, amount: $0.value) })
      }
      report.manifest.expectations.append(result)
    }
  }

  /// The claims that a published figure is about, by number, each with its rupiah.
  private func claims(of expectation: Expectation) -> [(key: String, value: Int64)] {
    var numbers: [String: Int64] = [:]
    for claim in cases.records.claims
    where !claim.cancelled && claim.programme == expectation.claims {
      let day: CalendarDate? =
        switch expectation.basis {
        case .event: claim.incidentOn
        case .filed: claim.filedOn.value
        case .paid: claim.paidOn.value
        }
      guard let day, day.isPresent, expectation.period.contains(day.month) else { continue }
      numbers[cases.records.texts.string(claim.number), default: 0] &+= claim.amount
    }
    return numbers.sorted { $0.key < $1.key }
  }

  private static func basis(of expectation: Expectation) -> MonthlyLine.Basis {
    switch expectation.basis {
    case .event: .event
    case .filed: .filed
    case .paid: .paid
    }
  }
}
