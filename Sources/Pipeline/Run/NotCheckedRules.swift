internal import Domain
internal import Matcher
internal import Rules

extension TotalsBuilder {
  /// The rules that said nothing, by code: switched off, without their files, or not built yet.
  var notChecked: [NotChecked] {
    var given: GivenKinds = []
    for input in inputs { given.insert(GivenKinds(input.kind)) }
    var reasons: [RuleCode: NotChecked.Reason] = [:]
    for code in RuleCode.allKnown { reasons[code] = Self.reasonNotBuilt(code) }
    for entry in RuleBook.entries { reasons[entry.code] = nil }
    for entry in RuleBook.notChecked(given: given) {
      let missing = entry.needs.first { !given.contains(GivenKinds($0)) } ?? .roster
      reasons[entry.code] = .notGiven(missing.name)
    }
    for (code, column) in missingColumns where reasons[code] == nil {
      reasons[code] = .noColumn(column)
    }
    for code in definition.rules.off { reasons[code] = .switchedOff }
    return reasons.sorted { $0.key < $1.key }.map { NotChecked($0.key, $0.value) }
  }

  /// The rules about claims that lack a date in every row.
  private var missingColumns: [(RuleCode, Column)] {
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

  /// Why a code without a rule is not checked: its files are of a kind that cannot be read, or else
  /// the rule is missing.
  private static func reasonNotBuilt(_ code: RuleCode) -> NotChecked.Reason {
    switch (code.family, code.number) {
    case (.iur, 7), (.iur, 8): .notGiven("receipts")
    case (.idn, 6): .notGiven("registry")
    case (.keu, 8): .notGiven("refunds")
    default: .notBuilt
    }
  }
}
