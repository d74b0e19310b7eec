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
    let columns: ColumnMap
    let rows: Rows
  }

  /// How a file's rows are had again.
  enum Rows: Sendable {
    /// Read again from where they stand, cut as the file is.
    case inFile(RowPlaces, separator: UInt8, quote: UInt8)
    /// Kept, for a file whose rows cannot be read one by one.
    case kept(KeptRows)

    /// How many rows there are.
    var count: Int {
      switch self {
      case .inFile(let places, _, _): places.count
      case .kept(let rows): rows.count
      }
    }
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
    let place = Int(number - file.firstRow)
    switch file.rows {
    case .kept(let rows): rows.read(place, file.file, into: &row)
    case .inFile(let places, let separator, let quote):
      let (byte, line) = places[place]
      row.location = SourceLocation(file: file.file, line: line)
      let text = RowText(separator: separator, quote: quote, columns: file.columns)
      try read(file.source, at: byte, text, into: &row)
    }
  }

  /// Most rows are short; one that is not is read once more with more room.
  private func read(
    _ source: FileSource, at byte: Int, _ text: RowText, into row: inout Row
  ) throws {
    for room in [512, 1 << 20] {
      let isWhole = try withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
        let count = try source.read(into: buffer, at: byte)
        return text.read(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &row)
          || count < room
      }
      if isWhole { return }
    }
  }

  /// Where the row of a number stands; reads nothing.
  func location(of number: UInt32) -> SourceLocation? {
    guard let file = files.last(where: { $0.firstRow <= number }) else { return nil }
    let place = Int(number - file.firstRow)
    switch file.rows {
    case .kept(let rows): return SourceLocation(file: file.file, line: rows.line(place))
    case .inFile(let places, _, _):
      return SourceLocation(file: file.file, line: places[place].line)
    }
  }

  func key(of number: UInt32) throws -> PaymentKey {
    var row = Row()
    try read(number, into: &row)
    return key(of: row, number)
  }

  /// The key of a row that was read: its own id, else file and line.
  ///
  /// An id that repeats the row's NIK is none: keys stand in clear in outputs.
  func key(of row: Row, _ number: UInt32) -> PaymentKey {
    let isOwn = row.nik.isPresent ? NIK(parsing: row.id.span) != row.nik : true
    if !row.id.isEmpty, isOwn, repeated.isEmpty || !repeated.contains(number) {
      return PaymentKey(row.id)
    }
    let name = files.first { $0.file == row.location.file }?.name ?? ""
    return PaymentKey(ContiguousArray(name.utf8), at: row.location)
  }
}

/// How one row of separated text is cut again for evidence.
struct RowText {
  let separator: UInt8
  let quote: UInt8
  let columns: ColumnMap

  /// Reads id and NIK of the row that the bytes start with; false where it does not end in them.
  func read(_ bytes: UnsafeRawBufferPointer, into row: inout PaymentEvidence.Row) -> Bool {
    let wanted = (columns.cell(.paymentID), columns.cell(.nik))
    row.id.removeAll(keepingCapacity: true)
    row.nik = .absent
    var (cell, isQuoted, afterQuote) = (0, false, false)
    row.cell.removeAll(keepingCapacity: true)
    for byte in bytes {
      if byte == quote {
        // A quote behind a closing one stands for itself.
        if afterQuote { row.cell.append(byte) }
        afterQuote = isQuoted
        isQuoted.toggle()
        continue
      }
      afterQuote = false
      guard !isQuoted, byte == separator || byte == 0x0a || byte == 0x0d else {
        row.cell.append(byte)
        continue
      }
      take(cell, wanted, &row)
      if byte != separator || cell >= max(wanted.0, wanted.1) { return true }
      cell += 1
    }
    take(cell, wanted, &row)
    return false
  }

  private func take(
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
