internal import Matcher
internal import Yams

extension LinkDefinition {
  /// Reads a definition from a file.
  ///
  /// Throws a `RunError` where the file cannot be had and a `DefinitionError` where it cannot be
  /// followed.
  static func load(path: String) throws -> LinkDefinition {
    let file = Paths.baseName(path)
    let bytes = try Files.contents(path, shown: file)
    var definition = try decode(String(decoding: bytes, as: UTF8.self), file: file)
    definition.folder = Paths.folder(of: path)
    return definition
  }

  /// Decodes a definition's text; `file` is its name in messages.
  static func decode(_ text: String, file: String) throws(DefinitionError) -> LinkDefinition {
    let node = try DefinitionDecoder(file: file).compose(text)
    let root = YAMLCursor(node: node, file: file, path: "definition")
    let fields = try root.fields(
      ["left", "right", "cardinality", "compare", "block"], required: ["left", "right", "compare"])
    guard let left = fields["left"], let right = fields["right"], let compare = fields["compare"]
    else { preconditionFailure("required keys are there") }
    var definition = LinkDefinition(
      left: try side(left), right: try side(right), comparisons: try comparisons(compare))
    if let cardinality = fields["cardinality"] {
      definition.cardinality = try cardinality.choice(
        LinkPlan.Cardinality.allCases.map { ($0.rawValue, $0) })
    }
    for block in try fields["block"]?.items() ?? [] {
      let names = try self.names(block)
      for name in names where !definition.comparisons.contains(where: { $0.isCalled(name) }) {
        throw block.wrong(
          expected: "columns that are compared", found: "`\(name)`",
          remedy: "Name a column of `compare`, or add it there.")
      }
      definition.blocks.append(names)
    }
    return definition
  }

  private static func side(_ cursor: YAMLCursor) throws(DefinitionError) -> Side {
    let fields = try cursor.fields(["file", "key", "sheet", "header"], required: ["file"])
    guard let file = try fields["file"]?.text("a file") else {
      preconditionFailure("required keys are there")
    }
    return Side(
      file: file, key: try fields["key"]?.text("a column"), sheet: try fields["sheet"]?.text(),
      header: try fields["header"]?.integer(in: 1...1_000_000))
  }

  private static func comparisons(_ cursor: YAMLCursor) throws(DefinitionError) -> [Stated] {
    var found: [Stated] = []
    for item in try cursor.items() { found.append(try comparison(item)) }
    guard (1...LinkPlan.mostComparisons).contains(found.count) else {
      throw cursor.wrong(
        expected: "1 to \(LinkPlan.mostComparisons) comparisons", found: "\(found.count)",
        remedy: "Leave out what says least.")
    }
    return found
  }

  private static func comparison(_ cursor: YAMLCursor) throws(DefinitionError) -> Stated {
    let fields = try cursor.fields(
      ["column", "left", "right", "as", "name", "tolerance", "window", "direction"],
      required: ["as"])
    let both = try fields["column"].map(names) ?? []
    let left = try fields["left"].map(names) ?? both
    let right = try fields["right"].map(names) ?? both
    guard !left.isEmpty, !right.isEmpty else {
      throw cursor.wrong(
        expected: "`column`, or `left` and `right`", found: "neither",
        remedy: "Say which columns are compared.")
    }
    guard let kind = try fields["as"]?.choice(Comparison.Kind.allCases.map { ($0.rawValue, $0) })
    else { preconditionFailure("required keys are there") }
    var stated = Stated(
      name: try fields["name"]?.text() ?? left.joined(separator: "_"), left: left, right: right,
      kind: kind)
    stated.tolerance = try fields["tolerance"].map(share)
    stated.window = try fields["window"].map(days)
    stated.direction =
      try fields["direction"]?.choice(Direction.allCases.map { ($0.rawValue, $0) }) ?? .any
    return stated
  }

  private static func names(_ cursor: YAMLCursor) throws(DefinitionError) -> [String] {
    guard cursor.node.sequence != nil else { return [try cursor.text("a column")] }
    var names: [String] = []
    for item in try cursor.items() { names.append(try item.text("a column")) }
    return names
  }

  private static func share(_ cursor: YAMLCursor) throws(DefinitionError) -> Double {
    let written = try cursor.text("a share")
    let isPercent = written.hasSuffix("%")
    if let number = Double(isPercent ? String(written.dropLast()) : written) {
      let share = isPercent ? number / 100 : number
      if (0..<1).contains(share) { return share }
    }
    throw cursor.wrong(
      expected: "a share below 1, or below 100%, for `\(cursor.path)`",
      remedy: "Write it as 3% or as 0.03.")
  }

  private static func days(_ cursor: YAMLCursor) throws(DefinitionError) -> Int {
    let written = try cursor.text("a number of days")
    let digits = written.hasSuffix("d") ? String(written.dropLast()) : written
    if let days = Int(digits), (0...36_500).contains(days) { return days }
    throw cursor.wrong(
      expected: "a number of days for `\(cursor.path)`", remedy: "Write it as 20d.")
  }
}

extension LinkDefinition.Stated {
  /// Whether a block means this comparison by a name.
  func isCalled(_ name: String) -> Bool {
    self.name == name || left == [name] || right == [name]
  }
}
