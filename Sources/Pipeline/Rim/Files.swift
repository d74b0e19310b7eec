import Glibc

/// The few calls of the system that are made with files and folders.
enum Files {
  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// All bytes of a small file; `shown` names it in messages.
  static func contents(_ path: String, shown: String) throws(RunError) -> [UInt8] {
    let descriptor = try openToRead(path, shown: shown)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .inputOutput(what: shown, why: reason(errno)) }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  /// A descriptor of a regular file.
  static func openToRead(_ path: String, shown: String) throws(RunError) -> Int32 {
    let shown = Paths.shown(shown)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw cannotRead(shown, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .inputOutput(what: shown, why: reason(code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
      throw .unusableFile(name: shown, why: "expected a file, found \(kind). Name a file.")
    }
    return descriptor
  }

  private static func cannotRead(_ shown: String, _ code: Int32) -> RunError {
    switch code {
    case ENOENT, ENOTDIR:
      .noInput(file: shown, why: "there is no such file. Check its name and folder.")
    case EACCES, EPERM:
      .permission(what: shown, why: "the file may not be read. Give this user the right to.")
    default: .inputOutput(what: shown, why: reason(code))
    }
  }

  /// Makes a folder with its parents; one that is there is fine.
  static func makeFolder(_ path: String, shown: String) throws(RunError) {
    if mkdir(path, 0o700) == 0 { return }
    switch errno {
    case EEXIST where isFolder(path): return
    case EEXIST, ENOTDIR:
      throw .cannotCreate(what: shown, why: "a file stands where the folder should be.")
    case ENOENT where Paths.folder(of: path) != path && path.contains("/"):
      try makeFolder(Paths.folder(of: path), shown: shown)
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw cannotWrite(shown, errno) }
    default: throw cannotWrite(shown, errno)
    }
  }

  /// The error for an output that cannot be made or written.
  static func cannotWrite(_ shown: String, _ code: Int32) -> RunError {
    switch code {
    case EACCES, EPERM, EROFS:
      .permission(what: shown, why: "may not be written (\(reason(code))).")
    case ENOSPC, EDQUOT, EFBIG, EIO:
      .inputOutput(what: shown, why: "\(reason(code)). Make room and run again.")
    default: .cannotCreate(what: shown, why: "\(reason(code)).")
    }
  }

  /// Writes a file beside its place and puts it there at once, in place of one that is there.
  static func replace(
    _ path: String, shown: String, _ write: (OutputFile) throws -> Void
  ) throws {
    let draft = "\(path).part"
    remove(draft)
    do {
      let file = try OutputFile(path: draft, shown: shown)
      try write(file)
      _ = try file.close()
      if rename(draft, path) != 0 { throw cannotWrite(shown, errno) }
    } catch {
      remove(draft)
      throw error
    }
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no order; none where it cannot be listed.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file, or a folder with all in it; links are not followed.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  /// Makes a folder's entries durable.
  static func syncFolder(_ path: String, shown: String) throws(RunError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotWrite(shown, errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw .inputOutput(what: shown, why: reason(errno)) }
  }
}
