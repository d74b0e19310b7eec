internal import Domain
import Glibc
internal import Reader

/// The rejected rows of a file in the file's own form, to be corrected and sent again.
///
/// A text file's rows come behind all that stands above them, its header too; a document's records
/// stand in its root element. Only the bytes of the rows are kept, of which the limit on rejects
/// allows few.
struct RejectedRows: Sendable {
  /// The rejected rows of a file read as one kind, or from one sheet.
  struct Part: Sendable {
    let kind: InputKind
    let options: InputOptions
    let rejects: ContiguousArray<Reject>
  }

  /// The file's display name.
  let file: String
  /// What was rejected of it.
  let parts: [Part]
  /// The bytes of the new file.
  let bytes: ContiguousArray<UInt8>

  /// Reads the rejected rows of a file again; nil where one of them is not found.
  ///
  /// Throws when they cannot be had.
  init?(
    of source: FileSource, _ name: String, _ detected: DetectedInput, _ parts: [Part]
  ) throws {
    (file, self.parts) = (name, parts)
    let rejects = ContiguousArray(parts.map(\.rejects).joined())
    switch detected.format {
    case .csv:
      var rows = RejectedLines(detected, rejects)
      try Self.eachBlock(of: source) { rows.take($0) }
      bytes = rows.kept
    case .xml, .camt053:
      let records = try RejectedRecords(
        of: source, rejects, isStatement: detected.format == .camt053)
      guard let records else { return nil }
      bytes = records.bytes
    case .xlsx, .spreadsheetml, .html:
      let sheets = try RejectedSheets(of: source, parts)
      switch detected.format {
      case .spreadsheetml: bytes = sheets.spreadsheetML
      case .html: bytes = sheets.html
      default: bytes = try WorkbookFile.bytes(sheets.sheets)
      }
    }
  }

  private static func eachBlock(
    of source: FileSource, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = try source.read(into: buffer, at: offset)
        if count == 0 { return }
        body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        offset += count
      }
    }
  }
}

/// Walks the bytes of a text file and keeps its header and the rows that start on some lines.
private struct RejectedLines {
  private(set) var kept: ContiguousArray<UInt8> = []
  private let quote: UInt8
  private let newline: UInt8
  /// How many bytes a character has, and which of them holds an ASCII character.
  private let width: Int
  private let place: Int
  private let headerEnd: UInt32
  /// The lines on which a rejected row starts, and whether its quotes can be trusted.
  private let lines: [UInt32: Bool]
  private var line: UInt32 = 1
  private var isAtStart = true
  private var isKeeping = false
  private var mayBeQuoted = false
  private var isQuoted = false

  init(_ detected: DetectedInput, _ rejects: ContiguousArray<Reject>) {
    quote = detected.quote ?? 0x22
    newline = detected.lineEnd == "cr" ? 0x0d : 0x0a
    width = detected.encoding.hasPrefix("utf-16") ? 2 : 1
    place = detected.encoding == "utf-16be" ? 1 : 0
    headerEnd = detected.headerEnd
    let pairs = rejects.map {
      ($0.location.line, $0.reason != .strayQuote && $0.reason != .unclosedQuote)
    }
    lines = Dictionary(pairs, uniquingKeysWith: { $0 && $1 })
  }

  /// Takes the next bytes of the file, a line or what there is of one at a time.
  mutating func take(_ block: UnsafeRawBufferPointer) {
    var rest = block
    while !rest.isEmpty {
      if isAtStart { beginLine() }
      let end = lineEnd(rest)
      if isKeeping { keep(UnsafeRawBufferPointer(rebasing: rest[..<(end ?? rest.count)])) }
      if end != nil { (line, isAtStart) = (line + 1, true) }
      rest = UnsafeRawBufferPointer(rebasing: rest[(end ?? rest.count)...])
    }
  }

  /// The place behind the first line break; blocks start and end between characters.
  private func lineEnd(_ text: UnsafeRawBufferPointer) -> Int? {
    guard width == 2 else {
      guard let base = text.baseAddress, let found = memchr(base, Int32(newline), text.count)
      else { return nil }
      return UnsafeRawPointer(found) - base + 1
    }
    for unit in stride(from: 0, to: text.count - 1, by: 2) where isASCII(newline, text, unit) {
      return unit + 2
    }
    return nil
  }

  private func isASCII(_ byte: UInt8, _ text: UnsafeRawBufferPointer, _ unit: Int) -> Bool {
    text[unit + place] == byte && (width == 1 || text[unit + 1 - place] == 0)
  }

  private mutating func keep(_ text: UnsafeRawBufferPointer) {
    kept.append(contentsOf: text)
    guard mayBeQuoted else { return }
    for unit in stride(from: 0, to: text.count - width + 1, by: width)
    where isASCII(quote, text, unit) {
      isQuoted.toggle()
    }
  }

  /// Decides whether the line is kept: a quoted line break belongs to the row before.
  private mutating func beginLine() {
    isAtStart = false
    if isKeeping, isQuoted { return }
    mayBeQuoted = line > headerEnd && lines[line] ?? false
    isKeeping = line <= headerEnd || lines[line] != nil
    isQuoted = false
    if isKeeping, !kept.isEmpty, !endsInLineBreak { addLineBreak() }
  }

  private var endsInLineBreak: Bool {
    guard width == 2, kept.count > 1 else { return kept.last == newline }
    return kept[kept.count - 2 + place] == newline && kept[kept.count - 1 - place] == 0
  }

  private mutating func addLineBreak() {
    if width == 2, place == 1 { kept.append(0) }
    kept.append(newline)
    if width == 2, place == 0 { kept.append(0) }
  }
}
