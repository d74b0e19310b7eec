internal import CLibXML2
internal import Domain

/// What is known while a document is parsed: the open record and the cells it has so far.
///
/// A part that is nested in a record gives it what the record does not state itself.
struct XMLScan {
  /// The rows found since the batch began.
  private(set) var rows: ContiguousArray<RecordBatch.Row> = []
  /// The records that state something twice.
  private(set) var faults: ContiguousArray<RowFault> = []
  /// How many records were met.
  private(set) var rowsRead = 0
  /// The columns some record had, as bits by their place.
  private(set) var seen: UInt64 = 0
  /// Why parsing was stopped.
  private(set) var failure: ReadError?
  /// The names met.
  private(set) var names: XMLNames

  private let position: XMLPosition
  private let record: UnsafePointer<UInt8>?
  private let width: Int
  private var bytes: ContiguousArray<UInt8> = []
  private var cells: ContiguousArray<FieldRange> = []
  private var rowOffset = 0
  private var spare: ContiguousArray<UInt8> = []

  private var depth = 0
  /// How deep the open record stands; zero outside.
  private var recordDepth = 0
  private var start = (byte: 0, line: UInt32(0))
  private var frames: ContiguousArray<Frame>
  private var fields: ContiguousArray<Field>
  private var leafPlace = -1
  private var leafStart = 0
  private var textCount = 0

  /// An open element of a record: the columns it has, as bits by their place.
  private struct Frame {
    var name: UnsafePointer<UInt8>?
    var known: UInt64 = 0
    /// Those of a part of it.
    var nested: UInt64 = 0
    /// Those it states twice with different texts, and those that two of its parts do.
    var twice: UInt64 = 0
    var partsTwice: UInt64 = 0
  }

  /// A column's text in an open element, and the name of what gave it.
  private struct Field {
    var range = FieldRange(start: 0, end: 0)
    var name: UnsafePointer<UInt8>?
  }

  /// A scan for one parser, whose records are elements of a name.
  init(
    _ position: XMLPosition, record: String?, columns: [Column], aliases: HeaderAliases
  ) {
    self.position = position
    self.record = record.flatMap { xmlDictLookup(position.context.pointee.dict, $0, -1) }
    width = columns.count
    names = XMLNames(aliases, columns: columns)
    frames = ContiguousArray(repeating: Frame(), count: Limits.depth + 1)
    fields = ContiguousArray(repeating: Field(), count: columns.count * (Limits.depth + 1))
  }

  /// Takes the batch's room; what the open record has so far comes first.
  mutating func begin(_ batch: inout RecordBatch) {
    swap(&batch.rows, &rows)
    swap(&batch.faults, &faults)
    swap(&batch.fields, &cells)
    rowOffset = 0
  }

  /// Hands the rows on, and keeps the text of the record that is still open.
  mutating func end(_ batch: inout RecordBatch) {
    swap(&batch.rows, &rows)
    swap(&batch.faults, &faults)
    swap(&batch.fields, &cells)
    batch.fileOffset = rowOffset
    spare.removeAll(keepingCapacity: true)
    if recordDepth > 0 { for level in 0...depth - recordDepth { keepFields(of: level) } }
    if leafPlace >= 0 {
      let start = spare.count
      spare.append(contentsOf: bytes[leafStart...])
      leafStart = start
    }
    swap(&bytes, &spare)
    swap(&batch.bytes, &spare)
  }

