/// A file's place in the run's list of inputs.
public typealias FileID = UInt16

/// Where a record stood: `line` is the physical line, from 1.
public struct SourceLocation: Hashable, Sendable {
  /// The input file.
  public let file: FileID
  /// The physical line, from 1.
  public let line: UInt32

  /// A line of a file.
  @inlinable public init(file: FileID, line: UInt32) { (self.file, self.line) = (file, line) }
}
