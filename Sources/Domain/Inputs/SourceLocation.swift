/// A file's place in the run's list of inputs.
public typealias FileID = UInt16

/// Where a record stood: `line` is the physical line, from 1; in a workbook the row of its sheet.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The input file.
  public let file: FileID
  /// What tells places of one line apart: the sheet's number in its workbook, from 1, or the row's
  /// number on its line; zero for the first sheet that was read and the first row of a line.
  public let part: UInt16
  /// The physical line, from 1.
  public let line: UInt32

  /// A line of a file.
  @inlinable public init(file: FileID, part: UInt16 = 0, line: UInt32) {
    (self.file, self.part, self.line) = (file, part, line)
  }

  /// By file, part and line.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  /// A number in whose order places stand.
  @inlinable public var order: UInt64 {
    UInt64(file) << 48 | UInt64(part) << 32 | UInt64(line)
  }
}

/// Numbers what shares a line in a file: the sheets of a workbook, the rows of a document's line.
public struct PartNumbers: Sendable {
  private var firstSheet: Int?
  private var sheet: UInt16 = 0
  private var line: UInt32 = 0
  private var rowsOnLine = 0
  /// The numbers of the batch's rows that are not the first of their line, by their first cells.
  private var numbers: [UInt32: UInt16] = [:]

  /// Nothing seen; `firstSheet` has no number, else the first sheet that is read.
  public init(firstSheet: Int? = nil) { self.firstSheet = firstSheet }

  /// Takes the next batch of a file.
  public mutating func see(_ batch: borrowing RecordBatch) {
    let first = firstSheet ?? batch.sheet
    firstSheet = first
    sheet = batch.sheet == first ? 0 : UInt16(clamping: batch.sheet + 1)
    if !numbers.isEmpty { numbers.removeAll(keepingCapacity: true) }
    // Rows of a text file have each a line of its own.
    guard batch.holdsCopies, batch.sheet == 0 else { return }
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      rowsOnLine = row.line == line ? rowsOnLine + 1 : 1
      line = row.line
      if rowsOnLine > 1 { numbers[row.first] = UInt16(clamping: rowsOnLine) }
    }
  }

  /// The number of a row of the batch.
  public func number(of row: RecordBatch.Row) -> UInt16 {
    numbers.isEmpty ? sheet : numbers[row.first] ?? sheet
  }

  /// The number of what is no row of the batch.
  public var ofOthers: UInt16 { sheet }
}