  private mutating func keepFields(of level: Int) {
    for place in 0..<width where frames[level].known >> UInt64(place) & 1 != 0 {
      let slot = level * width + place
      let field = fields[slot].range
      let start = UInt32(spare.count)
      spare.append(contentsOf: bytes[Int(field.start)..<Int(field.end)])
      fields[slot].range = FieldRange(start: start, end: UInt32(spare.count))
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
    let place = position.passTag()
    guard failure == nil else { return }
    guard depth < Limits.depth else { return stop(.tooDeep(line: position.line)) }
    guard count <= Limits.attributes else {
      return stop(tooLarge("more than \(Limits.attributes) attributes in an element"))
    }
    depth += 1
    textCount = 0
    if recordDepth == 0 {
      guard name == record else { return note(name) }
      (recordDepth, start) = (depth, position.tagStart())
      if let place { start.byte = place }
    } else {
      leafPlace = names.place(of: name)
      leafStart = bytes.count
      guard !names.areTooMany else { return stop(XMLNames.tooMany(position)) }
    }
    frames[depth - recordDepth] = Frame(name: name)
    for i in 0..<count { if let attributes { add(attributes + 5 * i) } }
    if leafPlace >= 0 { leafStart = bytes.count }
  }

  /// Keeps the name of an element outside the records.
  private mutating func note(_ name: UnsafePointer<UInt8>) {
    names.note(name)
    if names.areTooMany { stop(XMLNames.tooMany(position)) }
  }

  /// Takes an attribute's value: its start and end are the last two of its five pointers.
  private mutating func add(_ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
    guard let name = attribute[0], let from = attribute[3], let to = attribute[4] else { return }
    let place = names.place(of: name)
    guard place >= 0 else { return }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: to - from))
    XMLText.restoreAmpersands(in: &bytes, from: start)
    keep(place, from: start, at: depth - recordDepth, name)
  }

  /// Adds to the text of the open leaf.
  mutating func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard failure == nil else { return }
    textCount += count
    guard textCount <= Limits.text else {
      return stop(tooLarge("a text of more than \(Limits.text) bytes"))
    }
    guard leafPlace >= 0 else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  /// Closes the innermost element.
  mutating func close() {
    guard depth > 0, failure == nil else { return }
    textCount = 0
    if recordDepth > 0 {
      let level = depth - recordDepth
      if leafPlace >= 0 {
        keep(leafPlace, from: leafStart, at: level - 1, frames[level].name)
        leafPlace = -1
      }
      if level == 0 {
        addRow()
        recordDepth = 0
      } else if frames[level].known != 0 {
        merge(level)
      }
    }
    depth -= 1
  }

  private mutating func addRow() {
    let frame = frames[0]
    seen |= frame.known
    rowsRead += 1
    let twice = frame.twice | frame.partsTwice & frame.nested
    guard twice == 0 else {
      faults.append(
        RowFault(
          .repeatedField, line: start.line, column: UInt32(twice.trailingZeroBitCount + 1),
          byte: start.byte))
      return
    }
    let first = cells.count
    for place in 0..<width {
      let isKnown = frame.known >> UInt64(place) & 1 != 0
      cells.append(isKnown ? fields[place].range : FieldRange(start: 0, end: 0))
    }
    if rows.isEmpty { rowOffset = start.byte }
    rows.append(
      RecordBatch.Row(
        first: UInt32(first), count: UInt32(width), line: start.line,
        byte: UInt32(clamping: start.byte - rowOffset)))
  }

  /// Gives what a part has to the element it stands in, where that does not have it itself.
  private mutating func merge(_ level: Int) {
    let part = frames[level]
    for place in 0..<width where part.known >> UInt64(place) & 1 != 0 {
      let bit = UInt64(1) << UInt64(place)
      let (from, to) = (level * width + place, (level - 1) * width + place)
      if frames[level - 1].known & bit == 0 || isEmpty(to) {
        fields[to] = Field(range: fields[from].range, name: part.name)
        frames[level - 1].known |= bit
        frames[level - 1].nested |= bit
        if part.twice & bit != 0 { frames[level - 1].partsTwice |= bit }
      } else if fields[to].name == part.name, !isEmpty(from), !isEqual(from, to) {
        frames[level - 1].partsTwice |= bit
      }
    }
  }

  /// Keeps a text, without white space around it, as an element's cell: the first one counts, and
  /// one of its own before one of a part.
  private mutating func keep(
    _ place: Int, from start: Int, at level: Int, _ name: UnsafePointer<UInt8>?
  ) {
    var (from, to) = (start, bytes.count)
    while from < to, bytes[from] <= 0x20 { from += 1 }
    while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
    let (slot, bit) = (level * width + place, UInt64(1) << UInt64(place))
    let isFirst = frames[level].known & bit == 0 || frames[level].nested & bit != 0
    if isFirst || isEmpty(slot) {
      fields[slot] = Field(range: FieldRange(start: UInt32(from), end: UInt32(to)), name: name)
      bytes.removeLast(bytes.count - to)
    } else {
      let differs = from < to && !bytes[from..<to].elementsEqual(text(fields[slot].range))
      if fields[slot].name == name, differs { frames[level].twice |= bit }
      bytes.removeLast(bytes.count - start)
    }
    frames[level].known |= bit
    frames[level].nested &= ~bit
  }

  private func isEmpty(_ slot: Int) -> Bool { fields[slot].range.start == fields[slot].range.end }

  private func isEqual(_ a: Int, _ b: Int) -> Bool {
    text(fields[a].range).elementsEqual(text(fields[b].range))
  }

  private func text(_ range: FieldRange) -> ContiguousArray<UInt8>.SubSequence {
    bytes[Int(range.start)..<Int(range.end)]
  }

  private mutating func dropLeaf() {
    guard leafPlace >= 0 else { return }
    bytes.removeLast(bytes.count - leafStart)
    leafPlace = -1
  }
}

extension XMLScan {
  /// Refuses a DOCTYPE.
  mutating func refuseDoctype() { stop(.doctype(line: position.line)) }

  private mutating func stop(_ reason: ReadError) {
    failure = failure ?? reason
    position.stop()
  }

  private func tooLarge(_ what: String) -> ReadError {
    .tooLarge(line: position.line, what: what)
  }
}
