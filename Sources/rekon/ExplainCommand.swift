import ArgumentParser
import Pipeline

/// `rekon explain`: the trail of a finding or a claim.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the evidence of a finding, a claim or a person: files, lines, rule, law.",
    discussion: """
      ID is a finding's id (the first column of findings.csv, 16 hexadecimal digits), a claim's
      number, a person's pseudonym or the key of a record with findings. The newest published run
      is read, unless --run names another.

        rekon explain 3f0c9a17b2d4e856
        rekon explain KLM-2024-0007 --run out/2024-06/3
      """)

  @Argument(help: "A finding's id, a claim's number, a pseudonym or a record's key.")
  var id: String

  @Option(
    name: .customLong("run"),
    help: "A published run's folder. (default: the newest under --out)")
  var folder: String?

  @Option(help: "The folder of the published runs.")
  var out = "out"

  func run() throws {
    for line in try explain(id, runFolder: folder ?? "\(out)/latest") { Console.result(line) }
  }
}
