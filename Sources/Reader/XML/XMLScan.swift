internal import CLibXML2
internal import Domain

/// What is known while a document is parsed: the open elements and the cells they have so far.
///
/// The record's element is the first that closes with two known fields or more.
struct XMLScan {
  /// The rows found since the batch began.
  private(set) var rows: ContiguousArray<RecordBatch.Row> = []
  /// How many records were met.
  private(set) var rowsRead = 0
  /// The columns some record had, as bits by their place.
  private(set) var seen: UInt64 = 0
  /// Why parsing was stopped.
  private(set) var failure: ReadError?
  /// The names met.
  private(set) var names: XMLNames

  private let context: xmlParserCtxtPtr
  private let width: Int
  private var bytes: ContiguousArray<UInt8> = []
  private var cells: ContiguousArray<FieldRange> = []
  private var rowOffset = 0
  private var spare: ContiguousArray<UInt8> = []

  private var depth = 0
  private var frames: ContiguousArray<Frame>
  private var fields: ContiguousArray<FieldRange>
  private var recordName: UnsafePointer<UInt8>?
  private var leafPlace = -1
  private var leafStart = 0

  /// An open element.
  private struct Frame {
    var name: UnsafePointer<UInt8>?
    var isOpen = false
    /// The columns it has, as bits by their place.
    var known: UInt64 = 0
    var line: UInt32 = 0
    var byte = 0
  }

  /// A scan for one parser.
  init(context: xmlParserCtxtPtr, columns: [Column], aliases: HeaderAliases) {
    self.context = context
    width = columns.count
    names = XMLNames(aliases, columns: columns)
    frames = ContiguousArray(repeating: Frame(), count: Limits.depth + 1)
    fields = ContiguousArray(
      repeating: FieldRange(start: 0, end: 0), count: columns.count * (Limits.depth + 1))
  }

  /// Takes the batch's room; what open elements have so far comes first.
  mutating func begin(_ batch: inout RecordBatch) {
    swap(&batch.rows, &rows)
    swap(&batch.fields, &cells)
    rowOffset = 0
  }

  /// Hands the rows on, and keeps the text of the elements that are still open.
  mutating func end(_ batch: inout RecordBatch) {
    swap(&batch.rows, &rows)
    swap(&batch.fields, &cells)
    batch.fileOffset = rowOffset
    spare.removeAll(keepingCapacity: true)
    for level in 0..<depth where frames[level + 1].isOpen { keepFields(of: level + 1) }
    if leafPlace >= 0 {
      let start = spare.count
      spare.append(contentsOf: bytes[leafStart...])
      leafStart = start
    }
    swap(&bytes, &spare)
    swap(&batch.bytes, &spare)
  }

  private mutating func keepFields(of level: Int) {
    for place in level * width..<(level + 1) * width {
      let field = fields[place]
      let start = UInt32(spare.count)
      spare.append(contentsOf: bytes[Int(field.start)..<Int(field.end)])
      fields[place] = FieldRange(start: start, end: UInt32(spare.count))
    }
  }
}

extension XMLScan {
  /// Opens an element.
  mutating func open(
    _ name: UnsafePointer<UInt8>, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    dropLeaf()
    guard failure == nil else { return }
    guard depth < Limits.depth else { return stop(.tooDeep(line: line)) }
    guard count <= Limits.attributes else {
      return stop(malformed("more than \(Limits.attributes) attributes"))
    }
    depth += 1
    let isOpen = recordName == nil || recordName == name
    frames[depth].isOpen = isOpen
    frames[depth].name = name
    if isOpen {
      openFrame()
      for i in 0..<count { if let attributes { add(attributes + 5 * i) } }
    }
    if frames[depth - 1].isOpen {
      leafPlace = names.place(of: name)
      leafStart = bytes.count
    }
  }

  private mutating func openFrame() {
    frames[depth].known = 0
    for place in depth * width..<(depth + 1) * width {
      fields[place] = FieldRange(start: 0, end: 0)
    }
    let (byte, line) = tagStart()
    (frames[depth].byte, frames[depth].line) = (byte, line)
  }

