internal import Domain
internal import Reader

/// The JSON lines of `rekon inspect --rows jsonl`: bytes alone, nothing made for a cell.
struct JSONLine {
  private static let room = 256 << 10

  private var bytes: ContiguousArray<UInt8> = []
  private var frame = IssueFrame()

  /// Whether the lines so far should be written.
  var isFull: Bool { bytes.count >= Self.room }

  /// Hands out the lines so far.
  mutating func flush(_ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { if !$0.isEmpty { try write($0) } }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Lines that were put together elsewhere.
  mutating func add(_ other: JSONLine) { bytes.append(contentsOf: other.bytes) }

  /// A row whose cells have places.
  mutating func add(_ row: RecordBatch.Row, of batch: borrowing RecordBatch, sheet: String?) {
    if let sheet {
      put("{\"row\":{\"sheet\":")
      quoted(sheet)
      put(",\"line\":")
    } else {
      put("{\"row\":{\"line\":")
    }
    number(Int(row.line))
    if sheet == nil {
      put(",\"byte\":")
      number(batch.fileOffset + Int(row.byte))
    }
    // Few pieces a row: what stands between the texts is put at once.
    let count = max(Int(row.count), batch.width)
    guard count > 0 else { return put(",\"cells\":[]}}\n") }
    put(",\"cells\":[\"")
    for cell in 0..<count {
      if cell > 0 { put("\",\"") }
      if cell < Int(row.count) { escape(batch, Int(row.first) + cell) }
    }
    put("\"]}}\n")
  }

  /// A record, each of whose cells has a name.
  mutating func add(
    _ row: RecordBatch.Row, at place: Int, of batch: borrowing RecordBatch,
    _ names: ContiguousArray<String>, _ records: ContiguousArray<UInt32>,
    _ cells: ContiguousArray<UInt32>
  ) {
    put("{\"row\":{\"line\":")
    number(Int(row.line))
    put(",\"record\":")
    quoted(names[Int(records[place])])
    put(",\"cells\":{")
    for cell in Int(row.first)..<Int(row.first + row.count) {
      if cell > Int(row.first) { bytes.append(0x2c) }
      quoted(names[Int(cells[cell])])
      bytes.append(0x3a)
      quoted(batch, cell)
    }
    put("}}}\n")
  }

  /// An issue; a sheet that has no name is left out.
  mutating func issue(
    code: String, line: Int, column: Int, byte: Int, sheet: String?, _ message: String
  ) {
    put("{\"issue\":{\"code\":")
    quoted(code)
    put(",\"line\":")
    number(line)
    put(",\"column\":")
    number(column)
    put(",\"byte\":")
    number(byte)
    put(",\"message\":")
    quoted(message)
    if let sheet {
      put(",\"sheet\":")
      quoted(sheet)
    }
    put("}}\n")
  }

  /// What issues have in common that differ in their line and byte alone.
  private struct IssueFrame {
    var reason: Reject.Reason?
    var column: UInt32 = 0
    var head: ContiguousArray<UInt8> = []
    var middle: ContiguousArray<UInt8> = []
    var end: ContiguousArray<UInt8> = []
  }

  /// A faulty row; a file that is faulty in every row has few kinds of faults.
  mutating func issue(_ fault: RowFault, _ message: @autoclosure () -> String) {
    if frame.reason != fault.reason || frame.column != fault.column {
      frame = Self.frame(fault.reason, fault.column, message())
    }
    put(frame.head)
    number(Int(fault.line))
    put(frame.middle)
    number(fault.byte)
    put(frame.end)
  }

  private static func frame(
    _ reason: Reject.Reason, _ column: UInt32, _ message: String
  ) -> IssueFrame {
    var (head, middle, end) = (JSONLine(), JSONLine(), JSONLine())
    head.put("{\"issue\":{\"code\":")
    head.quoted(reason.rawValue)
    head.put(",\"line\":")
    middle.put(",\"column\":")
    middle.number(Int(column))
    middle.put(",\"byte\":")
    end.put(",\"message\":")
    end.quoted(message)
    end.put("}}\n")
    return IssueFrame(
      reason: reason, column: column, head: head.bytes, middle: middle.bytes, end: end.bytes)
  }

  /// The last line.
  mutating func add(_ summary: InspectionSummary, named: Bool) {
    put("{\"summary\":{")
    if let detected = summary.detected {
      put("\"format\":")
      quoted(detected.format.rawValue)
      put(",\"encoding\":")
      quoted(detected.encoding)
      for (key, byte) in [("separator", detected.separator), ("quote", detected.quote)] {
        guard let byte else { continue }
        put(text: ",\"\(key)\":")
        quoted(String(UnicodeScalar(byte)))
      }
      if let lineEnd = detected.lineEnd { put(text: ",\"line_end\":\"\(lineEnd)\"") }
      put(",")
    }
    put(text: "\"rows\":\(summary.rows),\"issues\":\(summary.issues)")
    if let line = summary.detected?.headerLine, line > 0 { put(text: ",\"header\":\(line)") }
    let skipped = summary.skipped.map { "\"\($0.kind)\":\($0.count)" }
    put(text: ",\"skipped\":{\(skipped.joined(separator: ","))}")
    if summary.hiddenRows > 0 { put(text: ",\"hidden\":\(summary.hiddenRows)") }
    if let header = summary.header { put(text: ",\"kind\":\"\(header.kind.name)\"") }
    if named {
      put(",\"file\":")
      quoted(summary.name)
    }
    put("}}\n")
  }

  /// Lines of words.
  mutating func add(words: String) { bytes.append(contentsOf: words.utf8) }

  private mutating func put(text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func put(_ words: StaticString) {
    words.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func put(_ text: ContiguousArray<UInt8>) { put(text.span) }

  private mutating func put(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func number(_ value: Int) {
    var (rest, digits) = (UInt64(value), InlineArray<20, UInt8>(repeating: 0x30))
    var first = 20
    repeat {
      first -= 1
      digits[first] = 0x30 + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    put(digits.span.extracting(first..<20))
  }

  private mutating func quoted(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { escape($0) }
    bytes.append(0x22)
  }

  private mutating func quoted(_ batch: borrowing RecordBatch, _ cell: Int) {
    bytes.append(0x22)
    escape(batch, cell)
    bytes.append(0x22)
  }

  private mutating func escape(_ batch: borrowing RecordBatch, _ cell: Int) {
    let field = batch.fields[cell]
    guard field.start < field.end else { return }
    batch.bytes.withUnsafeBufferPointer {
      escape(UnsafeBufferPointer(rebasing: $0[Int(field.start)..<Int(field.end)]))
    }
  }

  /// Appends a text; stretches without special bytes are copied whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in text.indices {
      let byte = text[place]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5c else { continue }
      bytes.append(contentsOf: text[start..<place])
      start = place + 1
      if byte < 0x20 {
        put("\\u00")
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 15))
      } else {
        bytes.append(0x5c)
        bytes.append(byte)
      }
    }
    bytes.append(contentsOf: text[start...])
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
