internal import Domain
internal import Reader

/// Writes a definition for sample files: what was found, and what is left to say as comments.
///
/// Paths in it are seen from `folder`, the definition's own; nil leaves them as they are. Throws a
/// `RunError` when a file is not there, and when none of them can be used.
public func draftDefinition(for paths: [String], in folder: String?) throws -> String {
  let files = try paths.flatMap { try SampleFile.samples(of: $0) }
  guard files.contains(where: { $0.facts != nil }) else {
    throw RunError.unusableFile(
      name: files.first?.name ?? "no file", why: files.first?.reason ?? "none was given")
  }
  return DraftDefinition(files: files, folder: folder).text
}

/// Writes text where no file is yet.
///
/// Throws a `RunError` where one is already.
public func writeNew(_ text: String, to path: String) throws {
  let shown = Paths.shown(path)
  let file = try OutputFile(path: path, shown: shown)
  try Array(text.utf8).withUnsafeBytes { try file.append($0) }
  _ = try file.close()
}

/// A definition while it is written.
private struct DraftDefinition {
  let files: [SampleFile]
  let folder: String?

  var text: String {
    let count = Set(files.map(\.path)).count
    var lines = [
      "# Written by rekon init from \(count) sample file\(count == 1 ? "" : "s").",
      "# Pipelines/README.md explains every key.",
    ]
    if folder == nil {
      lines.append("# File names are seen from the folder where rekon init was started.")
    }
    lines += [
      "rekon: \(PipelineDefinition.version)",
      "# programme: Batik Berlian              # the programme's name, for titles",
      "# city: {name: Kota Pekalongan, code: \"33.75\"}",
    ]
    lines += periodLines + ["inputs:"]
    for kind in InputKind.allCases { lines += inputLines(kind) }
    let unused = files.filter { $0.facts == nil }
    for file in unused {
      lines.append("  # not used: \(Self.quoted(place(file))): \(Self.oneLine(file.reason))")
    }
    lines += [
      "# rules: {dueDay: 15, rejectLimit: 1%}  # what differs in this programme",
      "# expect:                               # published figures to confirm or contradict",
      "#   - {claims: JKM, from: 2024-01, to: 2024-06, cases: 0}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The months of the first kind that tells any.
  private var periodLines: [String] {
    let kinds: [InputKind] = [
      .contributions, .disbursements, .receipts, .claims, .bank, .memberships, .roster,
    ]
    for kind in kinds {
      let months = files.compactMap { $0.facts?.kind == kind ? $0.facts?.months : nil }
      guard let from = months.map(\.from).min(), let to = months.map(\.to).max() else { continue }
      let first = "period: {from: \(from.written), to: \(to.written)}"
      let isStart = kind == .memberships || kind == .roster
      let why = isStart ? "in which people of the \(kind.name) start" : "found in the \(kind.name)"
      return ["\(first)  # the months \(why)"]
    }
    let (year, month) = (CivilClock.today.parts.year, CivilClock.today.month)
    let first = CoverageMonth(year: year, month: 1) ?? month
    return [
      "# No file tells its months: this year so far stands here, to be corrected.",
      "period: {from: \(first.written), to: \(month.written)}",
    ]
  }

  private func inputLines(_ kind: InputKind) -> [String] {
    let own = files.filter { $0.facts?.kind == kind }
    guard !own.isEmpty else {
      return ["  # \(kind.name): []  # not given: its rules are not checked"]
    }
    var lines = ["  \(kind.name):"]
    for file in own {
      guard let facts = file.facts else { continue }
      lines.append("    # \(told(facts))")
      if !facts.rivals.isEmpty {
        let names = facts.rivals.map(\.name).joined(separator: ", ")
        lines.append("    # its columns are also those of: \(names); move it there if it is one")
      }
      let unknown = Self.unknownHeaders(facts)
      if !unknown.isEmpty { lines.append("    # not used: \(unknown.joined(separator: ", "))") }
      lines.append("    - file: \(Self.quoted(place(file)))")
      if let sheet = file.sheet { lines.append("      sheet: \(Self.quoted(sheet))") }
      if kind == .contributions, !facts.columns.contains(.fund) {
        lines.append("      # fund: APBD          # who pays, since the file does not say it")
      }
    }
    return lines
  }

  /// What was detected, in words.
  private func told(_ facts: SampleFile.Facts) -> String {
    let detected = facts.detected
    var parts = ["\(detected.format.rawValue), \(detected.encoding)"]
    if let separator = detected.separator {
      parts.append("separator \(Self.quoted(byte: separator))")
    }
    if detected.headerLine > 0 { parts.append("header in line \(detected.headerLine)") }
    parts.append("\(facts.rows) rows")
    if facts.faults > 0 { parts.append("\(facts.faults) of them faulty: see rekon inspect") }
    if let months = facts.months {
      let isOne = months.from == months.to
      parts.append(months.from.written + (isOne ? "" : " to \(months.to.written)"))
    }
    return parts.joined(separator: ", ")
  }

  /// The headers that stand for no column, where all of them are headers.
  private static func unknownHeaders(_ facts: SampleFile.Facts) -> [String] {
    guard facts.detected.headerLine > 0, FoundHeaders.areHeaders(facts.detected.headers) else {
      return []
    }
    return HeaderWords.unknown(facts.detected.headers, kind: facts.kind).map(oneLine)
  }

  /// The file's path as the definition has to name it.
  private func place(_ file: SampleFile) -> String {
    guard let folder, !file.path.hasPrefix("/") else { return file.path }
    let (own, from) = (Paths.absoluteParts(file.path), Paths.absoluteParts(folder))
    let shared = zip(own, from).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + own[shared...]).joined(separator: "/")
  }

  /// A text as YAML reads it, in quotes where it has to be.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "._/-".unicodeScalars.contains($0)
    }
    if isPlain, text.unicodeScalars.first?.properties.isAlphabetic ?? false { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        quoted += "\\x\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func quoted(byte: UInt8) -> String {
    byte == 0x09 ? "\"\\t\"" : "\"\(String(UnicodeScalar(byte)))\""
  }

  /// A text that stays in its comment.
  private static func oneLine(_ text: String) -> String { Paths.shown(text) }
}
