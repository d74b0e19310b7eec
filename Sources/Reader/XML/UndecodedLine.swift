internal import CLibXML2
internal import Domain

/// Finds the line whose bytes are not of a document's encoding: libxml2 does not tell it.
struct UndecodedLine {
  private let handler: xmlCharEncodingHandlerPtr
  private let text: xmlBufferPtr
  private let decoded: xmlBufferPtr

  /// The first line of a document that cannot be decoded, from 1; its last where all can.
  static func number(in source: any ByteSource, encoding: String) throws(ReadError) -> Int {
    guard let handler = xmlFindCharEncodingHandler(encoding) else { return 1 }
    defer { xmlCharEncCloseFunc(handler) }
    guard let text = xmlBufferCreate() else { return 1 }
    defer { xmlBufferFree(text) }
    guard let decoded = xmlBufferCreate() else { return 1 }
    defer { xmlBufferFree(decoded) }
    let look = UndecodedLine(handler: handler, text: text, decoded: decoded)
    return try look.number(in: SourcePieces(source))
  }

  private func number(in pieces: SourcePieces) throws(ReadError) -> Int {
    var line = 1
    while true {
      let bytes = try pieces.next()
      guard !bytes.isEmpty else { return line }
      var start = 0
      while start < bytes.count {
        // In UTF-16 a line break has another byte, which then starts the next line.
        let end = bytes[start...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
        guard isDecoded(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) else { return line }
        if bytes[end - 1] == 0x0a { line += 1 }
        start = end
      }
    }
  }

  /// Decodes what is there; a character that is cut waits for its rest.
  private func isDecoded(_ bytes: UnsafeRawBufferPointer) -> Bool {
    xmlBufferAdd(
      text, bytes.baseAddress?.assumingMemoryBound(to: xmlChar.self), Int32(bytes.count))
    while true {
      let result = xmlCharEncInFunc(handler, decoded, text)
      xmlBufferEmpty(decoded)
      if result <= 0 { return result != -2 }
    }
  }
}
