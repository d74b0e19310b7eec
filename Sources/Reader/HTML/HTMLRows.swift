internal import CLibXML2
internal import Domain

/// The rows of all tables of an HTML document: what calls itself `.xls` and is a page.
final class HTMLRows: RowReader {
  let detected: DetectedInput
  let sheets: [String] = []
  private(set) var tableStarts: ContiguousArray<Int> = []

  private let source: SourcePieces
  private let scan: HTMLScan
  private let parser: HTMLParser
  private var isFinished = false

  /// Opens a document; `isVerified` parses all of it before the first row is given.
  init(
    _ source: any ByteSource, head: FileHead, options: InputOptions, isVerified: Bool
  ) throws(ReadError) {
    let encoding = options.encoding?.rawValue ?? HTMLEncoding.of(head.bytes)
    if isVerified { try Self.verify(source, encoding) }
    detected = DetectedInput(
      format: .html, encoding: encoding, separator: nil, quote: nil, lineEnd: nil, headerLine: 0,
      headers: [])
    self.source = SourcePieces(source)
    scan = HTMLScan(countsBytes: encoding == "utf-8")
    scan.buffer.keepsFaulty = options.keepsFaulty
    parser = try HTMLParser(scan, encoding: encoding)
  }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    while scan.rowsAtHand < Limits.headerSearch, !isFinished {
      let bytes = try source.next()
      try parser.parse(bytes, isLast: source.isAtEnd)
      isFinished = source.isAtEnd
      if isFinished { scan.finish() }
    }
    guard !isFinished || scan.hasTable else { throw Self.noTable }
    tableStarts = scan.give(to: &batch, isLast: isFinished)
    return !(batch.rows.isEmpty && batch.faults.isEmpty)
  }

  private static let noTable = ReadError.refused(.notAWorkbook, "the page has no table")

  /// Parses a whole page for what makes it unusable.
  private static func verify(
    _ source: any ByteSource, _ encoding: String
  ) throws(ReadError) {
    let scan = HTMLScan(countsBytes: false)
    let parser = try HTMLParser(scan, encoding: encoding)
    let pieces = SourcePieces(source)
    var batch = RecordBatch()
    repeat {
      let bytes = try pieces.next()
      try parser.parse(bytes, isLast: pieces.isAtEnd)
      batch.clear()
      _ = scan.give(to: &batch, isLast: true)
    } while !pieces.isAtEnd
    guard scan.hasTable else { throw noTable }
  }
}

/// Tells the encoding of an HTML document from its first bytes.
enum HTMLEncoding {
  /// The encoding's name in lower case: a mark at the start, else what is declared, else what the
  /// bytes are.
  static func of(_ head: ContiguousArray<UInt8>) -> String {
    if head.starts(with: [0xef, 0xbb, 0xbf]) { return "utf-8" }
    if head.starts(with: [0xff, 0xfe]) { return "utf-16le" }
    if head.starts(with: [0xfe, 0xff]) { return "utf-16be" }
    let ascii = head.prefix(4096).map { $0 < 0x80 ? Bytes.lower($0) : 0x20 }
    let text = String(decoding: ascii, as: UTF8.self)
    let declared = text.split(separator: "charset=").dropFirst().first.map { rest in
      rest.drop { "\"' ".contains($0) }.prefix { !"\"' />;".contains($0) }
    }
    switch declared.map(String.init) {
    case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252": return "windows-1252"
    case "utf8", "utf-8": return "utf-8"
    case let name? where isKnown(name): return name
    default: break
    }
    // A character may be cut at the end of what was read.
    let whole = head.dropLast(head.count < Limits.chunk ? 0 : 3)
    return String(validating: whole, as: UTF8.self) != nil ? "utf-8" : "windows-1252"
  }

  private static func isKnown(_ name: String) -> Bool {
    guard let handler = xmlFindCharEncodingHandler(name) else { return false }
    xmlCharEncCloseFunc(handler)
    return true
  }
}
