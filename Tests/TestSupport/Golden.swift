public import Foundation

/// How bytes compare with a committed file.
public enum Golden {
  case same, different
  /// `RECORD_GOLDEN=1` was set: the bytes stand in the file now, and the test is to fail.
  case recorded

  /// Compares bytes with a file, or records them.
  public init(_ bytes: some Sequence<UInt8>, _ file: URL) throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      self = .recorded
    } else {
      self = try Data(contentsOf: file).elementsEqual(bytes) ? .same : .different
    }
  }
}
