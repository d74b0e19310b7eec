internal import CLibXML2
internal import Domain

/// What the first bytes of a document say about its encoding.
struct XMLDeclaration {
  private let bytes: ContiguousArray<UInt8>.SubSequence
  private let mark: String?
  private let stated: TextEncoding?
  private let units: XMLTagGuard.Units

  /// Looks at the first bytes of a document.
  init(_ head: FileHead) {
    let bytes = head.bytes[...]
    stated = head.encoding
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xef, 0xbb): (mark, units, self.bytes) = ("utf-8", .one, bytes.dropFirst(3))
    case (0xff, 0xfe): (mark, units, self.bytes) = ("utf-16le", .twoLittle, bytes.dropFirst(2))
    case (0xfe, 0xff): (mark, units, self.bytes) = ("utf-16be", .twoBig, bytes.dropFirst(2))
    case (0x3c, 0): (mark, units, self.bytes) = (nil, .twoLittle, bytes)
    case (0, _): (mark, units, self.bytes) = (nil, .twoBig, bytes)
    default: (mark, units, self.bytes) = (nil, .one, bytes)
    }
  }

  /// How the markup is written.
  ///
  /// Throws where the mark contradicts the declaration, or the bytes the encoding that is stated,
  /// or the encoding is not supported.
  func check() throws(ReadError) -> (units: XMLTagGuard.Units, encoding: String?) {
    let isFourBytes =
      bytes.prefix(4).count { $0 == 0 } > 2 || bytes.prefix(2).allSatisfy { $0 == 0 }
    try checkStated()
    let encoding = forced?.rawValue ?? declared
    guard bytes.isEmpty || !isFourBytes, encoding.map(Self.isKnown) ?? true else {
      throw Self.refuse("an encoding that is not supported")
    }
    guard let encoding else { return (units, nil) }
    let isWide = encoding.hasPrefix("utf-16")
    guard isWide == (units != .one), mark == nil || Self.agree(encoding, mark) else {
      throw Self.refuse(
        mark == nil
          ? "the declaration contradicts the bytes"
          : "the byte order mark contradicts the declaration")
    }
    return (units, encoding)
  }

  /// The encoding that is stated, where nothing but the declaration could contradict it.
  var forced: TextEncoding? { mark == nil ? stated : nil }

  private func checkStated() throws(ReadError) {
    guard let stated else { return }
    let isRight =
      switch stated {
      case .utf8: units == .one
      case .windows1252: units == .one && mark == nil
      case .utf16le: units == .twoLittle
      case .utf16be: units == .twoBig
      }
    guard isRight else { throw Self.refuse("the bytes contradict the encoding that is stated") }
  }

  private static func isKnown(_ encoding: String) -> Bool {
    known.contains(encoding) || families.contains { encoding.hasPrefix($0) }
  }

  private static func agree(_ encoding: String, _ mark: String?) -> Bool {
    encoding == mark || encoding == "utf8" && mark == "utf-8" || encoding == "utf-16"
  }

  private static func refuse(_ message: String) -> ReadError {
    .malformedXML(line: 1, column: 1, message: message)
  }

  /// The encoding that the declaration names, in lower case.
  private var declared: String? {
    let isPlain = units == .one
    let low = isPlain || units == .twoLittle ? 0 : 1
    let start = bytes.prefix(isPlain ? 512 : 1024)
    let text = stride(from: start.startIndex + low, to: start.endIndex, by: isPlain ? 1 : 2)
      .map { start[$0] }
    let words = String(decoding: text.map(Bytes.lower), as: UTF8.self)
    guard words.hasPrefix("<?xml"), !words.hasPrefix("<?xml-"), let end = words.firstIndex(of: ">")
    else { return nil }
    let parts = words[..<end].split(whereSeparator: { "= \t\r\n\"'?".contains($0) })
    guard let place = parts.firstIndex(of: "encoding"), place + 1 < parts.count else { return nil }
    return String(parts[place + 1])
  }

  /// Encodings in which a `<` is the byte 0x3c and nothing else is, but for those of two bytes.
  private static let known: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "koi8-r", "koi8-u",
    "shift_jis", "euc-jp", "euc-kr", "big5", "gb2312", "gbk", "gb18030", "tis-620", "latin1",
  ]
  private static let families = ["iso-8859-", "iso_8859-", "windows-125", "cp125"]
}

extension TextEncoding {
  /// Makes a parser that has no bytes yet read in this encoding, whatever is declared.
  func force(on context: xmlParserCtxtPtr) {
    xmlCtxtUseOptions(
      context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    if self == .utf8 {
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    } else if let handler = xmlFindCharEncodingHandler(rawValue) {
      xmlSwitchToEncoding(context, handler)
    }
  }
}
