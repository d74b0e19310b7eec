import Glibc
import Pipeline
import Synchronization

/// The log of a run as JSON lines: its start, each input read to its end, its end.
///
/// It holds names, counts and states, and never a value of a row.
final class RunLog: Sendable {
  /// What a key of a line may have.
  enum Value { case text(String), number(Int) }

  private let descriptor: Int32
  private let began = ContinuousClock.now
  private let inputs = Mutex<Set<String>>([])

  /// Opens a log, behind what already stands in it.
  init(path: String) throws(RunError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotCreate(
        what: "the file of --log", why: "\(String(cString: strerror(errno))). Name another.")
    }
  }

  deinit { close(descriptor) }

  /// Writes one line; a log that cannot be written stops no run.
  func write(_ event: String, _ values: KeyValuePairs<String, Value> = [:]) {
    var line = "{\"ts\":\(JSONText.quoted(Self.timestamp)),\"event\":\(JSONText.quoted(event))"
    for (key, value) in values {
      switch value {
      case .text(let text): line += ",\(JSONText.quoted(key)):\(JSONText.quoted(text))"
      case .number(let number): line += ",\(JSONText.quoted(key)):\(number)"
      }
    }
    Console.write(line + "}\n", to: descriptor)
  }

  /// Says once that an input was read to its end.
  func input(_ file: String, bytes: Int, rows: Int) {
    guard inputs.withLock({ $0.insert(file).inserted }) else { return }
    write("input", ["file": .text(file), "bytes": .number(bytes), "rows": .number(rows)])
  }

  /// Says how the run ended; of the folder, the period and the number alone.
  func end(_ status: ExitStatus, folder: String?) {
    let parts = (folder ?? "").split(separator: "/").suffix(2).joined(separator: "/")
    let elapsed = (ContinuousClock.now - began).components
    let fraction = Int(elapsed.attoseconds / 1_000_000_000_000_000)
    let milliseconds = Int(elapsed.seconds) * 1000 + fraction
    write(
      "end",
      [
        "status": .number(Int(status.rawValue)), "published": .text(parts),
        "ms": .number(milliseconds),
      ])
  }

  private static var timestamp: String {
    var (now, parts) = (time(nil), tm())
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
