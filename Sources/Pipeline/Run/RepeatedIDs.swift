internal import Domain

/// Finds the payment rows whose id stands on an earlier row, from the files that were read.
///
/// It is asked only where ids do not ascend: the files are gone through once more, a row's id is
/// kept as its hash, and equal hashes are settled by reading both rows.
struct RepeatedIDs {
  private let files: [PaymentEvidence.File]
  private let evidence: PaymentEvidence
  /// The row of each place of the table, plus one; zero is free.
  private var slots: ContiguousArray<UInt32>
  private var hashes: ContiguousArray<UInt64>

  /// The rows of the files whose id an earlier row has.
  static func rows(in files: [PaymentEvidence.File]) throws -> Set<UInt32> {
    var ids = RepeatedIDs(files)
    return try ids.find()
  }

  private init(_ files: [PaymentEvidence.File]) {
    self.files = files
    evidence = PaymentEvidence(files)
    let rows = files.reduce(0) { $0 + $1.rows.count }
    var room = 64
    while room < rows * 2 { room *= 2 }
    slots = ContiguousArray(repeating: 0, count: room)
    hashes = ContiguousArray(repeating: 0, count: rows)
  }

  private mutating func find() throws -> Set<UInt32> {
    var repeated: Set<UInt32> = []
    var row = PaymentEvidence.Row()
    for file in files where file.columns[.paymentID] != nil {
      var window = FileWindow(file.source)
      for place in 0..<file.rows.count {
        let number = file.firstRow + UInt32(place)
        if case .inFile(let places, let separator, let quote) = file.rows {
          let text = RowText(separator: separator, quote: quote, columns: file.columns)
          try window.move(to: places[place].byte)
          if !window.with({ text.read($0, into: &row) }) { try evidence.read(number, into: &row) }
        } else {
          try evidence.read(number, into: &row)
        }
        if !row.id.isEmpty, try !insert(number, row.id) { repeated.insert(number) }
      }
    }
    return repeated
  }

  /// Whether no earlier row has the id.
  private mutating func insert(_ number: UInt32, _ id: ContiguousArray<UInt8>) throws -> Bool {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hashes[Int(number)] = hash
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let earlier = slots[slot] - 1
      if hashes[Int(earlier)] == hash {
        var row = PaymentEvidence.Row()
        try evidence.read(earlier, into: &row)
        if row.id == id { return false }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = number + 1
    return true
  }
}

/// A stretch of a file that moves forward with the rows asked for.
private struct FileWindow {
  private static let room = 1 << 20
  private static let margin = 1 << 12

  private let source: FileSource
  private var bytes = ContiguousArray<UInt8>(repeating: 0, count: FileWindow.room)
  private var start = 0
  private var count = 0
  private var at = 0

  init(_ source: FileSource) { self.source = source }

  /// Moves to a byte, so that a row of common length is whole behind it.
  mutating func move(to byte: Int) throws {
    if byte < start || byte + FileWindow.margin > start + count, start + count < source.length {
      start = byte
      count = try bytes.withUnsafeMutableBytes { try source.read(into: $0, at: byte) }
    }
    at = byte - start
  }

  func with<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[at..<count])) }
  }
}
