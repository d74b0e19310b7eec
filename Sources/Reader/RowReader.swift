public import Domain

/// A file's rows as they stand, the header a row like any other.
public protocol RowReader {
  /// What was found out about the file.
  var detected: DetectedInput { get }
  /// The names of its sheets, in order; empty for a file that has none.
  var sheets: [String] { get }
  /// Fills the batch with the next rows and faults of one sheet; false when there are no more.
  ///
  /// Throws when the file is unusable as a whole.
  mutating func next(into batch: inout RecordBatch) throws(ReadError) -> Bool
}
