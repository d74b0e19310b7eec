import Domain
import Reader
import Yams

extension PipelineDefinition {
  /// Reads and decodes a definition; without one the run has no input.
  ///
  /// Throws a `RunError` where the file cannot be had and a `DefinitionError` where it cannot be
  /// followed.
  public static func load(path: String) throws -> PipelineDefinition {
    let file = Paths.baseName(path)
    let bytes = try Files.contents(path, shown: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DefinitionError(
        file: file, line: 1, column: 1, expected: "text in UTF-8", found: "other bytes",
        remedy: "Save the definition as UTF-8.")
    }
    var definition = try decode(text, file: file)
    definition.folder = Paths.folder(of: path)
    definition.sha256 = Digest.sha256(bytes).hex
    return definition
  }

  /// Decodes a definition's text; `file` is its name in messages.
  ///
  /// Throws the first thing that cannot be followed, with its place.
  public static func decode(_ text: String, file: String) throws(DefinitionError)
    -> PipelineDefinition
  {
    try DefinitionDecoder(file: file).decode(text)
  }
}

/// Turns the nodes of a YAML document into a definition.
struct DefinitionDecoder {
  let file: String

  static let keys = [
    "rekon", "programme", "city", "period", "inputs", "law", "rules", "expect", "folder",
  ]

  func decode(_ text: String) throws(DefinitionError) -> PipelineDefinition {
    let root = YAMLCursor(node: try compose(text), file: file, path: "definition")
    let fields = try root.fields(Self.keys, required: ["rekon", "period", "inputs"])
    try fields["rekon"].map(checkVersion)
    guard let period = try fields["period"].map(period), let inputs = fields["inputs"] else {
      preconditionFailure("required keys are there")
    }
    var definition = PipelineDefinition(file: file, folder: ".", sha256: "", period: period)
    definition.inputs = try decodeInputs(inputs)
    definition.programme = try fields["programme"]?.text()
    definition.city = try fields["city"].map(city)
    definition.inputFolder = try fields["folder"]?.text("a folder")
    definition.law = try fields["law"]?.text("a folder")
    if let rules = fields["rules"], !rules.isEmpty { definition.rules = try decodeRules(rules) }
    for item in try fields["expect"]?.items() ?? [] {
      definition.expectations.append(try expectation(item))
    }
    return definition
  }

  /// The document's nodes.
  func compose(_ text: String) throws(DefinitionError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch let error as YamlError {
      throw notYAML(error)
    } catch {
      throw notYAML(at: nil, "something unreadable")
    }
    throw notYAML(at: nil, "an empty file")
  }

  private func notYAML(_ error: YamlError) -> DefinitionError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      notYAML(at: mark, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      notYAML(at: context.mark, "the same key twice: \(keys.joined(separator: ", "))")
    default: notYAML(at: nil, "a form that is no YAML")
    }
  }

  private func notYAML(at mark: Mark?, _ problem: String) -> DefinitionError {
    DefinitionError(
      file: file, line: mark?.line ?? 1, column: mark?.column ?? 1,
      expected: "a pipeline definition in YAML", found: problem,
      remedy: "Compare it with Pipelines/README.md.")
  }

  private func checkVersion(_ cursor: YAMLCursor) throws(DefinitionError) {
    guard try cursor.text("a version") == "\(PipelineDefinition.version)" else {
      throw cursor.wrong(
        expected: "`rekon: \(PipelineDefinition.version)`, the version this program reads",
        remedy: "Use a program of that version, or write the definition in this one.")
    }
  }

  func period(_ cursor: YAMLCursor) throws(DefinitionError) -> Period {
    try period(cursor.fields(["from", "to"], required: ["from", "to"]), at: cursor)
  }

  private func period(
    _ fields: [String: YAMLCursor], at cursor: YAMLCursor
  ) throws(DefinitionError) -> Period {
    guard let from = try fields["from"]?.month(), let to = try fields["to"]?.month() else {
      preconditionFailure("required keys are there")
    }
    if let period = Period(from: from, to: to) { return period }
    throw (fields["to"] ?? cursor).wrong(
      expected: "a month not before `from` (\(from.written))",
      remedy: "Exchange the two, or correct one.")
  }

  private func city(_ cursor: YAMLCursor) throws(DefinitionError) -> PipelineDefinition.City {
    let fields = try cursor.fields(["name", "code"])
    var city = PipelineDefinition.City()
    city.name = try fields["name"]?.text()
    city.code = try fields["code"]?.text()
    return city
  }

  private func expectation(_ cursor: YAMLCursor) throws(DefinitionError) -> Expectation {
    let fields = try cursor.fields(
      ["claims", "from", "to", "basis", "cases", "amount"], required: ["claims", "from", "to"])
    let programmes = Programme.allCases.dropFirst().map { ("\($0.code)", $0) }
    guard let programme = try fields["claims"]?.choice(programmes) else {
      preconditionFailure("required keys are there")
    }
    var expectation = Expectation(claims: programme, period: try period(fields, at: cursor))
    let bases = Expectation.Basis.allCases.map { ($0.rawValue, $0) }
    expectation.basis = try fields["basis"]?.choice(bases) ?? .event
    expectation.cases = try fields["cases"]?.integer(in: 0...Int.max)
    expectation.amount = try fields["amount"]?.integer(in: Int64(0)...Int64.max)
    if expectation.cases == nil, expectation.amount == nil {
      throw cursor.wrong(
        expected: "`cases` or `amount` in `\(cursor.path)`", found: "neither",
        remedy: "Add the published figure.")
    }
    return expectation
  }
}
