import Foundation
import Glibc
internal import Writer

/// The files of a published run, searched line by line: they may be large.
struct PublishedRun {
  let folder: String

  /// The findings whose line mentions a text.
  func findings(mentioning text: String) throws -> [FindingLine] {
    var findings: [FindingLine] = []
    try eachLine(of: "findings.jsonl", mentioning: [text]) { line in
      guard let finding = try? JSONDecoder().decode(FindingLine.self, from: Data(line.utf8)) else {
        throw RunError.unusableFile(
          name: "findings.jsonl",
          why: "expected one JSON object a line, found another form. Run `rekon run` again.")
      }
      findings.append(finding)
    }
    return findings
  }

  /// The rejected rows, by column; none where the run's folder has no list of them.
  var rejects: [[String: String]] { (try? rows(of: "rejects.csv")) ?? [] }

  /// The lines of `coverage.jsonl` that mention a text; none in a run of an older version.
  func covers(mentioning text: String) -> [CoverLine] {
    var found: [CoverLine] = []
    try? eachLine(of: "coverage.jsonl", mentioning: [text]) { line in
      found.append(try JSONDecoder().decode(CoverLine.self, from: Data(line.utf8)))
    }
    return found
  }

  /// The lines of `links.jsonl` that mention a text; none in a run of an older version.
  func decidedLinks(mentioning text: String) -> [LinkLine] {
    var found: [LinkLine] = []
    try? eachLine(of: "links.jsonl", mentioning: [text]) { line in
      found.append(try JSONDecoder().decode(LinkLine.self, from: Data(line.utf8)))
    }
    return found
  }

  /// The links of some records by kind and key, as `claim K-1`; of those that `links.csv` lists.
  func links(of keys: Set<String>) -> [String: [String: String]] {
    var links: [String: [String: String]] = [:]
    for row in (try? rows(of: "links.csv", mentioning: keys.sorted())) ?? [] {
      guard let kind = row["kind"], let key = row["key"], keys.contains(key) else { continue }
      if links["\(kind) \(key)"] == nil { links["\(kind) \(key)"] = row }
    }
    return links
  }

  /// The months of the run, as the manifest states them.
  var period: (from: String, to: String)? {
    struct Manifest: Decodable {
      struct Period: Decodable { let from, to: String }
      let period: Period
    }
    let bytes = FileManager.default.contents(atPath: "\(folder)/manifest.json")
    let manifest = bytes.flatMap { try? JSONDecoder().decode(Manifest.self, from: $0) }
    return manifest.map { ($0.period.from, $0.period.to) }
  }

  /// The rows of a CSV file whose line mentions one of some texts, by column; without texts all.
  func rows(of file: String, mentioning texts: [String] = []) throws -> [[String: String]] {
    var header: [String] = []
    var rows: [[String: String]] = []
    // In a table a quote is written twice.
    let texts = texts.map { $0.replacing("\"", with: "\"\"") }
    try eachLine(of: file, mentioning: texts, header: { header = Self.cells(of: $0) }) { line in
      let pairs = zip(header, Self.cells(of: line).map(CellShield.removed))
      rows.append(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
    return rows
  }

  /// Calls `body` with each line that has one of some texts, all where there are none.
  ///
  /// The bytes are searched first: a run's files may be large, and few of their lines are wanted.
  private func eachLine(
    of file: String, mentioning texts: [String], header: ((String) -> Void)? = nil,
    _ body: (String) throws -> Void
  ) throws {
    guard let stream = fopen("\(folder)/\(file)", "re") else {
      throw RunError.noInput(
        file: file,
        why: "the run's folder has no such file. Run `rekon run` first, or name a published "
          + "folder with --run or --out.")
    }
    var (buffer, room): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    defer {
      free(buffer)
      fclose(stream)
    }
    let wanted = texts.filter { !$0.isEmpty }
    if wanted.isEmpty, !texts.isEmpty { return }
    var isFirst = header != nil
    while true {
      let count = getline(&buffer, &room, stream)
      guard count > 0, let buffer else { return }
      let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
      let isWanted =
        isFirst || wanted.isEmpty
        || wanted.contains { strstr(buffer, $0) != nil }
      guard isWanted else { continue }
      let line = String(
        decoding: bytes.last == 0x0a ? bytes.dropLast() : bytes[...], as: UTF8.self)
      if isFirst { header?(line) } else { try body(line) }
      isFirst = false
    }
  }

  /// The cells of a line of RFC 4180.
  static func cells(of line: String) -> [String] {
    var (cells, cell): ([String], [UInt8]) = ([], [])
    var (isQuoted, afterQuote) = (false, false)
    for byte in line.utf8 {
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote, isQuoted {
        (isQuoted, afterQuote) = (false, true)
        continue
      }
      if isQuote {
        if afterQuote { cell.append(byte) }
        isQuoted = true
      } else if byte == UInt8(ascii: ","), !isQuoted {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
      afterQuote = false
    }
    return cells + [String(decoding: cell, as: UTF8.self)]
  }
}
