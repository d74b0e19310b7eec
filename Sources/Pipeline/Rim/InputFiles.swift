public import Domain
import Glibc

/// One input file of a run.
public struct InputFile: Sendable {
  /// What it holds.
  public let kind: InputKind
  /// What the definition states of it.
  public let entry: InputEntry
  /// Where it lies.
  public let path: String
  /// Its name in outputs: the base name, or the shortest path tail that differs.
  public internal(set) var name: String
  /// Whether another input is a sheet of the same file.
  public internal(set) var sharesFile = false

  /// The sheet whose lines have no number before them, else the first that is read.
  var firstSheet: Int? { sharesFile ? 0 : nil }
}

/// Finds the files that a definition names.
public enum InputFiles {
  /// All input files, by kind, then by name in byte order.
  ///
  /// Paths and patterns are seen from `folder`, else from the folder that the definition names,
  /// else from its own. Throws a `RunError` for a pattern without files and for a file that is
  /// not there.
  public static func resolve(
    _ definition: PipelineDefinition, folder: String?
  ) throws(RunError) -> [InputFile] {
    let stated = definition.inputFolder.map { Paths.join(definition.folder, $0) }
    let folder = folder ?? stated ?? definition.folder
    var files: [InputFile] = []
    for kind in InputKind.allCases {
      // A file is read once, but each sheet that is stated for itself is an input of its own.
      var seen: [[String]: Set<String?>] = [:]
      for entry in definition.inputs[kind] ?? [] {
        let sheet = entry.sheet?.lowercased()
        for path in try paths(of: entry, in: folder) {
          let sheets = seen[Paths.absoluteParts(path), default: []]
          let isCovered = sheets.contains(nil) || sheets.contains(sheet)
          guard !isCovered, sheet != nil || sheets.isEmpty else { continue }
          seen[Paths.absoluteParts(path), default: []].insert(sheet)
          files.append(InputFile(kind: kind, entry: entry, path: path, name: ""))
        }
      }
    }
    let names = displayNames(files.map { Paths.absoluteParts($0.path) })
    let uses = Dictionary(grouping: names, by: { $0 })
    for place in files.indices {
      files[place].name = names[place]
      files[place].sharesFile = uses[names[place], default: []].count > 1
    }
    return files.sorted {
      ($0.kind.rawValue, Array("\($0.name)/\($0.entry.sheet ?? "")".utf8))
        < ($1.kind.rawValue, Array("\($1.name)/\($1.entry.sheet ?? "")".utf8))
    }
  }

  private static func paths(
    of entry: InputEntry, in folder: String
  ) throws(RunError) -> [String] {
    guard entry.file.contains(where: { $0 == "*" || $0 == "?" }) else {
      let path = Paths.join(folder, entry.file)
      if access(path, F_OK) == 0 { return [path] }
      throw missing(entry, "there is no such file")
    }
    let found = glob(escaped(folder, "\\*?["), escaped(entry.file, "\\["))
    if found.isEmpty { throw missing(entry, "no file matches this pattern") }
    return found
  }

  private static func missing(_ entry: InputEntry, _ what: String) -> RunError {
    .noInput(
      file: Paths.shown(Paths.baseName(entry.file)),
      why: "\(what); \(entry.place) names it. Put it there, give its folder with --inputs, or "
        + "correct the definition.")
  }

  private static func glob(_ folder: String, _ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard Glibc.glob(Paths.join(folder, pattern), GLOB_NOSORT, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { place in
      result.gl_pathv[place].map { String(cString: $0) }
    }
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  /// The names of files given as the parts of their paths.
  static func displayNames(_ paths: [[String]]) -> [String] {
    let groups = Dictionary(grouping: Set(paths)) { $0.last ?? "" }
    let lengths = groups.mapValues { group in
      let longest = group.map(\.count).max() ?? 1
      return (1...max(1, longest)).first { length in
        Set(group.map { $0.suffix(length) }).count == group.count
      } ?? longest
    }
    let names = paths.map { path in
      Paths.shown(path.suffix(lengths[path.last ?? ""] ?? 1).joined(separator: "~"))
    }
    return told(apart: names, of: paths)
  }

  /// The names, with a number before those that another path has too: `a~b` may be a file's own.
  private static func told(apart names: [String], of paths: [[String]]) -> [String] {
    let owners = Dictionary(grouping: names.indices) { names[$0] }.mapValues { places in
      Set(places.map { paths[$0] }).sorted { $0.lexicographicallyPrecedes($1) }
    }
    return zip(names, paths).map { name, path in
      let place = owners[name]?.firstIndex(of: path) ?? 0
      return place == 0 ? name : "\(place + 1)~\(name)"
    }
  }
}

private func < (a: (UInt8, [UInt8]), b: (UInt8, [UInt8])) -> Bool {
  a.0 == b.0 ? a.1.lexicographicallyPrecedes(b.1) : a.0 < b.0
}
