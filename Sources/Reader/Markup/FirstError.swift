internal import CLibXML2

/// What a parser finds wrong with its document first: libxml2 itself keeps what it found last.
///
/// A class, since libxml2 keeps its address beside the parser's own state.
final class FirstError {
  /// What a parser is to call when something is wrong.
  static let note: xmlStructuredErrorFunc = { _, error in
    guard let error = error?.pointee, error.level != XML_ERR_WARNING,
      let context = error.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
      let first = context.pointee._private
    else { return }
    Unmanaged<FirstError>.fromOpaque(first)._withUnsafeGuaranteedRef { $0.keep(error) }
  }

  /// Whether the parser said anything.
  var isAny: Bool { found != nil }

  private var found: (code: Int32, line: Int, column: Int)?

  /// Listens to a parser, which it must outlive.
  func listen(to context: xmlParserCtxtPtr) {
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  private func keep(_ error: xmlError) {
    guard found == nil else { return }
    found = (error.code, Int(error.line), Int(error.int2))
  }

  /// Why a document is refused; nil where its parser has found nothing wrong.
  func refusal(by context: xmlParserCtxtPtr, _ result: Int32) -> ReadError? {
    let isWellFormed = context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
    guard result != 0 || !isWellFormed else { return nil }
    guard var found else {
      return .malformedXML(
        line: max(XMLPosition(context, nil).line, 1), column: 1, message: XMLWords.of(code: result))
    }
    // Where a document ends too early, the parser stands before what it waits for the end of.
    if found.code == Int32(XML_ERR_DOCUMENT_END.rawValue), let input = context.pointee.input {
      for place in 0..<max(input.pointee.end - input.pointee.cur, 0) {
        let isBreak = input.pointee.cur[place] == 0x0a
        found.line += isBreak ? 1 : 0
        found.column = isBreak ? 1 : found.column + 1
      }
    }
    return .malformedXML(
      line: found.line, column: found.column, message: XMLWords.of(code: found.code))
  }
}
