internal import Domain

/// The rows of a text file of separated cells: what its two readers share.
struct CSVTable {
  private(set) var detected: DetectedInput
  private(set) var sieve: CSVSieve
  /// How the file is written.
  let layout: CSVLayout

  private let source: any ByteSource
  private var text: TextSource
  private var scanner: CSVScanner
  private var carry: ContiguousArray<UInt8>
  /// The place of `carry` in the file.
  private var carryOffset: Int
  /// Whether `carry` was not looked at yet.
  private var isCarryNew = true
  private var isLast = false
  private var isFinished = false

  /// Finds out how a file is written from its first bytes.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind?, options: InputOptions,
    givesHeader: Bool
  ) throws(ReadError) {
    if let stated = options.encoding, TextEncoding(mark: head.bytes) ?? stated != stated {
      throw .refused(.badEncoding, "the byte order mark contradicts the encoding that is stated")
    }
    let told = options.encoding ?? TextEncoding(head: head.bytes)
    let encoding = if let told { told } else { try Self.encoding(of: source, head) }
    text = TextSource(source, head, encoding ?? .utf8)
    var first = ContiguousArray<UInt8>(repeating: 0, count: Limits.chunk + 64)
    let count = try text.fill(&first, from: 0, to: Limits.chunk)
    first.removeLast(first.count - count)
    layout = try CSVLayout(first, isWhole: text.isAtEnd, kind: kind, options)
    scanner = CSVScanner(
      layout.dialect, width: layout.width, line: layout.startLine,
      isEncodingKnown: encoding != nil)
    sieve = CSVSieve(layout, options, givesHeader: givesHeader)
    self.source = source
    let used = text.encoding
    let mark = used.markLength(head.bytes)
    let before = first[..<layout.start].reduce(0) { $0 + used.width(of: $1) }
    carryOffset = mark + before
    carry = ContiguousArray(first[layout.start...])
    isLast = text.isAtEnd
    detected = Self.detected(layout, text.encoding)
  }

  /// The encoding that the first bytes beyond ASCII tell; nil where there are none yet.
  private static func encoding(
    of source: any ByteSource, _ head: FileHead
  ) throws(ReadError) -> TextEncoding? {
    guard let high = head.bytes.firstIndex(where: { $0 > 0x7f }) else { return nil }
    var look = EncodingLook()
    head.bytes.withUnsafeBytes { look.look(at: $0) }
    guard look.isWindows1252 else { return .utf8 }
    return try EncodingLook.isWindows1252(source, from: high) ? .windows1252 : .utf8
  }

  private static func detected(_ layout: CSVLayout, _ encoding: TextEncoding) -> DetectedInput {
    var detected = DetectedInput(
      format: .csv, encoding: encoding.rawValue, separator: layout.dialect.separator,
      quote: layout.dialect.quote, lineEnd: layout.lineEnd, headerLine: layout.headerLine,
      headers: layout.names)
    detected.headerEnd = layout.headerEnd
    return detected
  }

  /// Fills the batch with the next rows, faults and rows left out; false when there are no more.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    while batch.rows.isEmpty, batch.faults.isEmpty, batch.skipped.isEmpty, !isFinished {
      let count = try load(&batch.bytes)
      let places = text.encoding == .utf8 ? nil : PlaceMap(batch.bytes[..<count], text.encoding)
      (batch.fileOffset, batch.holdsCopies) = (carryOffset, places != nil)
      let hasTurned = try scan(&batch, count)
      isFinished = isLast && !hasTurned
      if !isFinished { try settleBlanks(places) }
      swap(&batch.rows, &scanner.rows)
      sieve.sift(scanner.faults, &batch, used: scanner.rowStart)
      if let places { places.move(&batch, from: carryOffset) }
      carryOffset += places?.offset(scanner.rowStart) ?? scanner.rowStart
      carry.removeAll(keepingCapacity: true)
      if !hasTurned { carry.append(contentsOf: batch.bytes[scanner.rowStart..<count]) }
    }
    return !(batch.rows.isEmpty && batch.faults.isEmpty && batch.skipped.isEmpty)
  }

  /// Puts what was left over and new bytes into the buffer; returns how many there are.
  private mutating func load(_ bytes: inout ContiguousArray<UInt8>) throws(ReadError) -> Int {
    let room = max(Limits.chunk, carry.count * (isCarryNew ? 1 : 2))
    isCarryNew = false
    if bytes.count < room + 64 {
      bytes = ContiguousArray(repeating: 0, count: room + 64)
    }
    carry.withUnsafeBytes { rest in bytes.withUnsafeMutableBytes { $0.copyMemory(from: rest) } }
    guard !isLast else { return carry.count }
    let count = try text.fill(&bytes, from: carry.count, to: room)
    isLast = text.isAtEnd
    return count
  }

  /// Decides on the blank lines that the buffer ends with: the next bytes tell of a few, the rest
  /// of the file of many.
  private mutating func settleBlanks(_ places: PlaceMap?) throws(ReadError) {
    guard scanner.blanks.count >= Limits.blankLines else { return scanner.returnBlanks() }
    let place = carryOffset + (places?.offset(scanner.rowStart) ?? scanner.rowStart)
    if try BlankLook.isBlank(source, from: place, text.encoding) {
      isFinished = true
    } else {
      scanner.flushBlanks()
    }
  }

  /// Scans the buffer; true where the file was found to be in another encoding from here on.
  private mutating func scan(
    _ batch: inout RecordBatch, _ count: Int
  ) throws(ReadError) -> Bool {
    (scanner.rowStart, scanner.firstField) = (0, 0)
    scanner.rows.removeAll(keepingCapacity: true)
    scanner.faults.removeAll(keepingCapacity: true)
    var hasTurned = false
    var stop = CSVScanner.Stop.needsFields
    while stop != .needsBytes, !hasTurned {
      if stop == .needsEncoding {
        hasTurned = try askEncoding(batch.bytes, count)
        if hasTurned { break }
      }
      // Most cells have some bytes: the room is doubled where they have none.
      let room = max(
        stop == .needsFields ? batch.fields.count * 2 : batch.fields.count,
        count / 8 + scanner.width)
      batch.fields.append(
        contentsOf: repeatElement(
          FieldRange(start: 0, end: 0), count: room - batch.fields.count))
      stop = batch.bytes.withUnsafeMutableBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return .needsBytes }
        let input = CSVScanner.Input(bytes: base, count: count, isLast: isLast)
        return batch.fields.withUnsafeMutableBufferPointer { scanner.scan(input, $0) }
      }
    }
    batch.fields.removeLast(batch.fields.count - scanner.firstField)
    return hasTurned
  }

  /// Decides on the encoding at the first byte that is no UTF-8: all before it is ASCII.
  private mutating func askEncoding(
    _ bytes: ContiguousArray<UInt8>, _ count: Int
  ) throws(ReadError) -> Bool {
    (scanner.isEncodingKnown, scanner.mustAskEncoding) = (true, false)
    scanner.returnBlanks()
    let start = scanner.rowStart
    guard try EncodingLook.isWindows1252(source, from: carryOffset + start) else { return false }
    text.becomeWindows1252(again: ArraySlice(bytes[start..<count]))
    detected = Self.detected(layout, .windows1252)
    isLast = false
    return true
  }
}

