internal import Domain

/// The header of a text file: where it stands, how cells are cut, what they say.
struct CSVHeader {
  /// The byte between cells.
  private(set) var separator: UInt8
  /// The byte around cells.
  let quote: UInt8
  /// The cells' texts.
  private(set) var cells: [String] = []
  /// The byte behind the header.
  private(set) var end: Int
  /// The physical line the header starts on.
  private(set) var line: UInt32 = 1
  /// The physical line behind the header.
  private(set) var nextLine: UInt32 = 1
  private var lineEnd: String?

  /// Finds the header in a file's first bytes.
  init(_ head: FileHead, _ options: InputOptions) throws(ReadError) {
    quote = options.quote ?? 0x22
    separator = options.separator ?? 0x2c
    end = head.start
    let stated = statedSeparator(head.bytes)
    skip(head.bytes, to: options.headerRow)
    let first = end
    end = try rowEnd(head)
    separator =
      options.separator ?? stated ?? bestSeparator(head.bytes[first..<end])
    cut(head.bytes[first..<end])
  }

  /// What the manifest says of the file.
  var detected: DetectedInput {
    DetectedInput(
      format: .csv, encoding: "utf-8", separator: separator, quote: quote, lineEnd: lineEnd,
      headerLine: line, headers: cells)
  }

  /// Obeys a line like `sep=;` in front of the header.
  private mutating func statedSeparator(_ bytes: ContiguousArray<UInt8>) -> UInt8? {
    let text = bytes[end...].prefix(7)
    guard text.count > 5, text.prefix(4).map(Bytes.lower).elementsEqual("sep=".utf8) else {
      return nil
    }
    let rest = text.dropFirst(5)
    guard rest.first == 0x0a || rest.starts(with: [0x0d, 0x0a]) else { return nil }
    end += rest.first == 0x0a ? 6 : 7
    line += 1
    return text[text.startIndex + 4]
  }

  /// Leaves out blank lines in front of the header, or all lines before the one stated.
  private mutating func skip(_ bytes: ContiguousArray<UInt8>, to row: Int?) {
    while let next = bytes[end...].firstIndex(of: 0x0a) {
      let isBlank = bytes[end..<next].allSatisfy { $0 == 0x0d || $0 == 0x20 }
      guard row.map({ line < $0 }) ?? isBlank else { break }
      end = next + 1
      line += 1
    }
    nextLine = line
  }

  /// The byte behind the header's line; a quoted cell may go over several.
  private mutating func rowEnd(_ head: FileHead) throws(ReadError) -> Int {
    var isQuoted = false
    for place in end..<head.bytes.count {
      let byte = head.bytes[place]
      if byte == quote { isQuoted.toggle() }
      guard byte == 0x0a else { continue }
      nextLine += 1
      if !isQuoted {
        let isReturn = place > end && head.bytes[place - 1] == 0x0d
        lineEnd = isReturn ? "crlf" : "lf"
        return place + 1
      }
    }
    guard head.isWhole, !isQuoted, end < head.bytes.count else {
      throw .unsupportedFormat("text without a header line")
    }
    return head.bytes.count
  }

  /// The separator that occurs most often outside quotes.
  private func bestSeparator(_ row: ContiguousArray<UInt8>.SubSequence) -> UInt8 {
    let candidates: [UInt8] = [0x2c, 0x3b, 0x09, 0x7c]
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in row {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return candidates[best]
  }

  private mutating func cut(_ row: ContiguousArray<UInt8>.SubSequence) {
    var text: [UInt8] = []
    var (isQuoted, wasQuote) = (false, false)
    for byte in row {
      if byte == quote {
        if wasQuote { text.append(byte) }
        wasQuote = isQuoted
        isQuoted.toggle()
        continue
      }
      wasQuote = false
      if byte == separator && !isQuoted {
        add(&text)
      } else {
        text.append(byte)
      }
    }
    add(&text)
  }

  private mutating func add(_ text: inout [UInt8]) {
    let kept = Bytes.trimmed(text.span)
    cells.append(String(decoding: text[kept], as: UTF8.self))
    text.removeAll()
  }
}
