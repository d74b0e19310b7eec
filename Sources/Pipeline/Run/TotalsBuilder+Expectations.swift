internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  func addExpectations(_ report: inout RunReport) {
    for (number, expectation) in definition.expectations.enumerated() {
      var numbers: [String: Int64] = [:]
      var amount: Int64 = 0
      for claim in cases.records.claims
      where !claim.cancelled && claim.programme == expectation.claims {
        let day: CalendarDate? =
          switch expectation.basis {
          case .event: claim.incidentOn
          case .filed: claim.filedOn.value
          case .paid: claim.paidOn.value
          }
        guard let day, expectation.period.contains(day.month) else { continue }
        numbers[cases.records.texts.string(claim.number), default: 0] &+= claim.amount
        amount &+= claim.amount
      }
      let basis: MonthlyLine.Basis =
        switch expectation.basis {
        case .event: .event
        case .filed: .filed
        case .paid: .paid
        }
      let found = CasesAndAmount(cases: Int64(numbers.count), amount: amount)
      report.manifest.expectations.append(
        ExpectationResult(
          programme: expectation.claims, period: expectation.period, basis: basis,
          expected: CasesAndAmount(
            cases: expectation.cases.map { Int64($0) }, amount: expectation.amount),
          found: found, claims: numbers.keys.sorted()))
      report.statement.add(
        .expectation(number + 1), partsOf: (Int64(numbers.count), amount),
        numbers.sorted { $0.key < $1.key }.map {
          (label: .named($0.key), count: 1, amount: $0.value)
        })
    }
  }
}
