import Foundation
import Glibc

/// The files of a published run, searched line by line: they may be large.
struct PublishedRun {
  let folder: String

  /// The findings whose line mentions a text.
  func findings(mentioning text: String) throws -> [FindingLine] {
    var findings: [FindingLine] = []
    try eachLine(of: "findings.jsonl") { line in
      guard line.contains(text) else { return }
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
  var rejects: [[String: String]] { (try? rows(of: "rejects.csv", mentioning: "")) ?? [] }

  /// The records behind a claim's cover; none where the run's folder has no list of them.
  func cover(of claim: String) -> [FindingLine.Evidence] {
    var found: [FindingLine.Evidence] = []
    try? eachLine(of: "coverage.jsonl") { line in
      guard found.isEmpty, line.contains(claim) else { return }
      let cover = try JSONDecoder().decode(CoverLine.self, from: Data(line.utf8))
      if cover.claimNumber.text == claim { found = cover.evidence }
    }
    return found
  }

  /// The rows of a CSV file whose line mentions a text, by column.
  func rows(of file: String, mentioning text: String) throws -> [[String: String]] {
    var header: [String] = []
    var rows: [[String: String]] = []
    try eachLine(of: file) { line in
      if header.isEmpty {
        header = Self.cells(of: line)
      } else if text.isEmpty || line.contains(text) {
        let pairs = zip(header, Self.cells(of: line))
        rows.append(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      }
    }
    return rows
  }

  private func eachLine(of file: String, _ body: (String) throws -> Void) throws {
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
    while true {
      let count = getline(&buffer, &room, stream)
      guard count > 0, let buffer else { return }
      let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
      try body(String(decoding: bytes.last == 0x0a ? bytes.dropLast() : bytes[...], as: UTF8.self))
    }
  }

  /// The cells of a line of RFC 4180.
  static func cells(of line: String) -> [String] {
    var cells = [""]
    var (isQuoted, afterQuote) = (false, false)
    for character in line {
      let isQuote = character == "\""
      if isQuote, isQuoted {
        (isQuoted, afterQuote) = (false, true)
      } else if isQuote {
        if afterQuote { cells[cells.count - 1].append(character) }
        (isQuoted, afterQuote) = (true, false)
      } else if character == ",", !isQuoted {
        cells.append("")
        afterQuote = false
      } else {
        cells[cells.count - 1].append(character)
        afterQuote = false
      }
    }
    return cells
  }
}

/// A JSON value that is shown as text, whatever its type; absent is empty.
struct Shown: Decodable {
  let text: String

  init(_ text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      text = ""
    } else if let string = try? value.decode(String.self) {
      text = string
    } else if let number = try? value.decode(Int64.self) {
      text = "\(number)"
    } else {
      text = try value.decode(Bool.self) ? "true" : "false"
    }
  }
}

/// A line of `coverage.jsonl`.
struct CoverLine: Decodable {
  let claimNumber: Shown
  let evidence: [FindingLine.Evidence]
}

/// A line of `findings.jsonl`: what of it is told.
struct FindingLine: Decodable {
  struct Evidence: Decodable {
    let kind, key, file, line, role: Shown?
  }

  struct Law: Decodable {
    let id, title, source, confirmed: Shown?
    let valid_from: Shown?
  }

  struct Rule: Decodable {
    let title, holds, confirmed: Shown?
    let legal_basis, at_risk_how: Shown?
  }

  let id, code: Shown
  let severity, status, month, person, nik, programme, expected, found: Shown?
  let amount_at_risk, subject_kind, subject_key, subject_file, subject_line: Shown?
  let other_kind, other_key, other_file, other_line, owner, due, first_seen, message: Shown?
  let evidence: [Evidence]?
  let law: Law?
  let rule: Rule?

  /// Whether a record of this key is at fault, in conflict or evidence.
  func concerns(_ key: String) -> Bool {
    let keys = [subject_key, other_key] + (evidence ?? []).map(\.key)
    return keys.contains { $0?.text == key || $0?.text.hasPrefix("\(key)|") == true }
  }
}
