/// A file's place in the run's list of inputs.
public typealias FileID = UInt16

/// Where a record stood: `line` is the physical line, from 1; in a workbook the row of its sheet.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The input file.
  public let file: FileID
  /// The sheet's number in its workbook, from 1; zero for the first one that was read.
  public let sheet: UInt16
  /// The physical line, from 1.
  public let line: UInt32

  /// A line of a file.
  @inlinable public init(file: FileID, sheet: UInt16 = 0, line: UInt32) {
    (self.file, self.sheet, self.line) = (file, sheet, line)
  }

  /// By file, sheet and line.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  /// A number in whose order places stand.
  @inlinable public var order: UInt64 {
    UInt64(file) << 48 | UInt64(sheet) << 32 | UInt64(line)
  }
}

/// Numbers the sheets of a file while its batches come, so that lines of two are told apart.
public struct SheetNumber: Sendable {
  private var first: Int?
  /// The number of the sheet at hand; zero for the first one.
  public private(set) var number: UInt16 = 0

  /// No sheet seen.
  public init() {}

  /// Takes the sheet of the next batch.
  public mutating func see(_ batch: borrowing RecordBatch) {
    let first = self.first ?? batch.sheet
    self.first = first
    number = batch.sheet == first ? 0 : UInt16(clamping: batch.sheet + 1)
  }
}
