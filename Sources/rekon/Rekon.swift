import ArgumentParser
import Domain
import Glibc
import Pipeline

/// The command line: arguments in, exit status out.
@main
struct Rekon: ParsableCommand {
  static let version = Program.version

  static let configuration = CommandConfiguration(
    commandName: "rekon",
    abstract: "Reconciles what BPJamsostek says about claims with what a city paid in premiums.",
    discussion: """
      Have a definition written that names the files of both sides, then run it:

        rekon init peserta.csv iuran-*.csv klaim.xml --out kota.yaml
        rekon run Pipelines/batik-berlian.yaml
        rekon explain 3f0c9a17b2d4e856

      The reports of a run lie in OUT/PERIOD/NUMBER; OUT/latest points to the newest. Nothing
      that was published is ever changed. Pipelines/README.md explains every key of a definition.

      Exit status: 0 in order; 2 findings at or above --fail-on; 3 some rows were rejected, within
      the limit; 4 refused, nothing published; 64 wrong usage; 65 a file cannot be used; 66 a file
      is missing; 70 a fault of rekon; 73 an output cannot be made; 74 the disk failed; 75 try
      again later; 77 not permitted; 78 the definition is wrong.
      """,
    version: version,
    subcommands: [
      RunCommand.self, InitCommand.self, InspectCommand.self, ExplainCommand.self,
      LinkCommand.self, RulesCommand.self,
    ])

  /// Starts the program.
  static func main() {
    Surroundings.harden()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(error)
    }
  }

  /// Ends with the message of an error; help and the version are results.
  private static func leave(_ error: any Error) -> Never {
    if let error = error as? RunError { stop("\(error)", error.status) }
    if let error = error as? DefinitionError { stop("\(error)", .configuration) }
    let code = exitCode(for: error).rawValue
    if code == 0 { answer(fullMessage(for: error)) }
    guard code == 1 else { exit(withError: error) }
    stop("An unforeseen fault (\(type(of: error))). Please report it.", .internalFault)
  }

  private static func answer(_ text: String) -> Never {
    do {
      try Console.result(text)
      Glibc.exit(0)
    } catch {
      leave(error)
    }
  }

  private static func stop(_ message: String, _ status: ExitStatus) -> Never {
    Console.say("rekon: \(message)")
    Glibc.exit(Int32(status.rawValue))
  }
}
