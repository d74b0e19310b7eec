internal import Domain
internal import Rules

extension TotalsBuilder {
  /// The rules that said nothing, by code: switched off, without their files or columns.
  var notChecked: [NotChecked] {
    let given = GivenKinds(kinds: inputs.map(\.kind))
    let unused = UnusedFiles(inputs)
    var reasons: [RuleCode: NotChecked.Reason] = [:]
    for entry in RuleBook.notChecked(given: given) {
      let oneOf: InputKind = entry.code.family == .iur ? .disbursements : .roster
      let missing = entry.needs.first { !given.contains(GivenKinds($0)) } ?? oneOf
      reasons[entry.code] = .notGiven(missing.name)
    }
    for (code, file) in unused.unchecked { reasons[code] = .unusableFile(file) }
    for (code, column) in missingClaimDates where reasons[code] == nil {
      reasons[code] = .noColumn(column)
    }
    addMissingColumns(&reasons)
    for code in definition.rules.off { reasons[code] = .switchedOff }
    return reasons.sorted { $0.key < $1.key }.map { NotChecked($0.key, $0.value) }
  }

  /// The rules of which no file has a column, or the definition no parameter.
  private func addMissingColumns(_ reasons: inout [RuleCode: NotChecked.Reason]) {
    for entry in RuleBook.entries where reasons[entry.code] == nil {
      let isThere =
        entry.columns.isEmpty
        || entry.columns.contains { column in
          inputs.contains {
            $0.columns[column] != nil && (entry.needs.isEmpty || entry.needs.contains($0.kind))
          }
        }
      if !isThere, let column = entry.columns.first {
        reasons[entry.code] = .noColumn(column)
      } else if let name = entry.parameter, !isStated("\(name)") {
        reasons[entry.code] = .noParameter("\(name)")
      }
    }
  }

  private func isStated(_ parameter: String) -> Bool {
    switch parameter {
    case "budget": !definition.rules.budget.isEmpty
    case "quota": !definition.rules.quota.isEmpty
    default: true
    }
  }
}
