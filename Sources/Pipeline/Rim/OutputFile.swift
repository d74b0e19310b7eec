import Glibc

/// A file being written: new, 0600, hashed as it is written, durable once closed.
public final class OutputFile {
  private let descriptor: Int32
  private let shown: String
  private var hash = SHA256()
  private var bytes = 0
  private var isOpen = true

  /// Makes a file that must not be there yet.
  ///
  /// Throws a `RunError` where it cannot.
  init(path: String, shown: String) throws(RunError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    self.shown = shown
    if descriptor < 0 { throw Files.cannotWrite(shown, errno) }
  }

  deinit { if isOpen { Glibc.close(descriptor) } }

  /// Writes bytes behind the last ones.
  ///
  /// Throws a `RunError` where the disk does not take them.
  public func append(_ buffer: UnsafeRawBufferPointer) throws(RunError) {
    var done = 0
    while done < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Files.cannotWrite(shown, errno) }
      done += count
    }
    hash.update(buffer)
    bytes += buffer.count
  }

  /// Makes the file durable and returns its hash and length.
  ///
  /// Throws a `RunError` where the disk does not confirm it; that is not tried again.
  public func close() throws(RunError) -> (sha256: Digest, bytes: Int) {
    precondition(isOpen, "an output file is closed once")
    isOpen = false
    let isSafe = fsync(descriptor) == 0
    let code = errno
    guard Glibc.close(descriptor) == 0, isSafe else {
      throw .inputOutput(what: shown, why: Files.reason(isSafe ? errno : code))
    }
    return (hash.finish(), bytes)
  }
}
