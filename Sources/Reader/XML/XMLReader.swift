internal import CLibXML2
internal import Domain

/// Reads a document of records: elements whose children or attributes carry known names.
///
/// A class, since libxml2 keeps the address of the scan while it parses.
final class XMLReader: RecordReader {
  let columns: ColumnMap

  private let kind: InputKind
  private let stated: [Column: String]
  private let source: any ByteSource
  private let context: xmlParserCtxtPtr
  private let scan: UnsafeMutablePointer<XMLScan>
  private var chunk: ContiguousArray<UInt8>
  private var chunkCount: Int
  private var isSourceAtEnd: Bool
  private var isFinished = false

  /// Starts a parser; the first bytes of the file are already there.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind, options: InputOptions
  ) throws(ReadError) {
    if let line = XMLReader.contradiction(head) {
      throw .malformedXML(
        line: line, column: 1, message: "the byte order mark contradicts the declaration")
    }
    let columns = kind.columns
    self.columns = ColumnMap(placesIn: columns)
    (self.kind, stated, self.source) = (kind, options.columns, source)
    scan = .allocate(capacity: 1)
    var handler = XMLScan.handler
    guard let context = xmlCreatePushParserCtxt(&handler, scan, nil, 0, nil) else {
      scan.deallocate()
      throw .unsupportedFormat("XML: no parser could be made")
    }
    self.context = context
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    let aliases = HeaderAliases(kind: kind, stated: options.columns)
    scan.initialize(to: XMLScan(context: context, columns: columns, aliases: aliases))
    (chunk, chunkCount, isSourceAtEnd) = (head.bytes, head.bytes.count, head.isWhole)
  }

  deinit {
    xmlFreeParserCtxt(context)
    scan.deinitialize(count: 1)
    scan.deallocate()
  }

  var rowsRead: Int { scan.pointee.rowsRead }

  var detected: DetectedInput {
    let declared = context.pointee.encoding.map { String(cString: $0).lowercased() }
    return DetectedInput(
      format: .xml, encoding: declared ?? "utf-8", separator: nil, quote: nil, lineEnd: nil,
      headerLine: 0, headers: scan.pointee.names.met)
  }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    guard !isFinished else { return false }
    scan.pointee.begin(&batch)
    while scan.pointee.rows.isEmpty && !isFinished {
      try parse(chunkCount, isLast: false)
      if isSourceAtEnd {
        try parse(0, isLast: true)
        isFinished = true
      } else {
        try refill()
      }
      if scan.pointee.rows.isEmpty { forgetClosed(&batch) }
    }
    scan.pointee.end(&batch)
    if isFinished { try checkColumns() }
    return !batch.rows.isEmpty
  }

  /// Drops the texts of closed elements that were no records, so that memory stays flat.
  private func forgetClosed(_ batch: inout RecordBatch) {
    scan.pointee.end(&batch)
    scan.pointee.begin(&batch)
  }

  private func parse(_ count: Int, isLast: Bool) throws(ReadError) {
    let result = chunk.withUnsafeBytes { bytes in
      xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
        isLast ? 1 : 0)
    }
    if let failure = scan.pointee.failure { throw failure }
    let isWellFormed = context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
    guard result == 0, isWellFormed else { throw lastError(result) }
  }

  private func refill() throws(ReadError) {
    if chunk.count < Limits.chunk {
      chunk = ContiguousArray(repeating: 0, count: Limits.chunk)
    }
    chunkCount = try source.fill(&chunk, from: 0, to: Limits.chunk)
    isSourceAtEnd = chunkCount < Limits.chunk
  }

  private func lastError(_ result: Int32) -> ReadError {
    guard let error = xmlCtxtGetLastError(context)?.pointee else {
      return .malformedXML(line: 0, column: 0, message: XMLWords.of(code: result))
    }
    return .malformedXML(
      line: Int(error.line), column: Int(error.int2), message: XMLWords.of(code: error.code))
  }

  /// A column that no record ever had is missing.
  private func checkColumns() throws(ReadError) {
    let seen = scan.pointee.seen
    let places = columns
    try HeaderAliases.check(
      kind, has: { column in places[column].map { seen >> UInt64($0) & 1 != 0 } ?? false },
      stated: stated,
      found: scan.pointee.names.met)
  }

  /// The line of a declaration that names another encoding than the mark in front of it.
  private static func contradiction(_ head: FileHead) -> Int? {
    guard head.start == 3 else { return nil }
    let text = String(decoding: head.bytes[3...].prefix(256), as: UTF8.self).lowercased()
    guard text.hasPrefix("<?xml"), let declaration = text.split(separator: "?>").first else {
      return nil
    }
    let parts = declaration.split(whereSeparator: { "= \t\r\n\"'".contains($0) })
    guard let place = parts.firstIndex(of: "encoding"), place + 1 < parts.count else { return nil }
    let isSame = parts[place + 1] == "utf-8" || parts[place + 1] == "utf8"
    return isSame ? nil : 1
  }
}
