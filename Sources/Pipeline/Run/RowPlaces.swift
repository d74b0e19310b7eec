/// Where each row of a file starts: two bytes a row, and a mark with byte and line every 256 rows.
///
/// A row further than 64 KiB from the one before it, and lines that do not follow one another, are
/// kept beside: they are few in any file an office sends.
struct RowPlaces: Sendable {
  private struct Mark {
    let byte: Int
    let line: UInt32
  }

  private static let stride = 256
  private static let far = UInt16.max

  private var marks: ContiguousArray<Mark> = []
  /// How far each row starts from the one before; `far` where it is in `distances`.
  private var steps: ContiguousArray<UInt16> = []
  private var distances: [Int: Int] = [:]
  /// How many lines more than one lie between a row and the one before, where there are any.
  private var extraLines: [Int: UInt32] = [:]
  private var last = Mark(byte: 0, line: 0)

  /// How many rows there are.
  var count: Int { steps.count }

  /// Makes room for as many rows.
  mutating func reserve(_ rows: Int) {
    steps.reserveCapacity(rows)
    marks.reserveCapacity(rows / RowPlaces.stride + 1)
  }

  /// Adds the next row, which starts behind the last one.
  @inline(__always)
  mutating func add(byte: Int, line: UInt32) {
    if steps.count % RowPlaces.stride == 0 { marks.append(Mark(byte: byte, line: line)) }
    let distance = byte - last.byte
    if distance >= Int(RowPlaces.far) { distances[steps.count] = distance }
    if line != last.line &+ 1, !steps.isEmpty { extraLines[steps.count] = line - last.line - 1 }
    steps.append(UInt16(min(distance, Int(RowPlaces.far))))
    last = Mark(byte: byte, line: line)
  }

  /// The first byte and the line of a row.
  subscript(_ row: Int) -> (byte: Int, line: UInt32) {
    let block = row / RowPlaces.stride
    var (byte, line) = (marks[block].byte, marks[block].line)
    let start = block * RowPlaces.stride + 1
    guard start <= row else { return (byte, line) }
    for i in start...row {
      byte += steps[i] < RowPlaces.far ? Int(steps[i]) : distances[i] ?? 0
    }
    line += UInt32(row - start + 1)
    if !extraLines.isEmpty { for i in start...row { line += extraLines[i] ?? 0 } }
    return (byte, line)
  }
}
