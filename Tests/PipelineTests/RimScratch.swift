import Glibc

@testable import Pipeline

/// A folder of its own for one test, removed with it.
final class RimScratch {
  let path: String

  init() {
    var template = Array("/tmp/rekon-rim-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { Files.remove(path) }

  /// Makes a file with its folders.
  func make(_ name: String, _ text: String) throws {
    let file = "\(path)/\(name)"
    try Files.makeFolder(Paths.folder(of: file), shown: name)
    let output = try OutputFile(path: file, shown: name)
    try Array(text.utf8).span.withUnsafeBytes { bytes throws(RunError) in try output.append(bytes) }
    _ = try output.close()
  }

  /// A file's text.
  func text(_ name: String) throws -> String {
    String(decoding: try Files.contents("\(path)/\(name)", shown: name), as: UTF8.self)
  }
}
