internal import Matcher

/// `model.json`: what a linkage learnt, to be read and to be used again.
enum LinkModelText {
  /// The model as JSON; no value of a row stands in it.
  static func json(_ linker: Linker, _ model: LinkModel) -> String {
    let comparisons = linker.plan.comparisons.indices.map { comparison($0, linker, model) }
    return """
      {
        "rekon_link": 1,
        "cardinality": "\(linker.plan.cardinality.rawValue)",
        "rows": {"left": \(linker.left.count), "right": \(linker.right.count)},
        "expected_matches": \(model.expectedMatches),
        "iterations": \(model.iterations),
        "pairs": \(model.pairs),
        "blocks": [\(linker.blockNames.map(quoted).joined(separator: ", "))],
        "comparisons": [
      \(comparisons.joined(separator: ",\n"))
        ]
      }

      """
  }

  private static func comparison(_ place: Int, _ linker: Linker, _ model: LinkModel) -> String {
    let comparison = linker.plan.comparisons[place]
    let levels = zip(comparison.levels, model.levels[place]).map { level, shares in
      let weight = LinkNumber.written(shares.weight, decimals: 3)
      return "        {\"level\": \(quoted(level.name)), \"m\": \(shares.match), "
        + "\"u\": \(shares.chance), \"weight\": \(weight), \"drawn\": \(shares.drawn)}"
    }
    let (different, most) = linker.frequency(place)
    return """
          {
            "name": \(quoted(comparison.name)), "as": "\(comparison.kind.rawValue)",
            "values": {"different": \(different), "most_frequent_rows": \(most)},
            "levels": [
      \(levels.joined(separator: ",\n"))
            ]
          }
      """
  }

  /// Reads a model that fits a plan.
  ///
  /// Throws a `DefinitionError` or a `RunError` where it does not.
  static func read(_ path: String, _ plan: LinkPlan) throws -> LinkModel {
    let file = Paths.baseName(path)
    let bytes = try Files.contents(path, shown: file)
    let node = try DefinitionDecoder(file: file).compose(String(decoding: bytes, as: UTF8.self))
    let fields = try YAMLCursor(node: node, file: file, path: "model").fields(
      [
        "rekon_link", "cardinality", "rows", "expected_matches", "iterations", "pairs", "blocks",
        "comparisons",
      ], required: ["expected_matches", "comparisons"])
    guard let matches = fields["expected_matches"], let list = fields["comparisons"] else {
      preconditionFailure("required keys are there")
    }
    let items = try list.items()
    guard items.count == plan.comparisons.count else {
      throw list.wrong(
        expected: "\(plan.comparisons.count) comparisons, those of this linkage",
        found: "\(items.count)", remedy: "Use the model of a linkage of the same columns.")
    }
    var levels: [[LinkModel.Shares]] = []
    for (item, comparison) in zip(items, plan.comparisons) {
      levels.append(try shares(item, comparison))
    }
    var model = LinkModel(levels: levels, expectedMatches: try number(matches))
    model.iterations = try fields["iterations"]?.integer(in: 0...1_000_000) ?? 0
    model.pairs = try fields["pairs"]?.integer(in: 0...Int.max) ?? 0
    return model
  }

  private static func shares(
    _ cursor: YAMLCursor, _ comparison: Comparison
  ) throws(DefinitionError) -> [LinkModel.Shares] {
    let fields = try cursor.fields(
      ["name", "as", "values", "levels"], required: ["name", "levels"])
    let name = try fields["name"]?.text() ?? ""
    let items = try fields["levels"]?.items() ?? []
    guard name == comparison.name, items.count == comparison.levels.count else {
      throw cursor.wrong(
        expected: "the levels of `\(comparison.name)`", found: "those of `\(name)`",
        remedy: "Use the model of a linkage of the same columns.")
    }
    var shares: [LinkModel.Shares] = []
    for item in items {
      let fields = try item.fields(["level", "m", "u", "weight", "drawn"], required: ["m", "u"])
      guard let match = fields["m"], let chance = fields["u"] else {
        preconditionFailure("required keys are there")
      }
      shares.append(
        LinkModel.Shares(
          match: try number(match), chance: try number(chance),
          drawn: try fields["drawn"].map(number)))
    }
    return shares
  }

  private static func number(_ cursor: YAMLCursor) throws(DefinitionError) -> Double {
    if let number = Double(try cursor.text("a number")), number > 0, number.isFinite {
      return number
    }
    throw cursor.wrong(
      expected: "a number above 0 for `\(cursor.path)`", remedy: "Use the file as it was written.")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += "?"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
