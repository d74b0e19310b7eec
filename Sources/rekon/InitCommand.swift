import ArgumentParser
import Pipeline

/// `rekon init`: a first definition from sample files.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a definition from sample files: what they are is found from their content.",
    discussion: """
      What was detected stands in the definition as comments, and what cannot be guessed as a line
      that is commented out. A file that is already there is never overwritten.

      File names in it are seen from its own folder; on standard output, where that is not known,
      from the folder in which rekon init was started.

        rekon init SampleData/batik-berlian/*
        rekon init peserta.xlsx iuran-*.csv klaim.xml --out kota.yaml
      """)

  @Argument(help: "The sample files, of any kind and format.")
  var files: [String]

  @Option(help: "Where to write the definition. (default: standard output)")
  var out: String?

  func run() throws {
    let folder = out.map { Self.folder(of: $0) }
    let text = try draftDefinition(for: files, in: folder)
    guard let out else {
      try Console.write(text)
      return
    }
    try writeNew(text, to: out)
    Console.say("\(out) is written. Look through it, then: rekon run \(out)")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
