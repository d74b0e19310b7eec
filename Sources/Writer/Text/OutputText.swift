public import Domain

/// The bytes of a file as it is written: everything is appended, nothing is made in between.
///
/// A cell or string is written first and then quoted or escaped in its place, so that no row and
/// no sentence is ever an object of its own.
public struct OutputText: Sendable {
  /// The bytes so far, UTF-8.
  public private(set) var bytes: ContiguousArray<UInt8> = []
  /// The rows ended so far, below the header: Writer's side of the books.
  public private(set) var rows = 0
  private var rowHasCells = false

  /// An empty text with room for as many bytes.
  public init(room: Int = 0) { bytes.reserveCapacity(room) }

  /// How many bytes there are.
  public var count: Int { bytes.count }

  /// The text as a String: for the few that a page shows.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a byte.
  public mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends fixed words.
  public mutating func append(_ words: StaticString) {
    words.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a String.
  public mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a text of an arena.
  public mutating func append(_ text: Text, in arena: TextArena) {
    arena.with(text) { span in
      span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  /// Appends a whole number in digits.
  public mutating func append(number: Int64) { append(number, groups: false) }

  /// Appends a whole number with a dot after each three digits from the right.
  public mutating func append(grouped number: Int64) { append(number, groups: true) }

  /// Appends rupiah as a page shows them: `Rp420.000.000`.
  public mutating func append(rupiah: Int64) {
    if rupiah < 0 { append(byte: 0x2d) }
    append("Rp")
    append(magnitude: rupiah.magnitude, groups: true)
  }

  /// Appends a number in as many digits as stated, with zeros in front.
  public mutating func append(_ number: Int, digits: Int) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      append(byte: UInt8(number / unit % 10) + 0x30)
      unit /= 10
    }
  }

  /// Appends sixteen hexadecimal digits.
  public mutating func append(hex number: UInt64) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 4
      let digit = UInt8(number >> shift & 15)
      append(byte: digit < 10 ? digit + 0x30 : digit + 0x57)
    }
  }

  /// Appends `YYYY-MM`.
  public mutating func append(_ month: CoverageMonth) { month.write(to: &bytes) }

  /// Appends `YYYY-MM-DD`.
  public mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    append(year, digits: 4)
    append(byte: 0x2d)
    append(month, digits: 2)
    append(byte: 0x2d)
    append(day, digits: 2)
  }

  /// Appends a rule's code.
  public mutating func append(_ code: RuleCode) { code.write(to: &bytes) }

  /// Appends a probability with four decimals.
  public mutating func append(_ probability: Probability) {
    append(Int(probability.tenThousandths) / 10_000, digits: 1)
    append(byte: 0x2e)
    append(Int(probability.tenThousandths) % 10_000, digits: 4)
  }

  private mutating func append(_ number: Int64, groups: Bool) {
    if number < 0 { append(byte: 0x2d) }
    append(magnitude: number.magnitude, groups: groups)
  }

  private mutating func append(magnitude: UInt64, groups: Bool) {
    var (unit, places) = (UInt64(1), 1)
    while magnitude / unit >= 10 {
      unit *= 10
      places += 1
    }
    while unit > 0 {
      append(byte: UInt8(magnitude / unit % 10) + 0x30)
      places -= 1
      if groups, places > 0, places % 3 == 0 { append(byte: 0x2e) }
      unit /= 10
    }
  }
}

extension OutputText {
  /// Appends a cell of a CSV row, quoted only where RFC 4180 needs it; a text that a spreadsheet
  /// would take for a formula stands behind an apostrophe.
  public mutating func cell(_ write: (inout OutputText) -> Void) {
    if rowHasCells { append(byte: 0x2c) }
    rowHasCells = true
    let start = count
    write(&self)
    if CellShield.isNeeded(bytes.span.extracting(start...)) { bytes.insert(0x27, at: start) }
    quote(from: start)
  }

  /// Appends a cell of which no byte can need quotes: a number, a date, a word without a comma.
  @inline(__always)
  private mutating func plainCell(_ write: (inout OutputText) -> Void) {
    if rowHasCells { append(byte: 0x2c) }
    rowHasCells = true
    write(&self)
  }

