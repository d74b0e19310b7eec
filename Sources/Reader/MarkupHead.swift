internal import CLibXML2
internal import Domain

/// Tells what kind of markup a document is from its first bytes.
enum MarkupHead {
  /// The format of text that starts with a tag: a page, a SpreadsheetML workbook, or records.
  static func format(_ bytes: ContiguousArray<UInt8>) -> InputFormat {
    let text = lowered(bytes.prefix(16 << 10))
    let (root, doctype) = root(of: text)
    let name = root.split(separator: ":").last ?? ""
    if name == "workbook", text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
      return .spreadsheetml
    }
    let isDeclared = text.hasPrefix("<?xml")
    if doctype == "html" || name == "html" {
      return isDeclared && !lowered(bytes[...]).contains("<table") ? .xml : .html
    }
    let pageParts: Set<Substring> = [
      "table", "head", "body", "meta", "style", "div", "center", "font", "p", "title", "b",
    ]
    guard !isDeclared, pageParts.contains(name), text.contains("<table"),
      text.contains("<tr") || text.contains("<td")
    else { return .xml }
    return .html
  }

  /// Markup in lower case: in UTF-16 every other byte of it is zero.
  private static func lowered(_ bytes: ContiguousArray<UInt8>.SubSequence) -> String {
    String(decoding: bytes.filter { $0 != 0 && $0 < 0x80 }.map(Bytes.lower), as: UTF8.self)
  }

  /// Whether text that starts with `<` is rows of cells: of one width, and not well-formed.
  static func isText(_ head: FileHead) -> Bool {
    let text = head.bytes[head.start...]
    guard !text.starts(with: "<?".utf8), !text.starts(with: "<!".utf8) else { return false }
    return SeparatorLook.candidates.contains { isEven(head, separator: $0) } && !isMarkup(head)
  }

  private static func isEven(_ head: FileHead, separator: UInt8) -> Bool {
    let splitter = RowSplitter(CSVDialect(separator: separator))
    var (place, widths) = (head.start, [Int]())
    while place < head.bytes.count, widths.count < Limits.headerRows {
      let row = splitter.row(head.bytes.span, from: place)
      place = row.next
      if row.isBlank || place == head.bytes.count && !head.isWhole { continue }
      widths.append(row.isSound ? row.cells.count : 0)
      guard widths[0] > 1, widths.last == widths[0] else { return false }
    }
    return widths.count > 1
  }

  /// Whether a parser finds nothing wrong.
  private static func isMarkup(_ head: FileHead) -> Bool {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = { _, _ in }
    rekon_silence_libxml2()
    guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return true }
    defer { xmlFreeParserCtxt(context) }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    head.bytes.withUnsafeBytes { bytes in
      _ = xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        head.isWhole ? 1 : 0)
    }
    return context.pointee.wellFormed != 0
  }

  /// The first element's name, and the name that a DOCTYPE in front of it states.
  private static func root(of text: String) -> (name: Substring, doctype: Substring) {
    var rest = Substring(text)
    var doctype: Substring = ""
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.utf8.index(after: open)...]
      let end: String
      if rest.hasPrefix("!--") {
        end = "-->"
      } else if rest.hasPrefix("!doctype") {
        doctype = word(rest.dropFirst(8).drop { $0 == " " || $0 == "\n" })
        end = ">"
      } else if rest.hasPrefix("?") || rest.hasPrefix("!") {
        end = rest.hasPrefix("?") ? "?>" : ">"
      } else {
        return (word(rest), doctype)
      }
      let parts = rest.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
      rest = parts.count > 1 ? parts[1] : ""
    }
    return ("", doctype)
  }

  private static func word(_ text: Substring) -> Substring {
    text.prefix { !" \t\r\n/>[".contains($0) }
  }
}
