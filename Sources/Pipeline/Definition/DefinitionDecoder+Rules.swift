import Domain
import Rules

extension DefinitionDecoder {
  private static let ruleKeys = [
    "dueDay", "rejectLimit", "off", "severity", "tolerance", "grace", "reliefExcludes", "jobs",
    "age", "budget", "quota",
  ]

  func decodeRules(_ cursor: YAMLCursor) throws(DefinitionError) -> RuleSettings {
    let fields = try cursor.fields(Self.ruleKeys)
    var rules = RuleSettings()
    if let dueDay = fields["dueDay"] { rules.dueDay = try dueDay.integer(in: 1...31) }
    if let limit = fields["rejectLimit"] { rules.rejectLimit = try share(limit) }
    for item in try fields["off"]?.items() ?? [] { rules.off.append(try ruleCode(item)) }
    if let severity = fields["severity"] { rules.severity = try severities(severity) }
    if let tolerance = fields["tolerance"] { rules.tolerance = try tolerances(tolerance) }
    if let grace = fields["grace"] { rules.grace = try graces(grace) }
    if let funds = fields["reliefExcludes"] { rules.reliefExcludes = try texts(funds) }
    rules.jobs = try fields["jobs"].map(texts)
    if let age = fields["age"] { rules.age = try ages(age) }
    if let budget = fields["budget"] { rules.budget = try budgets(budget) }
    if let quota = fields["quota"] { rules.quota = try quotas(quota) }
    return rules
  }

  /// A share, as `1%` or `0.01`.
  private func share(_ cursor: YAMLCursor) throws(DefinitionError) -> Double {
    let written = try cursor.text("a share")
    let isPercent = written.hasSuffix("%")
    let digits = isPercent ? String(written.dropLast()) : written
    let isPlain = digits.utf8.allSatisfy { Bytes.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, let number = Double(digits), number <= (isPercent ? 100 : 1) else {
      throw cursor.wrong(
        expected: "a share from 0 to 1, or from 0% to 100%, for `\(cursor.path)`",
        remedy: "Write 1% or 0.01.")
    }
    return isPercent ? number / 100 : number
  }

  private func texts(_ cursor: YAMLCursor) throws(DefinitionError) -> [String] {
    var texts: [String] = []
    for item in try cursor.items() { texts.append(try item.text()) }
    return texts
  }

  private func ruleCode(_ cursor: YAMLCursor) throws(DefinitionError) -> RuleCode {
    let written = try cursor.text("a rule code")
    let known = RuleBook.entries.map(\.code)
    if let code = RuleCode(written), known.contains(code) { return code }
    let near =
      NearestWord.find(written, among: known.map(\.text)).map { "Did you mean `\($0)`? " } ?? ""
    throw cursor.wrong(
      expected: "a rule code, as IUR-05", remedy: "\(near)`rekon rules` lists the codes.")
  }

  private func severities(_ cursor: YAMLCursor) throws(DefinitionError) -> [RuleCode: Severity] {
    let words = Severity.allCases.map { ("\($0.name)", $0) }
    var severities: [RuleCode: Severity] = [:]
    for (key, _, value) in try cursor.entries() {
      severities[try ruleCode(key)] = try value.choice(words)
    }
    return severities
  }

  private func tolerances(_ cursor: YAMLCursor) throws(DefinitionError) -> [RuleCode: Int64] {
    var tolerances: [RuleCode: Int64] = [:]
    for (key, _, value) in try cursor.entries() {
      let code = try ruleCode(key)
      guard RuleBook.differences.contains(code) else {
        throw key.wrong(
          expected: "a rule that finds a difference in rupiah",
          remedy: "Use one of \(Self.list(RuleBook.differences)).")
      }
      tolerances[code] = try value.integer(in: Int64(0)...Int64.max)
    }
    return tolerances
  }

  private func graces(_ cursor: YAMLCursor) throws(DefinitionError) -> [RuleCode: Int] {
    var graces: [RuleCode: Int] = [:]
    let known = RuleBook.Parameters.usualGrace.keys.sorted()
    for (key, _, value) in try cursor.entries() {
      let code = try ruleCode(key)
      guard known.contains(code) else {
        throw key.wrong(
          expected: "a rule with a time of grace", remedy: "Use one of \(Self.list(known)).")
      }
      graces[code] = try value.integer(in: 0...36_500)
    }
    return graces
  }

  private static func list(_ codes: [RuleCode]) -> String {
    codes.map(\.text).joined(separator: ", ")
  }

  private func ages(_ cursor: YAMLCursor) throws(DefinitionError) -> Range<Int> {
    let fields = try cursor.fields(["from", "below"])
    let from = try fields["from"]?.integer(in: 0...150) ?? 18
    let below = try fields["below"]?.integer(in: 0...150) ?? 65
    guard from < below else {
      throw cursor.wrong(
        expected: "`from` less than `below`", found: "\(from) and \(below)",
        remedy: "Exchange the two, or correct one.")
    }
    return from..<below
  }

  private func budgets(_ cursor: YAMLCursor) throws(DefinitionError) -> [Int: Int64] {
    var budgets: [Int: Int64] = [:]
    for (key, _, value) in try cursor.entries() {
      let year = try key.integer(in: 1900...2199)
      budgets[year] = try value.integer(in: Int64(0)...Int64.max)
    }
    return budgets
  }

  private func quotas(_ cursor: YAMLCursor) throws(DefinitionError) -> [String: Int] {
    var quotas: [String: Int] = [:]
    for (_, name, value) in try cursor.entries() {
      quotas[name] = try value.integer(in: 0...Int.max)
    }
    return quotas
  }
}
