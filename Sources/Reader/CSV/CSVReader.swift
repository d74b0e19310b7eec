internal import Domain

/// Reads a text file of separated cells.
struct CSVReader: RecordReader {
  let detected: DetectedInput
  let columns: ColumnMap

  private let source: any ByteSource
  private var scanner: CSVScanner
  private var carry: ContiguousArray<UInt8>
  private var carryOffset: Int
  private var isSourceAtEnd: Bool
  private var isFinished = false

  /// Finds the header in the first bytes of a file.
  init(
    _ source: any ByteSource, head: FileHead, kind: InputKind, options: InputOptions
  ) throws(ReadError) {
    let header = try CSVHeader(head, options)
    detected = header.detected
    columns = HeaderAliases(kind: kind, stated: options.columns).map(header.cells)
    let map = columns
    try HeaderAliases.check(
      kind, has: { map[$0] != nil }, stated: options.columns, found: header.cells)
    scanner = CSVScanner(
      separator: header.separator, quote: header.quote, width: header.cells.count,
      line: header.nextLine)
    self.source = source
    carry = ContiguousArray(head.bytes[header.end...])
    (carryOffset, isSourceAtEnd) = (header.end, head.isWhole)
  }

  var rowsRead: Int { scanner.rowsRead }

  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    guard !isFinished else { return false }
    swap(&batch.rows, &scanner.rows)
    swap(&batch.faults, &scanner.faults)
    defer {
      swap(&batch.rows, &scanner.rows)
      swap(&batch.faults, &scanner.faults)
    }
    repeat {
      let count = try load(&batch.bytes)
      batch.fileOffset = carryOffset
      scan(&batch, count)
      keepRest(of: batch.bytes, count)
      isFinished = isSourceAtEnd
    } while scanner.rows.isEmpty && scanner.faults.isEmpty && !isFinished
    return !scanner.rows.isEmpty || !scanner.faults.isEmpty
  }

  /// Puts what was left over and new bytes into the buffer; returns how many there are.
  private mutating func load(_ bytes: inout ContiguousArray<UInt8>) throws(ReadError) -> Int {
    let room = max(Limits.chunk, carry.count * 2)
    if bytes.count < room + 64 {
      bytes = ContiguousArray(repeating: 0, count: room + 64)
    }
    carry.withUnsafeBytes { rest in bytes.withUnsafeMutableBytes { $0.copyMemory(from: rest) } }
    guard !isSourceAtEnd else { return carry.count }
    let count = try source.fill(&bytes, from: carry.count, to: room)
    isSourceAtEnd = count < room
    return count
  }

  private mutating func scan(_ batch: inout RecordBatch, _ count: Int) {
    (scanner.rowStart, scanner.firstField) = (0, 0)
    scanner.fileOffset = carryOffset
    var stop = CSVScanner.Stop.needsFields
    while stop == .needsFields {
      // Most cells have some bytes: the room is doubled where they have none.
      let room = max(batch.fields.count * 2, count / 8 + scanner.width)
      batch.fields.append(
        contentsOf: repeatElement(
          FieldRange(start: 0, end: 0), count: room - batch.fields.count))
      stop = batch.bytes.withUnsafeMutableBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return .needsBytes }
        let input = CSVScanner.Input(bytes: base, count: count, isLast: isSourceAtEnd)
        return batch.fields.withUnsafeMutableBufferPointer { scanner.scan(input, $0) }
      }
    }
    batch.fields.removeLast(batch.fields.count - scanner.firstField)
  }

  private mutating func keepRest(of bytes: ContiguousArray<UInt8>, _ count: Int) {
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: bytes[scanner.rowStart..<count])
    carryOffset += scanner.rowStart
  }
}