  /// Takes an attribute's value: its start and end are the last two of its five pointers.
  private mutating func add(_ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
    guard let name = attribute[0], let from = attribute[3], let to = attribute[4] else { return }
    let place = names.place(of: name)
    guard place >= 0 else { return }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: to - from))
    restoreAmpersands(from: start)
    keep(place, from: start, at: depth)
  }

  /// Without entity expansion libxml2 hands an ampersand in a value on as `&#38;`.
  private mutating func restoreAmpersands(from start: Int) {
    guard bytes[start...].contains(0x26) else { return }
    let reference: StaticString = "&#38;"
    var (from, to) = (start, start)
    while from < bytes.count {
      bytes[to] = bytes[from]
      let isReference = reference.withUTF8Buffer { bytes[from...].starts(with: $0) }
      from += isReference ? 5 : 1
      to += 1
    }
    bytes.removeLast(bytes.count - to)
  }

  /// Adds to the text of the open leaf.
  mutating func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard leafPlace >= 0, failure == nil else { return }
    guard bytes.count - leafStart + count <= Limits.row else {
      return stop(malformed("a text of more than \(Limits.row) bytes"))
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  /// Closes the innermost element.
  mutating func close() {
    guard depth > 0, failure == nil else { return }
    if leafPlace >= 0 {
      keep(leafPlace, from: leafStart, at: depth - 1)
      leafPlace = -1
    }
    if frames[depth].isOpen {
      if recordName == nil && frames[depth].known.nonzeroBitCount >= 2 {
        decide(frames[depth].name)
      }
      if recordName != nil { addRow() }
    }
    depth -= 1
  }

  /// From now on only elements of this name are records.
  private mutating func decide(_ name: UnsafePointer<UInt8>?) {
    recordName = name
    for level in 1..<depth where frames[level].name != name { frames[level].isOpen = false }
  }

  private mutating func addRow() {
    let first = cells.count
    for place in 0..<width {
      cells.append(fields[depth * width + place])
    }
    if rows.isEmpty { rowOffset = frames[depth].byte }
    seen |= frames[depth].known
    rowsRead += 1
    rows.append(
      RecordBatch.Row(
        first: UInt32(first), count: UInt32(width), line: frames[depth].line,
        byte: UInt32(clamping: frames[depth].byte - rowOffset)))
  }

  /// Keeps a text, without white space around it, as an element's cell: the first one counts.
  private mutating func keep(_ place: Int, from start: Int, at level: Int) {
    var (from, to) = (start, bytes.count)
    while from < to, bytes[from] <= 0x20 { from += 1 }
    while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
    let slot = level * width + place
    if fields[slot].start == fields[slot].end && from < to {
      fields[slot] = FieldRange(start: UInt32(from), end: UInt32(to))
      bytes.removeLast(bytes.count - to)
    } else {
      bytes.removeLast(bytes.count - start)
    }
    frames[level].known |= 1 << UInt64(place)
  }

  private mutating func dropLeaf() {
    guard leafPlace >= 0 else { return }
    bytes.removeLast(bytes.count - leafStart)
    leafPlace = -1
  }
}

extension XMLScan {
  /// Refuses a DOCTYPE.
  mutating func refuseDoctype() { stop(.doctype(line: line)) }

  private mutating func stop(_ reason: ReadError) {
    failure = failure ?? reason
    xmlStopParser(context)
  }

  private func malformed(_ message: String) -> ReadError {
    let column = context.pointee.input.map { Int($0.pointee.col) } ?? 0
    return .malformedXML(line: line, column: column, message: message)
  }

  private var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 0 }

  /// The byte and line of the tag that was read last: back from where the parser stands.
  private func tagStart() -> (byte: Int, line: UInt32) {
    guard let input = context.pointee.input?.pointee, let base = input.base,
      let current = input.cur
    else { return (0, 0) }
    var place = current - base
    var line = input.line
    while place > 0, base[place] != 0x3c {
      place -= 1
      if base[place] == 0x0a { line -= 1 }
    }
    return (Int(input.consumed) + place, UInt32(clamping: line))
  }
}