/// Whether a file ends with blank lines alone.
private enum BlankLook {
  /// Whether nothing but line ends follows a byte.
  static func isBlank(
    _ source: any ByteSource, from offset: Int, _ encoding: TextEncoding
  ) throws(ReadError) -> Bool {
    let hasZeros = encoding == .utf16le || encoding == .utf16be
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: Limits.chunk)
    var offset = offset
    do {
      while true {
        let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0, at: offset) }
        guard count > 0 else { return true }
        offset += count
        for byte in bytes[..<count] where byte != 0x0a && byte != 0x0d {
          guard hasZeros, byte == 0 else { return false }
        }
      }
    } catch {
      throw .source(error)
    }
  }
}

/// Where the bytes of a text as UTF-8 stand in a file of another encoding.
struct PlaceMap {
  private var offsets: ContiguousArray<UInt32> = []

  /// A map over a buffer.
  init(_ bytes: ContiguousArray<UInt8>.SubSequence, _ encoding: TextEncoding) {
    offsets.reserveCapacity(bytes.count + 1)
    var offset: UInt32 = 0
    for byte in bytes {
      // Bytes inside a character stand where it starts.
      let width = UInt32(encoding.width(of: byte))
      offsets.append(width == 0 && offset > 0 ? offset - 1 : offset)
      offset += width
    }
    offsets.append(offset)
  }

  /// How far a byte is from the buffer's first one.
  func offset(_ place: Int) -> Int { Int(offsets[min(place, offsets.count - 1)]) }

  /// Moves the places of rows and faults to those in the file.
  func move(_ batch: inout RecordBatch, from start: Int) {
    for i in batch.rows.indices {
      batch.rows[i].byte = UInt32(offset(Int(batch.rows[i].byte)))
    }
    batch.faults = ContiguousArray(
      batch.faults.map {
        RowFault($0.reason, line: $0.line, column: $0.column, byte: start + offset($0.byte - start))
      })
    batch.skipped = ContiguousArray(
      batch.skipped.map {
        var row = $0.row
        row.byte = UInt32(offset(Int(row.byte)))
        return SkippedRow($0.kind, row)
      })
  }
}
