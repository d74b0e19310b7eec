/// The door through which a stage gets a file's bytes; it never sees a path.
public protocol ByteSource: AnyObject {
  /// The length in bytes, as it was when the source was opened.
  var length: Int { get }

  /// Fills the buffer from where the last call ended; returns how many bytes came, 0 at the end.
  ///
  /// Throws when the bytes cannot be had.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

  /// Fills the buffer from an offset, for evidence; returns how many bytes came.
  ///
  /// Throws when the bytes cannot be had, or the file is no longer the one that was opened.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int
}
