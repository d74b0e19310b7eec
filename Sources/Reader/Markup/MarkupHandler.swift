internal import CLibXML2
internal import Domain

/// What a parser tells of a document, element by element.
///
/// Names are without prefix, and the parser's own: equal names have equal addresses.
class MarkupHandler {
  /// Why parsing is to stop.
  var failure: ReadError?
  /// How many elements are open.
  fileprivate(set) var depth = 0
  fileprivate var context: xmlParserCtxtPtr?

  /// Learns the addresses of the names it looks for.
  func learn(_ names: MarkupNames) {}

  /// An element starts.
  func open(_ name: MarkupName, _ attributes: MarkupAttributes) {}

  /// An element ends.
  func close(_ name: MarkupName) {}

  /// Some text of the innermost element.
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The line the parser stands on, from 1.
  final var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 0 }

  /// The byte behind what was parsed, in the document as decoded.
  final var byte: Int {
    guard let input = context?.pointee.input?.pointee, let base = input.base else { return 0 }
    return Int(input.consumed) + (input.cur - base)
  }

  /// Stops the parser for a reason.
  final func stop(_ reason: ReadError) {
    failure = failure ?? reason
    if let context { xmlStopParser(context) }
  }

  fileprivate func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= Limits.depth else { return stop(.tooDeep(line: line)) }
    guard attributes.count <= Limits.attributes else {
      return stop(.refused(.tooLarge, "an element has more than \(Limits.attributes) attributes"))
    }
    open(name, attributes)
  }

  fileprivate func end(_ name: MarkupName) {
    guard failure == nil else { return }
    depth -= 1
    close(name)
  }

  fileprivate func take(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard failure == nil else { return }
    self.text(UnsafeBufferPointer(start: text, count: count))
  }
}

/// A name of the parser's dictionary.
typealias MarkupName = UnsafePointer<UInt8>

/// Gives the addresses of names.
struct MarkupNames {
  fileprivate let dictionary: xmlDictPtr?

  /// The address that a name has in the document.
  subscript(_ name: StaticString) -> MarkupName? {
    name.withUTF8Buffer { xmlDictLookup(dictionary, $0.baseAddress, Int32($0.count)) }
  }
}

/// The attributes of an element: five pointers each.
struct MarkupAttributes {
  fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// How many there are.
  let count: Int

  /// The name of an attribute, without prefix.
  func name(_ place: Int) -> MarkupName? { pointers?[5 * place] }

  /// The value of an attribute; an ampersand in it stands as `&#38;`.
  func value(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    guard let from = pointers?[5 * place + 3], let to = pointers?[5 * place + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: from, count: to - from)
  }

  /// The value of an attribute of a name; nil where there is none.
  func value(of name: MarkupName?) -> UnsafeBufferPointer<UInt8>? {
    for place in 0..<count where self.name(place) == name { return value(place) }
    return nil
  }

  /// The text of an attribute of a name; nil where there is none.
  func text(of name: MarkupName?) -> String? {
    value(of: name).map {
      let text = String(decoding: $0, as: UTF8.self)
      return text.contains("&#38;") ? text.split(separator: "&#38;").joined(separator: "&") : text
    }
  }
}

/// Parses a document a piece at a time; a DOCTYPE is refused in the call, so that none is read.
final class MarkupParser {
  private let handler: MarkupHandler
  private let context: xmlParserCtxtPtr
  private let firstError = FirstError()

  private let forced: TextEncoding?

  /// A parser that tells a handler; `encoding` counts more than what the document declares.
  init(_ handler: MarkupHandler, encoding: TextEncoding? = nil) throws(ReadError) {
    forced = encoding
    var calls = Self.calls
    let user = Unmanaged.passUnretained(handler).toOpaque()
    rekon_silence_libxml2()
    guard let context = xmlCreatePushParserCtxt(&calls, user, nil, 0, nil) else {
      throw .unsupportedFormat("XML: no parser could be made")
    }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    encoding?.force(on: context)
    (self.context, self.handler) = (context, handler)
    firstError.listen(to: context)
    handler.context = context
    handler.learn(MarkupNames(dictionary: context.pointee.dict))
  }

  deinit {
    handler.context = nil
    xmlFreeParserCtxt(context)
  }

  /// The encoding that is stated, or that the document declares, in lower case.
  var encoding: String? {
    forced?.rawValue ?? context.pointee.encoding.map { String(cString: $0).lowercased() }
  }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(ReadError) {
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let result = xmlParseChunk(context, text, Int32(bytes.count), isLast ? 1 : 0)
    if let failure = handler.failure { throw failure }
    if let refusal = firstError.refusal(by: context, result) { throw refusal }
    if let input = context.pointee.input?.pointee, let end = input.end, let current = input.cur,
      end - current > Limits.pending
    {
      throw .refused(.tooLarge, "a tag or comment of more than \(Limits.pending) bytes")
    }
  }

  private static func handler(_ user: UnsafeMutableRawPointer?) -> Unmanaged<MarkupHandler>? {
    user.map { Unmanaged<MarkupHandler>.fromOpaque($0) }
  }

  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.initialized = UInt32(XML_SAX2_MAGIC)
    calls.internalSubset = { user, _, _, _ in
      MarkupParser.handler(user)?._withUnsafeGuaranteedRef { $0.stop(.doctype(line: $0.line)) }
    }
    calls.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      let attributes = MarkupAttributes(pointers: attributes, count: Int(count))
      MarkupParser.handler(user)?._withUnsafeGuaranteedRef { $0.begin(name, attributes) }
    }
    calls.endElementNs = { user, name, _, _ in
      guard let name else { return }
      MarkupParser.handler(user)?._withUnsafeGuaranteedRef { $0.end(name) }
    }
    calls.characters = { user, text, count in
      guard let text else { return }
      MarkupParser.handler(user)?._withUnsafeGuaranteedRef { $0.take(text, Int(count)) }
    }
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    calls.serror = FirstError.note
    return calls
  }
}
