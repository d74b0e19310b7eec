import Foundation

/// A value of a line of JSON.
enum JSONValue: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let holder = try decoder.singleValueContainer()
    if holder.decodeNil() {
      self = .null
    } else if let flag = try? holder.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? holder.decode(Int.self) {
      self = .number(number)
    } else if let text = try? holder.decode(String.self) {
      self = .text(text)
    } else if let list = try? holder.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try holder.decode([String: JSONValue].self))
    }
  }

  init(line: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(line.utf8)) }

  /// A part of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let parts) = self else { return nil }
    return parts[key]
  }

  /// Whether all that another value states is so in this one.
  func has(_ wanted: JSONValue) -> Bool {
    guard case .object(let parts) = self, case .object(let wantedParts) = wanted else {
      return self == wanted
    }
    return wantedParts.allSatisfy { key, value in parts[key]?.has(value) ?? false }
  }

  /// A row as it is compared: the places that a case does not state are left out, and the empty
  /// cells at the end of a workbook's row, which has no width.
  func row(as wanted: JSONValue?) -> JSONValue {
    guard case .object(var parts) = self else { return self }
    if wanted?["byte"] == nil { parts["byte"] = nil }
    if parts["sheet"] != nil, case .list(var cells) = parts["cells"] {
      while cells.last == .text("") { cells.removeLast() }
      parts["cells"] = .list(cells)
    }
    return .object(parts)
  }
}

/// The lines of an inspection, each kind in its order.
struct InspectedLines {
  var rows: [JSONValue] = []
  var issues: [JSONValue] = []
  var summary: JSONValue?

  init(_ lines: [JSONValue]) {
    for line in lines {
      if let row = line["row"] { rows.append(row) }
      if let issue = line["issue"] { issues.append(issue) }
      if let found = line["summary"] { summary = found }
    }
  }
}

/// A file of the corpus beside what must be said of it.
struct CorpusCase {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  /// The names of all cases.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }()

  /// What the command is given before the file's name.
  let options: [String]
  /// The exit status.
  let exit: Int
  /// What alone is compared, where the contract leaves the rest open.
  let only: String?
  let wanted: InspectedLines
  /// Whether rows may have been given that turned out to be void: a document's alone.
  let mayGiveVoidRows: Bool

  /// Reads a case.
  init(_ name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: name + ".jsonl"), encoding: .utf8)
    let lines = try text.split(separator: "\n").map { try JSONValue(line: String($0)) }
    let head = lines[0]
    mayGiveVoidRows = name.hasPrefix("xml-") || name.hasPrefix("camt-")
    options =
      if case .list(let words)? = head["options"] {
        words.compactMap { if case .text(let word) = $0 { word } else { nil } }
      } else {
        []
      }
    exit = if case .number(let status)? = head["exit"] { status } else { 0 }
    only = if case .text(let part)? = head["only"] { part } else { nil }
    wanted = InspectedLines(Array(lines.dropFirst()))
  }

  /// What differs between what must be said and what is, in words.
  func differences(from found: InspectedLines, exit status: Int) -> [String] {
    var said: [String] = []
    if status != exit { said.append("exit \(status), not \(exit)") }
    if only != "issues", exit != 65 || !mayGiveVoidRows { said += rowDifferences(found.rows) }
    if only != "rows" { said += issueDifferences(found.issues) }
    if let summary = wanted.summary, only != "rows" || exit == 65 {
      if found.summary?.has(summary) != true {
        said.append("summary \(Self.shown(found.summary)), not \(Self.shown(summary))")
      }
    }
    return said
  }

  private func rowDifferences(_ rows: [JSONValue]) -> [String] {
    var said: [String] = []
    for place in 0..<max(rows.count, wanted.rows.count) {
      let want = place < wanted.rows.count ? wanted.rows[place] : nil
      let have = place < rows.count ? rows[place] : nil
      guard have?.row(as: want) != want?.row(as: want) else { continue }
      said.append("row \(Self.shown(have)), not \(Self.shown(want))")
    }
    return said
  }

  private func issueDifferences(_ issues: [JSONValue]) -> [String] {
    var said: [String] = []
    for place in 0..<max(issues.count, wanted.issues.count) {
      let want = place < wanted.issues.count ? wanted.issues[place] : nil
      let have = place < issues.count ? issues[place] : nil
      if let want, let have, have.has(want), Self.isWhole(have) { continue }
      said.append("issue \(Self.shown(have)), not \(Self.shown(want))")
    }
    return said
  }

  /// Whether an issue has all that the contract promises.
  private static func isWhole(_ issue: JSONValue) -> Bool {
    guard case .number(let line)? = issue["line"], line > 0 else { return false }
    return ["code", "column", "byte", "message"].allSatisfy { issue[$0] != nil }
  }

  private static func shown(_ value: JSONValue?) -> String {
    switch value {
    case nil: "nothing"
    case .null?: "null"
    case .flag(let flag)?: "\(flag)"
    case .number(let number)?: "\(number)"
    case .text(let text)?: text.debugDescription
    case .list(let list)?: "[" + list.map { shown($0) }.joined(separator: ",") + "]"
    case .object(let parts)?:
      "{"
        + parts.sorted { $0.key < $1.key }.map { "\($0.key):\(shown($0.value))" }
        .joined(separator: ",") + "}"
    }
  }
}
