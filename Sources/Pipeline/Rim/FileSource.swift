public import Domain
import Glibc

/// An input file's bytes, hashed as they are read; for one thread.
public final class FileSource: ByteSource {
  /// The length in bytes, as it was when the file was opened.
  public let length: Int
  /// The name in messages and outputs.
  public let name: String
  private let descriptor: Int32
  private let opened: Identity
  private var offset = 0
  private let isHashed: Bool
  private var hash = SHA256()

  /// What tells one state of a file from another.
  private struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t
    let size: off_t
    let seconds: Int
    let nanoseconds: Int

    init?(_ descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      (device, inode, size) = (status.st_dev, status.st_ino, status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  /// Opens a file that is there, regular and not empty; one that is only looked at is not hashed.
  ///
  /// Throws a `RunError` that names it otherwise.
  public init(path: String, name: String, isLook: Bool = false) throws(RunError) {
    let descriptor = try Files.openToRead(path, shown: name)
    guard let opened = Identity(descriptor), opened.size > 0 || isLook else {
      close(descriptor)
      throw .unusableFile(
        name: Paths.shown(name), why: "expected rows, found an empty file. Ask for it again.")
    }
    (self.descriptor, self.opened, self.name) = (descriptor, opened, Paths.shown(name))
    isHashed = !isLook
    length = Int(opened.size)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// Fills the buffer from where the last call ended, and hashes it; returns the count of bytes.
  ///
  /// Throws a `RunError` when the bytes cannot be had.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try transfer(into: buffer, at: offset)
    if isHashed { hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    offset += count
    return count
  }

  /// Fills the buffer from an offset, for evidence; returns the count of bytes.
  ///
  /// Whether the file is still the one that was opened is asked by `verifyUnchanged`.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    try transfer(into: buffer, at: offset)
  }

  private func transfer(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(RunError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .inputOutput(what: name, why: Files.reason(errno)) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Throws where the file is no longer the one that was opened.
  public func verifyUnchanged() throws(RunError) {
    guard Identity(descriptor) == opened else { throw .fileChanged(name: name) }
  }

  /// Reads what is left and returns the hash of all bytes with their count.
  ///
  /// Throws where the file changed since it was opened.
  public func finish() throws -> (sha256: Digest, bytes: Int) {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { buffer in
      while try read(into: buffer) > 0 {}
    }
    try verifyUnchanged()
    guard offset == length else { throw RunError.fileChanged(name: name) }
    return (hash.finish(), offset)
  }
}
