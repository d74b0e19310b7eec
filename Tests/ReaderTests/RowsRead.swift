import Domain
import Reader
import TestSupport

/// All that a file's rows gave: cells, issues as `code line:column@byte`, rows left out.
struct RowsRead: Equatable {
  var rows: [[String]] = []
  var lines: [UInt32] = []
  var bytes: [Int] = []
  var issues: [String] = []
  var skipped: [String] = []
  var encoding = ""
  var separator: UInt8?
  var quote: UInt8?
  var lineEnd: String?
  var headerLine: UInt32 = 0
  var kind: InputKind?

  init(
    _ source: any ByteSource, kind: InputKind? = nil, _ options: InputOptions = InputOptions()
  ) throws {
    var reader = try openRows(source, kind: kind, options: options)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      for row in batch.rows {
        rows.append(Self.cells(row, batch))
        lines.append(row.line)
        bytes.append(batch.fileOffset + Int(row.byte))
      }
      issues += batch.faults.map { "\($0.reason.rawValue) \($0.line):\($0.column)@\($0.byte)" }
      skipped += batch.skipped.map { "\($0.kind.rawValue) \($0.row.line)" }
    }
    let detected = reader.detected
    (encoding, separator, quote) = (detected.encoding, detected.separator, detected.quote)
    (lineEnd, headerLine) = (detected.lineEnd, detected.headerLine)
    self.kind = reader.header?.kind
  }

  init(_ text: String, kind: InputKind? = nil, _ options: InputOptions = InputOptions()) throws {
    try self.init(PieceSource(Array(text.utf8)), kind: kind, options)
  }

  private static func cells(_ row: RecordBatch.Row, _ batch: RecordBatch) -> [String] {
    (0..<max(Int(row.count), batch.width)).map {
      String(decoding: batch.bytes[batch.range(row, $0)], as: UTF8.self)
    }
  }
}

extension InputOptions {
  /// Options changed from those that leave all to detection.
  static func with(_ change: (inout InputOptions) -> Void) -> InputOptions {
    var options = InputOptions()
    change(&options)
    return options
  }
}
