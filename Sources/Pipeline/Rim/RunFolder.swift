public import Domain
import Glibc

/// The output folder of one run: locked, filled aside, and published by one rename.
///
/// Nothing that was published before is touched; a run that dies leaves a staging folder that
/// the next run removes.
public final class RunFolder {
  /// One written file.
  public struct Output: Sendable {
    /// The name in the run's folder.
    public let file: String
    /// The hash of its bytes.
    public let sha256: Digest
    /// How many bytes it has.
    public let bytes: Int
  }

  /// The run's number in its period.
  public let number: Int
  /// The period's folder, as `2024-06` or `2023-01_2024-06`.
  public let label: String
  /// The files written so far, by name in byte order.
  public var outputs: [Output] {
    written.sorted { Array($0.file.utf8).lexicographicallyPrecedes(Array($1.file.utf8)) }
  }

  private let out: String
  private let lock: Int32
  private let staging: String
  private var written: [Output] = []
  private var folders: Set<String> = []
  private var isPublished = false

  /// A period's folder name.
  public static func label(of period: Period) -> String {
    let (from, to) = (period.from.written, period.to.written)
    return from == to ? from : "\(from)_\(to)"
  }

  /// Locks the output folder and makes a staging folder in it.
  ///
  /// Throws a `RunError` where another run holds it or it cannot be written.
  public init(out: String, label: String) throws(RunError) {
    let out = Paths.trimmed(out)
    let shown = Paths.shown(Paths.baseName(out))
    try Files.makeFolder(out, shown: shown)
    lock = try Self.lock("\(out)/.lock", shown: shown)
    (self.out, self.label) = (out, label)
    staging = "\(out)/.staging-\(getpid())"
    number = (Files.names(in: "\(out)/\(label)").compactMap(Int.init).max() ?? 0) + 1
    do {
      try Self.prepare(out, staging: staging, shown: shown)
    } catch {
      close(lock)
      throw error
    }
  }

  deinit {
    if !isPublished { Files.remove(staging) }
    close(lock)
  }

  /// The kernel's lock: it dies with the process, whatever the file says.
  private static func lock(_ path: String, shown: String) throws(RunError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Files.cannotWrite(shown, errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    let code = errno
    close(descriptor)
    if code == EWOULDBLOCK { throw .locked(what: shown) }
    throw .inputOutput(what: shown, why: "the folder cannot be locked: \(Files.reason(code))")
  }

  private static func prepare(_ out: String, staging: String, shown: String) throws(RunError) {
    for name in Files.names(in: out)
    where name.hasPrefix(".staging-") || name.hasPrefix(".latest-") {
      Files.remove("\(out)/\(name)")
    }
    var status = stat()
    if lstat("\(out)/latest", &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
      throw .cannotCreate(
        what: "\(shown)/latest",
        why: "expected a link or nothing, found something else. Move it away.")
    }
    if mkdir(staging, 0o700) != 0 { throw Files.cannotWrite(shown, errno) }
  }

  /// Writes a whole file; a name may have one folder, as `rejects/iuran.csv`.
  ///
  /// Throws a `RunError` where the disk does not take it.
  public func write(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(RunError) {
    let file = try create(name)
    try file.append(bytes)
    try finish(file, as: name)
  }

  /// Writes a whole file.
  ///
  /// Throws a `RunError` where the disk does not take it.
  public func write(_ name: String, _ bytes: [UInt8]) throws(RunError) {
    try bytes.span.withUnsafeBytes { bytes throws(RunError) in try write(name, bytes) }
  }

  /// Writes a whole file of text.
  ///
  /// Throws a `RunError` where the disk does not take it.
  public func write(_ name: String, _ text: String) throws(RunError) {
    try write(name, Array(text.utf8))
  }

  /// Makes a file to be written piece by piece; `finish` ends it.
  ///
  /// Throws a `RunError` where it cannot be made.
  public func create(_ name: String) throws(RunError) -> OutputFile {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw .internalFault("an output's name leads out of its folder")
    }
    if parts.count > 1 {
      let folder = parts.dropLast().joined(separator: "/")
      try Files.makeFolder("\(staging)/\(folder)", shown: folder)
      folders.insert(folder)
    }
    return try OutputFile(path: "\(staging)/\(name)", shown: Paths.shown(name))
  }

  /// Ends a file that was written piece by piece.
  ///
  /// Throws a `RunError` where the disk does not confirm it.
  public func finish(_ file: OutputFile, as name: String) throws(RunError) {
    let (sha256, bytes) = try file.close()
    written.append(Output(file: name, sha256: sha256, bytes: bytes))
  }

  /// What `sha256sum -c` takes, for the files written so far.
  public var checksums: String {
    outputs.map { output in
      let name = output.file.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      return "\(name == output.file ? "" : "\\")\(output.sha256.hex)  \(name)\n"
    }.joined()
  }

  /// Publishes the run by one rename, points `latest` to it, and returns its folder.
  ///
  /// Throws a `RunError` where it cannot; then nothing was published.
  public func publish() throws(RunError) -> String {
    precondition(!isPublished, "a run is published once")
    let shown = "\(label)/\(number)"
    for folder in folders.sorted() + ["."] {
      try Files.syncFolder("\(staging)/\(folder)", shown: shown)
    }
    try Files.makeFolder("\(out)/\(label)", shown: shown)
    if rename(staging, "\(out)/\(shown)") != 0 { throw Files.cannotWrite(shown, errno) }
    isPublished = true
    try Files.syncFolder("\(out)/\(label)", shown: shown)
    try point("latest", to: shown)
    try Files.syncFolder(out, shown: shown)
    return "\(out)/\(shown)"
  }

  private func point(_ name: String, to target: String) throws(RunError) {
    let temporary = "\(out)/.latest-\(getpid())"
    unlink(temporary)
    guard symlink(target, temporary) == 0, rename(temporary, "\(out)/\(name)") == 0 else {
      throw Files.cannotWrite(name, errno)
    }
  }
}
