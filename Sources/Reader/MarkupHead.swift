internal import Domain

/// Tells what kind of markup a document is from its first bytes.
enum MarkupHead {
  /// The format of text that starts with a tag: a page, a SpreadsheetML workbook, or records.
  static func format(_ bytes: ContiguousArray<UInt8>) -> InputFormat {
    // In UTF-16 every other byte of markup is zero.
    let text = String(
      decoding: bytes.prefix(16 << 10).filter { $0 != 0 && $0 < 0x80 }.map(Bytes.lower),
      as: UTF8.self)
    let (root, doctype) = root(of: text)
    let name = root.split(separator: ":").last ?? ""
    if name == "workbook", text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
      return .spreadsheetml
    }
    if doctype == "html" || name == "html" { return .html }
    let isDeclared = text.hasPrefix("<?xml")
    let pageParts: Set<Substring> = [
      "table", "head", "body", "meta", "style", "div", "center", "font", "p", "title", "b",
    ]
    guard !isDeclared, pageParts.contains(name), text.contains("<table"),
      text.contains("<tr") || text.contains("<td")
    else { return .xml }
    return .html
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