  /// Appends a cell of fixed words.
  public mutating func cell(_ words: StaticString) { cell { $0.append(words) } }

  /// Appends a cell of a fixed word, which has neither commas nor quotes.
  mutating func cell(word: StaticString) { plainCell { $0.append(word) } }

  /// Appends a cell of a membership number.
  mutating func cell(_ kpj: KPJ) { plainCell { $0.append(kpj) } }

  /// A membership number as stated; nothing where there is none.
  mutating func append(_ kpj: KPJ) { kpj.write(to: &bytes) }

  /// Appends a cell of a String.
  public mutating func cell(text: String) { cell { $0.append(text: text) } }

  /// Appends a cell of an arena's text.
  public mutating func cell(_ text: Text, in arena: TextArena) {
    cell { $0.append(text, in: arena) }
  }

  /// Appends a cell of a whole number.
  public mutating func cell(number: Int64) { plainCell { $0.append(number: number) } }

  /// Appends a cell of a month, or an empty one.
  public mutating func cell(_ month: CoverageMonth?) {
    plainCell { text in if let month { text.append(month) } }
  }

  /// Appends a cell of a date, or an empty one.
  public mutating func cell(_ date: CalendarDate?) {
    plainCell { text in if let date { text.append(date) } }
  }

  /// Appends a table's first line, which is no row.
  mutating func append(header: StaticString) {
    append(header)
    append(byte: 0x0a)
  }

  /// Ends a row and counts it.
  public mutating func endRow() {
    append(byte: 0x0a)
    rowHasCells = false
    rows += 1
  }

  /// How many quotes stand in the cell written from a place on; nil where it needs none around it.
  private func quotesInCell(from start: Int) -> Int? {
    var (quotes, needed) = (0, false)
    let written = bytes.span
    for place in start..<written.count {
      switch written[place] {
      case 0x22: (quotes, needed) = (quotes + 1, true)
      case 0x2c, 0x0a, 0x0d: needed = true
      default: break
      }
    }
    return needed ? quotes : nil
  }

  private mutating func quote(from start: Int) {
    guard let quotes = quotesInCell(from: start) else { return }
    var (from, to) = makeRoom(quotes + 1)
    while from > start {
      from -= 1
      let byte = bytes[from]
      put(byte, before: &to)
      if byte == 0x22 { put(byte, before: &to) }
    }
    bytes[start] = 0x22
    append(byte: 0x22)
  }

  /// Appends bytes to be filled from the end; returns where the text ended and where it ends.
  private mutating func makeRoom(_ extra: Int) -> (from: Int, to: Int) {
    let end = count
    for _ in 0..<extra { bytes.append(0) }
    return (end, count)
  }

  private mutating func put(_ byte: UInt8, before place: inout Int) {
    place -= 1
    bytes[place] = byte
  }
}

extension OutputText {
  /// How many bytes escaping adds to what was appended from a place on.
  private func bytesOfEscapes(from start: Int) -> Int {
    var extra = 0
    let written = bytes.span
    for place in start..<written.count {
      switch written[place] {
      case 0x22, 0x5c: extra += 1
      case 0..<0x20: extra += 5
      default: break
      }
    }
    return extra
  }

  /// Escapes what was appended from a place on, as a JSON string without its quotes.
  mutating func escapeJSON(from start: Int) {
    let extra = bytesOfEscapes(from: start)
    guard extra > 0 else { return }
    var (from, to) = makeRoom(extra)
    while from > start {
      from -= 1
      let byte = bytes[from]
      if byte < 0x20 {
        put(OutputText.hexDigit(byte & 15), before: &to)
        put(OutputText.hexDigit(byte >> 4), before: &to)
        put(0x30, before: &to)
        put(0x30, before: &to)
        put(0x75, before: &to)
      } else {
        put(byte, before: &to)
      }
      if byte < 0x20 || byte == 0x22 || byte == 0x5c { put(0x5c, before: &to) }
    }
  }

  private static func hexDigit(_ digit: UInt8) -> UInt8 {
    digit < 10 ? digit + 0x30 : digit + 0x57
  }

  /// Takes back what was appended last.
  mutating func removeLast(_ number: Int) { bytes.removeLast(number) }
}
