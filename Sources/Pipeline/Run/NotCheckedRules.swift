internal import Domain
internal import Rules

extension TotalsBuilder {
  /// The rules that said nothing, by code: switched off, without their files, or not built yet.
  var notChecked: [NotChecked] {
    var given: GivenKinds = []
    for input in inputs { given.insert(GivenKinds(input.kind)) }
    var reasons: [RuleCode: NotChecked.Reason] = [:]
    for code in RuleCode.allKnown { reasons[code] = Self.reasonNotBuilt(code, given) }
    for entry in RuleBook.entries { reasons[entry.code] = nil }
    for entry in RuleBook.notChecked(given: given) {
      let missing = entry.needs.first { !given.contains(GivenKinds($0)) } ?? .roster
      reasons[entry.code] = .notGiven(missing.name)
    }
    for code in definition.rules.off { reasons[code] = .switchedOff }
    return reasons.sorted { $0.key < $1.key }.map { NotChecked($0.key, $0.value) }
  }

  /// Why a code without a rule is not checked: its files are not given or of a kind that cannot be
  /// read, or else the rule is missing.
  private static func reasonNotBuilt(
    _ code: RuleCode, _ given: GivenKinds
  ) -> NotChecked.Reason {
    switch (code.family, code.number) {
    case (.iur, 7), (.iur, 8): given.contains(.receipts) ? .notBuilt : .notGiven("receipts")
    case (.idn, 6): .notGiven("registry")
    case (.keu, 8): .notGiven("refunds")
    default: .notBuilt
    }
  }
}
