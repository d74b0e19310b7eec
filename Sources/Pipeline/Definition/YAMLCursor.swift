public import Domain
import Yams

/// A place in a definition: a value, where it stands, and how to say what is wrong with it.
struct YAMLCursor {
  let node: Node
  let file: String
  /// The keys that lead here, as `rules.dueDay`.
  let path: String

  /// Where the value stands, as `file:line:column`.
  var place: String { "\(file):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1)" }

  /// An error at this place.
  func wrong(expected: String, found: String? = nil, remedy: String) -> DefinitionError {
    DefinitionError(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
      expected: expected, found: found ?? description, remedy: remedy)
  }

  /// What stands here, in a few words.
  private var description: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : Self.shown(scalar.string)
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// A text as a message may repeat it: one that may be a row of data is not repeated.
  private static func shown(_ text: String) -> String {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    let isWord = digits < 7 && text.utf8.count <= 60 && !text.contains { ",;|\t".contains($0) }
    return isWord ? "`\(Paths.shown(text))`" : "another text"
  }

  /// Whether nothing is written here.
  var isEmpty: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// All entries of a mapping, in order.
  func entries() throws(DefinitionError) -> [(key: YAMLCursor, name: String, value: YAMLCursor)] {
    guard let mapping = node.mapping else {
      let found = node.scalar != nil && !isEmpty ? "a text without keys" : nil
      throw wrong(
        expected: "keys and values for `\(path)`", found: found,
        remedy: "Write it as `key: value`.")
    }
    var entries: [(key: YAMLCursor, name: String, value: YAMLCursor)] = []
    for (key, value) in mapping {
      let keyCursor = YAMLCursor(node: key, file: file, path: path)
      let name = try keyCursor.text("a key")
      let inner = path.isEmpty || path == "definition" ? name : "\(path).\(name)"
      entries.append((keyCursor, name, YAMLCursor(node: value, file: file, path: inner)))
    }
    return entries
  }

  /// The entries of a mapping that may have these keys and must have those.
  func fields(
    _ known: [String], required: [String] = []
  ) throws(DefinitionError) -> [String: YAMLCursor] {
    var fields: [String: YAMLCursor] = [:]
    for (key, name, value) in try entries() {
      guard known.contains(name) else { throw key.unknown(name, among: known) }
      fields[name] = value
    }
    for name in required where fields[name] == nil {
      throw wrong(
        expected: "the key `\(name)` in `\(path)`", found: "none", remedy: "Add `\(name)`.")
    }
    return fields
  }

  /// An unknown word at this place, with the known one it resembles.
  func unknown(_ name: String, among known: [String]) -> DefinitionError {
    let near = NearestWord.find(name, among: known).map { "Did you mean `\($0)`? " } ?? ""
    return wrong(
      expected: "a key of `\(path)`", found: "the unknown key \(Self.shown(name))",
      remedy: "\(near)Known are: \(known.joined(separator: ", ")).")
  }

  /// The elements of a list; nothing written is an empty one.
  func items() throws(DefinitionError) -> [YAMLCursor] {
    if isEmpty { return [] }
    guard let sequence = node.sequence else {
      throw wrong(expected: "a list for `\(path)`", remedy: "Write it as `[a, b]` or as `- a`.")
    }
    return sequence.map { YAMLCursor(node: $0, file: file, path: path) }
  }

  /// The text of a scalar, as it is written, whatever YAML would take it for.
  func text(_ what: String = "a text") throws(DefinitionError) -> String {
    guard let scalar = node.scalar, !isEmpty else {
      throw wrong(expected: "\(what) for `\(path)`", remedy: "Write one value after the colon.")
    }
    return scalar.string
  }

  /// A whole number in a range; `_` between digits is allowed.
  func integer(in range: ClosedRange<Int64>) throws(DefinitionError) -> Int64 {
    let bounds = range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range)"
    let what = "a whole number, \(bounds),"
    let digits = try text(what).replacing("_", with: "")
    guard let number = Int64(digits), range.contains(number) else {
      throw wrong(
        expected: "\(what) for `\(path)`", remedy: "Write digits alone, as 15, without separators.")
    }
    return number
  }

  /// A whole number in a range.
  func integer(in range: ClosedRange<Int>) throws(DefinitionError) -> Int {
    Int(try integer(in: Int64(range.lowerBound)...Int64(range.upperBound)))
  }

  /// A month, as `2024-06`.
  func month() throws(DefinitionError) -> CoverageMonth {
    let written = try text("a month")
    guard let month = CoverageMonth(written: written) else {
      throw wrong(
        expected: "a month between 1900-01 and 2199-12 for `\(path)`",
        remedy: "Write year and month, as 2024-06.")
    }
    return month
  }

  /// One of some words.
  func choice<Value>(_ words: [(String, Value)]) throws(DefinitionError) -> Value {
    let names = words.map(\.0)
    let written = try text("one of \(names.joined(separator: ", "))")
    if let word = words.first(where: { $0.0 == written }) { return word.1 }
    let near = NearestWord.find(written, among: names).map { "Did you mean `\($0)`? " } ?? ""
    throw wrong(
      expected: "one of \(names.joined(separator: ", ")) for `\(path)`",
      remedy: "\(near)Write one of these words.")
  }
}

extension CoverageMonth {
  /// Reads `2024-06` and nothing else.
  public init?(written: String) {
    let bytes = Array(written.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    guard let year = Int(written.prefix(4)), let month = Int(written.suffix(2)) else { return nil }
    self.init(year: year, month: month)
  }

  /// The month as written, `2024-06`.
  var written: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
