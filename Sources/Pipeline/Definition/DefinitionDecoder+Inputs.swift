import Domain
import Reader

extension DefinitionDecoder {
  func decodeInputs(_ cursor: YAMLCursor) throws(DefinitionError) -> [InputKind: [InputEntry]] {
    let kinds = InputKind.allCases
    let fields = try cursor.fields(kinds.map(\.name))
    var inputs: [InputKind: [InputEntry]] = [:]
    for kind in kinds {
      for item in try fields[kind.name]?.items() ?? [] {
        inputs[kind, default: []].append(try entry(item, kind: kind))
      }
    }
    if inputs.isEmpty {
      throw cursor.wrong(
        expected: "at least one input file", found: "none",
        remedy: "List files under one of: \(kinds.map(\.name).joined(separator: ", ")).")
    }
    return inputs
  }

  private static let entryKeys = [
    "file", "fund", "format", "encoding", "separator", "quote", "sheet", "header", "columns",
    "dates", "amounts",
  ]

  private func entry(_ cursor: YAMLCursor, kind: InputKind) throws(DefinitionError) -> InputEntry {
    let fields = try cursor.fields(Self.entryKeys, required: ["file"])
    guard let file = fields["file"] else { preconditionFailure("required keys are there") }
    var entry = InputEntry(file: try file.text("a file or pattern"), place: file.place)
    entry.fund = try fields["fund"]?.text("a fund")
    entry.format = try fields["format"].map(format)
    entry.encoding = try fields["encoding"].map(encoding)
    entry.separator = try fields["separator"].map(byte)
    entry.quote = try fields["quote"].map(byte)
    entry.sheet = try fields["sheet"]?.text("a sheet's name")
    entry.header = try fields["header"]?.integer(in: 1...1_000_000)
    if let columns = fields["columns"] { entry.columns = try decodeColumns(columns, kind: kind) }
    entry.dates = try fields["dates"]?.choice([
      ("day-first", .dayFirst), ("month-first", .monthFirst),
    ])
    entry.amounts = try fields["amounts"]?.choice([
      ("dot-thousands", .dotThousands), ("comma-thousands", .commaThousands),
    ])
    return entry
  }

  private func format(_ cursor: YAMLCursor) throws(DefinitionError) -> InputFormat {
    try cursor.choice(InputFormat.allCases.map { ($0.rawValue, $0) })
  }

  private func encoding(_ cursor: YAMLCursor) throws(DefinitionError) -> String {
    let names = ["utf-8", "utf-16le", "utf-16be", "windows-1252"]
    return try cursor.choice(names.map { ($0, $0) })
  }

  /// One ASCII character; a tab may be written `\t`.
  private func byte(_ cursor: YAMLCursor) throws(DefinitionError) -> UInt8 {
    let written = try cursor.text("one character")
    if written == "\\t" { return 0x09 }
    guard written.utf8.count == 1, let byte = written.utf8.first, byte >= 0x20 || byte == 0x09
    else {
      throw cursor.wrong(
        expected: "one ASCII character for `\(cursor.path)`",
        remedy: "Write it in quotes, as \";\" or \"\\t\".")
    }
    return byte
  }

  private func decodeColumns(
    _ cursor: YAMLCursor, kind: InputKind
  ) throws(DefinitionError) -> [Column: String] {
    let known = kind.columns.map(\.text)
    var columns: [Column: String] = [:]
    for (key, name, value) in try cursor.entries() {
      guard known.contains(name), let column = Column(named: name) else {
        throw key.unknown(name, among: known)
      }
      columns[column] = try value.text("a header")
    }
    return columns
  }
}
