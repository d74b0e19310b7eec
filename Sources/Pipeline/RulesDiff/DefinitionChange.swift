import Yams

/// A value under `rules`, `period` or `law` that two definitions state differently.
public struct DefinitionChange: Hashable, Sendable {
  /// Where it stands, as `rules.dueDay` or `law.tariff.rates.tariff-2015.jkm`.
  public let key: String
  /// What A states; nil where it states nothing.
  public let a: String?
  /// What B states; nil where it states nothing.
  public let b: String?

  /// All changes, by key.
  ///
  /// Definitions and tables are compared as they are written: what one of them leaves to the
  /// default counts as not stated. Throws a `RunError` or a `DefinitionError`.
  static func all(_ a: String, _ b: String, inputs: String?) throws -> [DefinitionChange] {
    let (left, right) = (try stated(in: a, inputs: inputs), try stated(in: b, inputs: inputs))
    return Set(left.keys).union(right.keys).sorted().compactMap { key in
      left[key] == right[key] ? nil : DefinitionChange(key: key, a: left[key], b: right[key])
    }
  }

  /// The values that a definition states, its law tables among them.
  private static func stated(in path: String, inputs: String?) throws -> [String: String] {
    let definition = try PipelineDefinition.load(path: path)
    let text = String(decoding: try Files.contents(path, shown: definition.file), as: UTF8.self)
    var values: [String: String] = [:]
    let root = try LawReader.root(text, definition.file).node
    for key in ["rules", "period", "law"] {
      if let node = root.mapping?[Node(key)] { add(node, key, to: &values) }
    }
    let folder = ShippedLaw.folder(of: definition, inputs: inputs)
    for (name, table) in try ShippedLaw.lawFiles(folder: folder) {
      let key = "law." + name.replacing(".yaml", with: "")
      if let node = try Yams.compose(yaml: table) { add(node, key, to: &values) }
    }
    return values
  }

  /// Adds a node's values under its path; rows of a list stand under their id, name or code.
  private static func add(_ node: Node, _ path: String, to values: inout [String: String]) {
    if let mapping = node.mapping {
      for (key, value) in mapping { add(value, "\(path).\(key.string ?? "")", to: &values) }
    } else if let list = node.sequence, list.contains(where: { $0.scalar == nil }) {
      for (place, item) in list.enumerated() {
        let names = ["id", "name", "code"].lazy.compactMap { item.mapping?[Node($0)]?.string }
        add(item, "\(path).\(names.first ?? "\(place + 1)")", to: &values)
      }
    } else if let list = node.sequence {
      values[path] = list.compactMap(\.string).joined(separator: ", ")
    } else {
      values[path] = node.string
    }
  }
}
