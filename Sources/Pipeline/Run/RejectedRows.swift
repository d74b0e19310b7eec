internal import Domain
import Glibc
internal import Reader

/// The rejected rows of a file in the file's own form, to be corrected and sent again.
///
/// A text file's rows come behind all that stands above them, its header too; a document's records
/// stand in its root element. Only the bytes of the rows are kept, of which the limit on rejects
/// allows few.
struct RejectedRows: Sendable {
  /// The file's display name.
  let file: String
  /// The bytes of the new file.
  let bytes: ContiguousArray<UInt8>

  /// Reads the rejected rows of a file again; nil where its bytes are not those of its text.
  ///
  /// Throws when they cannot be had.
  init?(
    of source: FileSource, named file: String, _ detected: DetectedInput,
    _ rejects: ContiguousArray<Reject>.SubSequence
  ) throws {
    self.file = file
    switch detected.format {
    case .csv:
      var rows = RejectedLines(detected, rejects)
      try Self.eachBlock(of: source) { rows.take($0) }
      bytes = rows.kept
    case .xml, .camt053:
      let parents = detected.format == .xml ? [] : ["BkToCstmrStmt", "Stmt"]
      guard ["utf-8", "us-ascii", "ascii"].contains(detected.encoding),
        let records = try RejectedRecords.bytes(of: source, rejects, in: parents)
      else { return nil }
      bytes = records
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
  private let headerLine: UInt32
  /// The lines on which a rejected row starts, and whether its quotes can be trusted.
  private let lines: [UInt32: Bool]
  private var line: UInt32 = 1
  private var isAtStart = true
  private var isKeeping = false
  private var mayBeQuoted = false
  private var isQuoted = false

  init(_ detected: DetectedInput, _ rejects: ContiguousArray<Reject>.SubSequence) {
    quote = detected.quote ?? 0x22
    headerLine = detected.headerLine
    let pairs = rejects.map {
      ($0.location.line, $0.reason != .strayQuote && $0.reason != .unclosedQuote)
    }
    lines = Dictionary(pairs, uniquingKeysWith: { $0 && $1 })
  }

  /// Takes the next bytes of the file, a line or what there is of one at a time.
  mutating func take(_ block: UnsafeRawBufferPointer) {
    var rest = block
    while let base = rest.baseAddress, !rest.isEmpty {
      if isAtStart { beginLine() }
      let newline = memchr(base, 0x0a, rest.count)
      let count = newline.map { UnsafeRawPointer($0) - base + 1 } ?? rest.count
      if isKeeping { keep(UnsafeRawBufferPointer(rebasing: rest[..<count])) }
      if newline != nil { (line, isAtStart) = (line + 1, true) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  private mutating func keep(_ text: UnsafeRawBufferPointer) {
    kept.append(contentsOf: text)
    guard mayBeQuoted else { return }
    for byte in text where byte == quote { isQuoted.toggle() }
  }

  /// Decides whether the line is kept: a quoted line break belongs to the row before.
  private mutating func beginLine() {
    isAtStart = false
    if isKeeping, isQuoted { return }
    mayBeQuoted = line < headerLine ? false : line == headerLine || lines[line] ?? false
    isKeeping = line <= headerLine || lines[line] != nil
    isQuoted = false
    if isKeeping, let last = kept.last, last != 0x0a { kept.append(0x0a) }
  }
}

/// Cuts records out of a document by the places of their tags.
private enum RejectedRecords {
  /// The longest root tag, with all that stands in front of it, and the longest record.
  private static let room = 1 << 20

  /// The root's start, the records in elements of some names, and the root's end; nil where a tag
  /// is not where it should be.
  static func bytes(
    of source: FileSource, _ rejects: ContiguousArray<Reject>.SubSequence, in parents: [String]
  ) throws -> ContiguousArray<UInt8>? {
    let head = try read(source, at: 0)
    guard let root = rootTag(head) else { return nil }
    var bytes = ContiguousArray(head[..<root.upperBound])
    bytes.append(0x0a)
    let name = name(head[root])
    let prefix = name.contains(0x3a) ? Array(name.prefix { $0 != 0x3a }) + [0x3a] : []
    for parent in parents { bytes += [0x3c] + prefix + Array(parent.utf8) + [0x3e, 0x0a] }
    for reject in rejects {
      let text = try read(source, at: reject.byte)
      guard let end = end(ofRecord: text) else { return nil }
      bytes += text[..<end]
      bytes.append(0x0a)
    }
    for parent in parents.reversed() {
      bytes += [0x3c, 0x2f] + prefix + Array(parent.utf8) + [0x3e, 0x0a]
    }
    bytes += [0x3c, 0x2f] + name + [0x3e, 0x0a]
    return bytes
  }

  private static func read(
    _ source: FileSource, at offset: Int
  ) throws -> ContiguousArray<UInt8> {
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: min(room, source.length - offset))
    let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0, at: offset) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Where the first start tag stands, behind declaration, instructions and comments.
  private static func rootTag(_ bytes: ContiguousArray<UInt8>) -> Range<Int>? {
    var place = 0
    while let open = bytes[place...].firstIndex(of: 0x3c), open + 1 < bytes.count {
      let next = bytes[open + 1]
      let close: [UInt8] = next == 0x3f ? [0x3f, 0x3e] : next == 0x21 ? [0x2d, 0x2d, 0x3e] : []
      guard close.isEmpty else {
        guard let end = find(close, in: bytes, from: open) else { return nil }
        place = end
        continue
      }
      return endOfTag(bytes, from: open).map { open..<$0 }
    }
    return nil
  }

  /// The place behind a tag's `>`; one in an attribute's value does not count.
  private static func endOfTag(_ bytes: ContiguousArray<UInt8>, from start: Int) -> Int? {
    var quote: UInt8?
    for place in start..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3e {
        return place + 1
      }
    }
    return nil
  }

  /// The place behind a record that the bytes start with.
  private static func end(ofRecord bytes: ContiguousArray<UInt8>) -> Int? {
    guard bytes.first == 0x3c, let end = endOfTag(bytes, from: 0) else { return nil }
    if bytes[end - 2] == 0x2f { return end }
    let close = [0x3c, 0x2f] + name(bytes[..<end])
    return find(close, in: bytes, from: end).flatMap { endOfTag(bytes, from: $0) }
  }

  private static func name(_ tag: ContiguousArray<UInt8>.SubSequence) -> [UInt8] {
    Array(tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2f && $0 != 0x3e })
  }

  /// The place behind a text.
  private static func find(
    _ text: [UInt8], in bytes: ContiguousArray<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    while let next = bytes[place...].firstIndex(of: text[0]) {
      if bytes[next...].starts(with: text) { return next + text.count }
      place = next + 1
    }
    return nil
  }
}
