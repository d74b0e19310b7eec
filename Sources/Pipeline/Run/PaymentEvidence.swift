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
    let bytes: ContiguousArray<UInt32>
    let lines: ContiguousArray<UInt32>
  }

  /// What a row says of itself.
  struct Row {
    var id: ContiguousArray<UInt8> = []
    var nik = NIK.absent
    var location = SourceLocation(file: 0, line: 0)
  }

  private let files: [File]

  private let repeated: Set<UInt32>

  /// Evidence from open files; `repeated` are the rows whose id an earlier row has.
  init(_ files: [File], repeated: Set<UInt32> = []) {
    (self.files, self.repeated) = (files, repeated)
  }

  /// The numbers of all rows.
  var rows: Range<UInt32> {
    guard let last = files.last else { return 0..<0 }
    return 0..<last.firstRow + UInt32(last.bytes.count)
  }

  /// The row of a number over all contribution files.
  func row(_ number: UInt32) throws -> Row {
    guard let file = files.last(where: { $0.firstRow <= number }) else {
      throw RunError.internalFault("a payment row lies in one of the files")
    }
    let place = Int(number - file.firstRow)
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: 4096)
    let start = Int(file.bytes[place])
    var count = try buffer.withUnsafeMutableBytes { try file.source.read(into: $0, at: start) }
    if count == buffer.count, !buffer.contains(0x0a) {
      buffer = ContiguousArray(repeating: 0, count: 1 << 20)
      count = try buffer.withUnsafeMutableBytes { try file.source.read(into: $0, at: start) }
    }
    buffer.removeLast(buffer.count - count)
    let cells = RowText.cells(of: buffer, separator: file.separator)
    var row = Row()
    row.location = SourceLocation(file: file.file, line: file.lines[place])
    if let cell = file.columns[.paymentID], cell < cells.count { row.id = cells[cell] }
    if let cell = file.columns[.nik], cell < cells.count {
      let text = cells[cell]
      row.nik = NIK(parsing: text.span)
    }
    return row
  }

  func write(keyOf row: UInt32, to text: inout ContiguousArray<UInt8>) throws {
    text.append(contentsOf: key(of: try self.row(row), number: row))
  }

  /// The key of a row that was read: its own id, else `FILE:LINE`.
  func key(of row: Row, number: UInt32) -> ContiguousArray<UInt8> {
    guard row.id.isEmpty || repeated.contains(number) else { return row.id }
    return ContiguousArray("\(name(row.location.file)):\(row.location.line)".utf8)
  }

  private func name(_ file: FileID) -> String { files.first { $0.file == file }?.name ?? "" }
}

/// One row of separated text, split again for evidence.
enum RowText {
  /// The cells of the row that the bytes start with, unquoted and trimmed.
  static func cells(
    of bytes: ContiguousArray<UInt8>, separator: UInt8
  ) -> [ContiguousArray<UInt8>] {
    var cells: [ContiguousArray<UInt8>] = []
    var cell: ContiguousArray<UInt8> = []
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == separator || byte == 0x0a {
        cells.append(trimmed(cell))
        cell = []
        if byte == 0x0a { return cells }
      } else {
        cell.append(byte)
      }
    }
    cells.append(trimmed(cell))
    return cells
  }

  private static func trimmed(_ cell: ContiguousArray<UInt8>) -> ContiguousArray<UInt8> {
    ContiguousArray(cell[Bytes.trimmed(cell.span)])
  }
}
