import Domain
import Glibc
import Reader
import Validator

/// Reads one file as a run would and says how many rows and cells it had; for the benchmark.
///
///     reader-bench split|typed KIND FILE
@main struct ReaderBench {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 4,
      let kind = InputKind.allCases.first(where: { $0.name == words[2] })
    else {
      print("reader-bench split|typed KIND FILE")
      exit(64)
    }
    let reading = Reading(kind: kind, path: words[3])
    do {
      print(words[1] == "typed" ? try reading.typed() : try reading.split())
    } catch {
      print("cannot be read: \(error)")
      exit(65)
    }
  }
}

/// A file to be read.
struct Reading {
  let kind: InputKind
  let path: String

  /// Cuts all rows into cells and counts them.
  func split() throws -> String {
    var reader = try openReader(OpenFile(path), kind: kind, options: InputOptions())
    var batch = RecordBatch()
    var (rows, faults, bytes) = (0, 0, 0)
    while try reader.next(into: &batch) {
      rows += batch.rows.count
      faults += batch.faults.count
      for field in batch.fields { bytes &+= Int(field.end &- field.start) }
    }
    return "\(rows) rows, \(faults) faults, \(bytes) bytes in cells"
  }

  /// Makes records of all rows: ids, dates and amounts are typed.
  func typed() throws -> String {
    var reader = try openReader(OpenFile(path), kind: kind, options: InputOptions())
    var records = RunRecords()
    let settings = InputSettings(
      file: 0, columns: reader.columns, dates: .dayFirst, amounts: .detect,
      fund: records.funds.intern(ContiguousArray<UInt8>().span))
    var batch = RecordBatch()
    if kind == .contributions {
      var checker = ContributionChecker(settings, firstRow: 0)
      while try reader.next(into: &batch) { checker.add(batch, to: &records) }
      return said(checker.tally)
    }
    var checker = RecordChecker(kind, settings)
    while try reader.next(into: &batch) { checker.add(batch, to: &records) }
    return said(checker.tally)
  }

  private func said(_ tally: FileTally) -> String {
    "\(tally.accepted.rows) rows, \(tally.rejected.rows) rejected, \(tally.accepted.amount.rupiah)"
  }
}

/// The bytes of a file, unhashed.
final class OpenFile: ByteSource {
  struct Failed: Error {}

  let length: Int
  private let descriptor: CInt

  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Failed() }
    length = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw Failed() }
    return count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    guard count >= 0 else { throw Failed() }
    return count
  }
}
