internal import Domain

/// Reads payment rows again from their open files: the few that a report names.
final class PaymentEvidence: PaymentKeys, Sendable {
  /// One contribution file and where its rows stand.
  struct File: @unchecked Sendable {
    // Only positioned reads are made here, and the descriptor stays open: no state is shared.
    let source: FileSource
    let file: FileID
    let name: String
    let firstRow: UInt32
    let separator: UInt8
    let columns: ColumnMap
    let places: RowPlaces
  }

  /// What a row says of itself; it keeps its room from one row to the next.
  struct Row {
    /// The payment's own id; empty where it states none.
    var id: ContiguousArray<UInt8> = []
    /// Whose payment it is.
    var nik = NIK.absent
    /// Where it stands.
    var location = SourceLocation(file: 0, line: 0)
    fileprivate var cell: ContiguousArray<UInt8> = []
  }

  private let files: [File]
  private let repeated: Set<UInt32>
  let areInRowOrder: Bool

  /// Evidence from open files; `repeated` are the rows whose id an earlier row has.
  init(_ files: [File], repeated: Set<UInt32> = [], areInRowOrder: Bool = false) {
    (self.files, self.repeated, self.areInRowOrder) = (files, repeated, areInRowOrder)
  }

  /// Reads the row of a number over all contribution files.
  ///
  /// Throws when its bytes cannot be had.
  func read(_ number: UInt32, into row: inout Row) throws {
    guard let file = files.last(where: { $0.firstRow <= number }) else {
      throw RunError.internalFault("a payment row lies in one of the files")
    }
    let (byte, line) = file.places[Int(number - file.firstRow)]
    row.location = SourceLocation(file: file.file, line: line)
    // Most rows are short; one that is not is read once more with more room.
    for room in [512, 1 << 20] {
      let isWhole = try withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
        let count = try file.source.read(into: buffer, at: byte)
        let text = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        return RowText.read(text, file, into: &row) || count < room
      }
      if isWhole { return }
    }
  }

  func write(keyOf number: UInt32, to text: inout ContiguousArray<UInt8>) throws {
    var row = Row()
    try read(number, into: &row)
    write(keyOf: row, number, to: &text)
  }

  /// Appends the key of a row that was read: its own id, else `FILE:LINE`.
  func write(keyOf row: Row, _ number: UInt32, to text: inout ContiguousArray<UInt8>) {
    if !row.id.isEmpty, repeated.isEmpty || !repeated.contains(number) {
      text.append(contentsOf: row.id)
    } else {
      let name = files.first { $0.file == row.location.file }?.name ?? ""
      text.append(contentsOf: "\(name):\(row.location.line)".utf8)
    }
  }
}

/// One row of separated text, split again for evidence.
enum RowText {
  /// Reads id and NIK of the row that the bytes start with; false where it does not end in them.
  static func read(
    _ bytes: UnsafeRawBufferPointer, _ file: PaymentEvidence.File,
    into row: inout PaymentEvidence.Row
  ) -> Bool {
    let wanted = (file.columns.cell(.paymentID), file.columns.cell(.nik))
    row.id.removeAll(keepingCapacity: true)
    row.nik = .absent
    var (cell, isQuoted, afterQuote) = (0, false, false)
    row.cell.removeAll(keepingCapacity: true)
    for byte in bytes {
      if byte == 0x22 {
        // A quote behind a closing one stands for itself.
        if afterQuote { row.cell.append(byte) }
        afterQuote = isQuoted
        isQuoted.toggle()
        continue
      }
      afterQuote = false
      guard !isQuoted, byte == file.separator || byte == 0x0a || byte == 0x0d else {
        row.cell.append(byte)
        continue
      }
      take(cell, wanted, &row)
      if byte != file.separator || cell >= max(wanted.0, wanted.1) { return true }
      cell += 1
    }
    take(cell, wanted, &row)
    return false
  }

  private static func take(
    _ cell: Int, _ wanted: (id: Int, nik: Int), _ row: inout PaymentEvidence.Row
  ) {
    if cell == wanted.id {
      row.id.append(contentsOf: row.cell[Bytes.trimmed(row.cell.span)])
    } else if cell == wanted.nik {
      row.nik = NIK(parsing: row.cell.span)
    }
    row.cell.removeAll(keepingCapacity: true)
  }
}
