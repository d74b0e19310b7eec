import ArgumentParser
import Domain
import Pipeline

/// `rekon explain`: the trail of a finding, a claim, a person, an SP2D or a month.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell a finding, claim, person, SP2D or month: facts with file and line, rule, law.",
    discussion: """
      ID is a finding's id (the first column of findings.csv, 16 hexadecimal digits), a claim's
      number, a person's pseudonym, an SP2D's number (sp2d.csv), a month or the key of another
      record that is linked or has findings. The newest published run is read, unless --run names
      another.

        rekon explain 3f0c9a17b2d4e856
        rekon explain KLM-2024-0007 --run out/2024-06/3
        rekon explain 2024-06 --lang en
      """)

  @Argument(
    help: "A finding's id, claim's number, pseudonym, SP2D's number, month or record's key.")
  var id: String

  @Option(
    name: .customLong("run"),
    help: "A published run's folder. (default: the newest under --out)")
  var folder: String?

  @Option(help: "The folder of the published runs.")
  var out = "out"

  @Option(help: "The language: Indonesian or English.")
  var lang = Lang.id

  /// The values of `--lang`.
  enum Lang: String, CaseIterable, ExpressibleByArgument { case id, en }

  func run() throws {
    let language = lang == .id ? Language.indonesian : .english
    let lines = try explain(id, runFolder: folder ?? "\(out)/latest", language: language)
    for line in lines { try Console.result(line) }
  }
}
