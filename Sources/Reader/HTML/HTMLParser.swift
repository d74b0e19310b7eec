internal import CLibXML2
internal import Domain

/// Parses HTML a piece at a time with libxml2, which closes what is left open.
final class HTMLParser {
  private let scan: HTMLScan
  private let context: htmlParserCtxtPtr

  /// A parser that tells a scan; the encoding is known before.
  init(_ scan: HTMLScan, encoding: String) throws(ReadError) {
    var calls = Self.calls
    let user = Unmanaged.passUnretained(scan).toOpaque()
    let isUTF8 = encoding == "utf-8"
    rekon_silence_libxml2()
    let context = htmlCreatePushParserCtxt(
      &calls, user, nil, 0, nil, isUTF8 ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE)
    guard let context else { throw .unsupportedFormat("HTML: no parser could be made") }
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING,
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
    if !isUTF8, let handler = xmlFindCharEncodingHandler(encoding) {
      xmlSwitchToEncoding(context, handler)
    }
    (self.context, self.scan) = (context, scan)
    scan.context = context
  }

  deinit {
    scan.context = nil
    htmlFreeParserCtxt(context)
  }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(ReadError) {
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    // What is wrong with the markup is put right by the parser, as any browser does.
    _ = htmlParseChunk(context, text, Int32(bytes.count), isLast ? 1 : 0)
    if let failure = scan.failure { throw failure }
    if let input = context.pointee.input?.pointee, let end = input.end, let current = input.cur,
      end - current > Limits.pending
    {
      throw .refused(.tooLarge, "a tag or comment of more than \(Limits.pending) bytes")
    }
  }

  private static func scan(_ user: UnsafeMutableRawPointer?) -> Unmanaged<HTMLScan>? {
    user.map { Unmanaged<HTMLScan>.fromOpaque($0) }
  }

  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.startElement = { user, name, attributes in
      guard let name else { return }
      HTMLParser.scan(user)?._withUnsafeGuaranteedRef { $0.open(name, attributes) }
    }
    calls.endElement = { user, name in
      guard let name else { return }
      HTMLParser.scan(user)?._withUnsafeGuaranteedRef { $0.close(name) }
    }
    calls.characters = { user, text, count in
      let text = UnsafeBufferPointer(start: text, count: Int(count))
      HTMLParser.scan(user)?._withUnsafeGuaranteedRef { $0.text(text) }
    }
    calls.ignorableWhitespace = calls.characters
    // Scripts and styles are no text of a page.
    calls.cdataBlock = { _, _, _ in }
    calls.initialized = UInt32(XML_SAX2_MAGIC)
    calls.serror = { user, error in
      let codes = [XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR, XML_I18N_CONV_FAILED]
      guard let code = error?.pointee.code, codes.contains(where: { Int32($0.rawValue) == code })
      else { return }
      HTMLParser.scan(user)?._withUnsafeGuaranteedRef { $0.failEncoding() }
    }
    return calls
  }
}
