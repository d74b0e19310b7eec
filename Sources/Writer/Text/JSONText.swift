import Domain

/// JSON as it is written: on one line, or one member a line.
struct JSONText {
  /// The text so far.
  private(set) var text: OutputText
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false

  init(pretty: Bool, room: Int = 0) {
    isPretty = pretty
    text = OutputText(room: room)
  }

  mutating func object(_ members: (inout JSONText) -> Void) { nest(0x7b, 0x7d, members) }

  mutating func array(_ elements: (inout JSONText) -> Void) { nest(0x5b, 0x5d, elements) }

  mutating func object(_ key: StaticString, _ members: (inout JSONText) -> Void) {
    self.key(key)
    nest(0x7b, 0x7d, isElement: false, members)
  }

  mutating func array(_ key: StaticString, _ elements: (inout JSONText) -> Void) {
    self.key(key)
    nest(0x5b, 0x5d, isElement: false, elements)
  }

  /// A member whose value is text; no text at all is null.
  mutating func member(_ key: StaticString, _ write: (inout OutputText) -> Void) {
    self.key(key)
    string(write)
  }

  mutating func member(_ key: StaticString, _ value: StaticString) {
    member(key) { $0.append(value) }
  }

  mutating func member(_ key: StaticString, text value: String) {
    member(key) { $0.append(text: value) }
  }

  mutating func member(_ key: StaticString, number: Int64?) {
    self.key(key)
    if let number { text.append(number: number) } else { text.append("null") }
  }

  /// A member whose value stands as it is, without quotes.
  mutating func member(_ key: StaticString, plain value: String) {
    self.key(key)
    text.append(text: value)
  }

  mutating func member(_ key: StaticString, flag: Bool) {
    self.key(key)
    text.append(flag ? "true" : "false")
  }

  /// An element of an array that is text.
  mutating func element(_ write: (inout OutputText) -> Void) {
    separate()
    string(write)
  }

  /// A key that is not fixed, before the value of `object`.
  mutating func object(
    key write: (inout OutputText) -> Void, _ members: (inout JSONText) -> Void
  ) {
    separate()
    string(write)
    text.append(isPretty ? ": " : ":")
    nest(0x7b, 0x7d, isElement: false, members)
  }

  mutating func member(key write: (inout OutputText) -> Void, number: Int64) {
    separate()
    string(write)
    text.append(isPretty ? ": " : ":")
    text.append(number: number)
  }

  /// Ends a line: after a value of JSON lines, or the file.
  mutating func endLine() {
    text.endRow()
    needsComma = false
  }

  private mutating func key(_ key: StaticString) {
    separate()
    text.append(byte: 0x22)
    text.append(key)
    text.append(isPretty ? "\": " : "\":")
  }

  private mutating func string(_ write: (inout OutputText) -> Void) {
    text.append(byte: 0x22)
    let start = text.count
    write(&text)
    guard text.count > start else {
      text.removeLast(1)
      text.append("null")
      return
    }
    text.escapeJSON(from: start)
    text.append(byte: 0x22)
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, isElement: Bool = true, _ content: (inout JSONText) -> Void
  ) {
    if isElement { separate() }
    text.append(byte: open)
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    if needsComma { newLine() }
    text.append(byte: close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text.append(byte: 0x2c) }
    needsComma = true
    if depth > 0 { newLine() }
  }

  private mutating func newLine() {
    guard isPretty else { return }
    text.append(byte: 0x0a)
    for _ in 0..<depth { text.append("  ") }
  }
}
