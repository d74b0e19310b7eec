internal import CLibXML2
internal import Domain

/// Feeds a document's bytes to libxml2, and refuses what libxml2 would let pass.
///
/// A class, since libxml2 keeps the address of what it calls while it parses.
final class XMLPush {
  /// The parser.
  let context: xmlParserCtxtPtr
  /// Whether the whole document was parsed.
  private(set) var isFinished = false

  private let source: any ByteSource
  private var chunk: ContiguousArray<UInt8>
  private var chunkCount: Int
  private var isSourceAtEnd: Bool
  private var tags: XMLTagGuard
  private let units: XMLTagGuard.Units
  private let forced: TextEncoding?
  private let firstError = FirstError()
  /// Where the start tags stand; nil where libxml2 counts the file's own bytes.
  let places: XMLTagPlaces?

  /// Starts a parser that calls `handler` with `user`; the first bytes are already there.
  init(
    _ source: any ByteSource, head: FileHead, _ handler: xmlSAXHandler,
    user: UnsafeMutableRawPointer
  ) throws(ReadError) {
    let declaration = XMLDeclaration(head)
    let (units, encoding) = try declaration.check()
    (self.units, forced) = (units, declaration.forced)
    tags = XMLTagGuard(units)
    places = units == .one && encoding ?? "utf-8" == "utf-8" ? nil : XMLTagPlaces(head.bytes)
    var handler = handler
    rekon_silence_libxml2()
    guard let context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      throw .unsupportedFormat("XML: no parser could be made")
    }
    self.context = context
    firstError.listen(to: context)
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    forced?.force(on: context)
    self.source = source
    (chunk, chunkCount, isSourceAtEnd) = (head.bytes, head.bytes.count, head.isWhole)
  }

  deinit { xmlFreeParserCtxt(context) }

  /// The encoding's name, in lower case.
  var encoding: String {
    forced?.rawValue ?? context.pointee.encoding.map { String(cString: $0).lowercased() } ?? "utf-8"
  }

  /// Parses what is there and reads on; `failure` says why the handler stopped the parser.
  func advance(_ failure: () -> ReadError?) throws(ReadError) {
    try checkTags()
    try parse(chunkCount, isLast: false, failure)
    if isSourceAtEnd {
      try parse(0, isLast: true, failure)
      isFinished = true
    } else {
      try refill()
    }
  }

  private func parse(
    _ count: Int, isLast: Bool, _ failure: () -> ReadError?
  ) throws(ReadError) {
    let result = chunk.withUnsafeBytes { bytes in
      places?.take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      return xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
        isLast ? 1 : 0)
    }
    if let failure = failure() { throw failure }
    guard let refusal = firstError.refusal(by: context, result) else { return }
    guard !firstError.isAny else { throw refusal }
    throw try undecoded()
  }

  /// Bytes that are not of the document's encoding stop the parser before it says where.
  private func undecoded() throws(ReadError) -> ReadError {
    let name =
      switch units {
      case .twoLittle: "utf-16le"
      case .twoBig: "utf-16be"
      case .one: encoding
      }
    let line = try UndecodedLine.number(in: source, encoding: name)
    return .malformedXML(
      line: line, column: 1, message: XMLWords.of(code: Int32(XML_ERR_INVALID_ENCODING.rawValue)))
  }

  /// Refuses a tag that is too long before the parser sees it.
  private func checkTags() throws(ReadError) {
    let place = chunk.withUnsafeBytes { bytes in
      tags.tooLong(in: UnsafeRawBufferPointer(rebasing: bytes[..<chunkCount]))
    }
    guard let place else { return }
    let lines = chunk[..<max(place, 0)].count { $0 == 0x0a }
    throw .tooLarge(
      line: XMLPosition(context, nil).line + lines, what: "a tag of more than \(Limits.tag) bytes")
  }

  private func refill() throws(ReadError) {
    if chunk.count < Limits.chunk {
      chunk = ContiguousArray(repeating: 0, count: Limits.chunk)
    }
    chunkCount = try source.fill(&chunk, from: 0, to: Limits.chunk)
    isSourceAtEnd = chunkCount < Limits.chunk
  }
}

/// Where a parser stands in its document.
struct XMLPosition {
  /// The parser.
  let context: xmlParserCtxtPtr
  private let places: XMLTagPlaces?

  /// The place of a parser, and where the start tags stand if it does not count the file's bytes.
  init(_ context: xmlParserCtxtPtr, _ places: XMLTagPlaces?) {
    (self.context, self.places) = (context, places)
  }

  /// The line, from 1.
  var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 0 }

  /// Stops the parser for good.
  func stop() { xmlStopParser(context) }

  /// Goes on to the next start tag; its first byte comes back where the parser does not know it.
  func passTag() -> Int? { places?.pop() }

  /// The byte and line of the tag that was read last: back from where the parser stands.
  func tagStart() -> (byte: Int, line: UInt32) {
    guard let input = context.pointee.input?.pointee, let base = input.base,
      let current = input.cur
    else { return (0, 0) }
    var place = current - base
    var line = input.line
    while place > 0, base[place] != 0x3c {
      place -= 1
      if base[place] == 0x0a { line -= 1 }
    }
    return (Int(input.consumed) + place, UInt32(clamping: line))
  }
}
