import Domain
import Reader
import TestSupport

/// All that a reader gave.
struct Reading: Equatable {
  struct Row: Equatable {
    var cells: [String]
    var line: UInt32
    var byte: Int
  }

  struct Fault: Equatable {
    var reason: Reject.Reason
    var line: UInt32
    var column: UInt32
    var byte: Int
  }

  var rows: [Row] = []
  var faults: [Fault] = []
  var rowsRead = 0
  var columns: ColumnMap = [:]

  init(_ source: any ByteSource, _ kind: InputKind, _ options: InputOptions) throws {
    var reader = try openReader(source, kind: kind, options: options)
    columns = reader.columns
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      for row in batch.rows {
        let cells = batch.fields[Int(row.first)..<Int(row.first + row.count)].map { field in
          String(decoding: batch.bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
        }
        rows.append(Row(cells: cells, line: row.line, byte: batch.fileOffset + Int(row.byte)))
      }
      faults += batch.faults.map {
        Fault(reason: $0.reason, line: $0.line, column: $0.column, byte: $0.byte)
      }
    }
    rowsRead = reader.rowsRead
  }

  init(
    _ text: String, _ kind: InputKind = .contributions, options: InputOptions = InputOptions()
  ) throws {
    try self.init(PieceSource(Array(text.utf8)), kind, options)
  }

  /// The reason and line of each fault.
  var faultLines: [String] { faults.map { "\($0.reason.rawValue) \($0.line)" } }

  /// The cell of a column in a row.
  func cell(_ row: Int, _ column: Column) -> String? {
    columns[column].map { rows[row].cells[$0] }
  }
}
