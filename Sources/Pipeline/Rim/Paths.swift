import Glibc

/// Paths as text: their parts, and how they are put together.
enum Paths {
  /// The last part.
  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path seen from a folder; an absolute one stays as it is.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// A path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The parts of the absolute path, without `.` and with `..` taken back.
  static func absoluteParts(_ path: String) -> [String] {
    let full = path.hasPrefix("/") ? path : join(workingFolder, path)
    var parts: [String] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }

  /// A path that means the same from every folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : join(workingFolder, path)
  }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// A name without control characters, so that no message can steer a terminal.
  static func shown(_ name: String) -> String {
    var shown = ""
    for scalar in name.unicodeScalars {
      if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) {
        shown += "\\x\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
