import Glibc
import Pipeline
import Synchronization

/// The terminal: results on standard output, everything else on standard error.
enum Console {
  /// Writes a line of results; throws a `RunError` when that fails.
  static func result(_ line: String) throws { try write(line + "\n") }

  /// Writes results; throws a `RunError` when that fails.
  static func write(_ results: String) throws {
    var results = results
    try results.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a line that is no result.
  static func say(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Writes bytes of results; throws a `RunError` when that fails.
  static func write(_ bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw RunError.inputOutput(what: "standard output", why: String(cString: strerror(errno)))
      }
      done += count
    }
  }

  /// Writes what is no result: nobody is told where that fails.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        done += count
      }
    }
  }
}

/// One changing line on a terminal: the file, its rows, its share and the rate.
final class ProgressBar: Sendable {
  private struct State {
    var file = ""
    var began = ContinuousClock.now
    var shownAt = ContinuousClock.now
    var isShown = false
  }

  private let state = Mutex(State())

  /// Whether standard error is a terminal, without which there is no progress.
  static var isWanted: Bool { isatty(STDERR_FILENO) == 1 }

  /// Shows how far a file is, at most ten times a second.
  func show(_ file: String, _ done: Int, _ total: Int, _ rows: Int) {
    state.withLock { state in
      let now = ContinuousClock.now
      if state.file != file { (state.file, state.began) = (file, now) }
      guard now - state.shownAt > .milliseconds(100) || done == total else { return }
      (state.shownAt, state.isShown) = (now, true)
      let seconds =
        Double((now - state.began).components.attoseconds) / 1e18
        + Double((now - state.began).components.seconds)
      let rate = seconds > 0.05 ? " · \(Int(Double(rows) / seconds)) rows/s" : ""
      let share = total > 0 ? done * 100 / total : 100
      Console.write("\r\u{1b}[K\(file): \(rows) rows · \(share)%\(rate)", to: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func end() {
    state.withLock { state in
      if state.isShown { Console.write("\r\u{1b}[K", to: STDERR_FILENO) }
    }
  }
}
