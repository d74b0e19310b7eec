// The libFuzzer target of Reader; Scripts/fuzz builds it, the package does not.
import Domain
import Reader

#if canImport(Glibc)
  import Glibc
#endif

/// A source of some bytes in pieces of a length.
final class PieceSource: ByteSource {
  private let bytes: [UInt8]
  private let piece: Int
  private var place = 0

  init(_ bytes: [UInt8], piece: Int) { (self.bytes, self.piece) = (bytes, piece) }

  var length: Int { bytes.count }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, piece, bytes.count - place)
    buffer.copyBytes(from: bytes[place..<place + count])
    place += count
    return count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    let count = max(0, min(buffer.count, bytes.count - offset))
    buffer.copyBytes(from: bytes[min(offset, bytes.count)..<min(offset, bytes.count) + count])
    return count
  }
}

/// What is read, so that mutants stay with one reader.
private let format = getenv("REKON_FUZZ").flatMap { InputFormat(rawValue: String(cString: $0)) }

/// Reads all rows of a kind, however large the pieces, and walks over every cell.
private func readRecords(_ bytes: [UInt8], _ kind: InputKind, piece: Int) -> UInt64 {
  var options = InputOptions()
  options.format = format
  var sum: UInt64 = 0
  do {
    var reader = try openReader(
      PieceSource(bytes, piece: piece), kind: kind, options: options)
    var batch = RecordBatch()
    while try reader.next(into: &batch) { sum &+= walk(batch) }
  } catch {}
  return sum
}

/// Looks at all that a batch holds: a range outside its bytes traps.
private func walk(_ batch: RecordBatch) -> UInt64 {
  var sum = UInt64(batch.faults.count)
  for row in batch.rows {
    for cell in 0..<Int(row.count) {
      let field = batch.field(row, cell)
      for byte in batch.bytes[Int(field.start)..<Int(field.end)] { sum = sum &* 31 &+ UInt64(byte) }
    }
    sum = sum &* 31 &+ UInt64(row.line)
  }
  return sum
}

/// Reads all rows as inspect shows them.
private func readRows(_ bytes: [UInt8], piece: Int) -> UInt64 {
  var options = InputOptions()
  options.format = format
  var sum: UInt64 = 0
  do {
    var reader = try openRows(PieceSource(bytes, piece: piece), options: options)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      sum &+= walk(batch)
      guard let named = reader as? any NamedRowReader else { continue }
      precondition(named.recordNames.count == batch.rows.count, "a row has no name")
      for name in named.cellNames { sum = sum &* 31 &+ UInt64(named.names[Int(name)].utf8.count) }
    }
  } catch {}
  return sum
}

/// However a source cuts its bytes, the rows are the same.
private func readInPieces(_ read: (_ piece: Int) -> UInt64) {
  precondition(read(Int.max) == read(7), "pieces change the rows")
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch format?.rawValue {
  case "xlsx":
    if !bytes.starts(with: [0x50, 0x4b]) { bytes = StoredWorkbook.pack(bytes) }
    _ = readRows(bytes, piece: Int.max)
    _ = readRecords(bytes, .contributions, piece: Int.max)
  case "xml":
    readInPieces { readRecords(bytes, .memberships, piece: $0) }
    readInPieces { readRows(bytes, piece: $0) }
  case "camt053":
    readInPieces { readRecords(bytes, .bank, piece: $0) }
    readInPieces { readRows(bytes, piece: $0) }
  default:
    _ = readRows(bytes, piece: 7)
    readInPieces { readRecords(bytes, .contributions, piece: $0) }
  }
  return 0
}
