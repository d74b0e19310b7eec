import ArgumentParser
import Domain
import Pipeline

/// `rekon run`: the nightly job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read both sides' files, judge every claim and premium, publish the reports.",
    discussion: """
      DEFINITION is a YAML file: its period, its inputs by kind, its rules (Pipelines/README.md).
      The summary goes to standard output, everything else to standard error.

        rekon run Pipelines/batik-berlian.yaml --out /srv/rekon --as-of 2024-07-10
        rekon run Pipelines/batik-berlian.yaml --month 2024-06 --fail-on high
      """)

  @Argument(help: "The pipeline definition.")
  var definition: String

  @Option(help: "The folder of the input files. (default: the definition's own)")
  var inputs: String?

  @Option(help: "The folder that receives the published runs.")
  var out = "out"

  @Option(
    help: "The day the run is of, as 2024-07-10. (default: today in Jakarta)",
    transform: Self.date)
  var asOf: CalendarDate?

  @Option(help: "The pseudonym key: 32 bytes, mode 0600. (default: OUT.key, made on first use)")
  var key: String?

  @Option(help: "How many threads work at a time. (default: one per processor)")
  var threads: Int?

  @Flag(help: "Do everything except publishing.")
  var dryRun = false

  @Option(help: "Exit with 2 for findings of this severity or a graver one.")
  var failOn = FailOn.none

  @Option(help: "Write a log of JSON lines to this file.")
  var log: String?

  @Option(
    help: "Judge this one month, as 2024-06, in place of the definition's period.",
    transform: Self.month)
  var month: CoverageMonth?

  @Option(help: "Which payments links.csv lists.")
  var links = Links.doubtful

  #if DEBUG
    @Option(help: .hidden, transform: Self.stage)
    var dropRowAt: RunSeams.Stage?

    @Flag(help: .hidden)
    var faulty = false

    private var seams: RunSeams { RunSeams(dropRowAt: dropRowAt, isFaulty: faulty) }

    private static func stage(_ text: String) throws -> RunSeams.Stage {
      if let stage = RunSeams.Stage(rawValue: text) { return stage }
      throw ValidationError("expected a stage, as reader; found \(text)")
    }
  #else
    private var seams: RunSeams { RunSeams() }
  #endif

  /// The values of `--fail-on`.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case none, low, medium, high, critical
  }
  /// The values of `--links`.
  enum Links: String, CaseIterable, ExpressibleByArgument { case doubtful, all }

  /// Reads a day of the calendar.
  static func date(_ text: String) throws -> CalendarDate {
    if let date = CalendarDate(written: text) { return date }
    throw ValidationError("expected a day that there is, as 2024-07-10; found \(text)")
  }

  private static func month(_ text: String) throws -> CoverageMonth {
    if let month = CoverageMonth(written: text) { return month }
    throw ValidationError("expected a month, as 2024-06; found \(text)")
  }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads).")
    }
  }

  func run() throws {
    let log = try self.log.map { try RunLog(path: $0) }
    log?.write("start", ["version": .text(Rekon.version), "dry_run": .text("\(dryRun)")])
    let bar = ProgressBar.isWanted ? ProgressBar() : nil
    do {
      let outcome = try runPipeline(options, progress: progress(bar, log), seams: seams)
      bar?.end()
      for line in outcome.summary { try Console.result(line) }
      log?.end(outcome.status, folder: outcome.folder)
      if outcome.status != .ok { throw ExitCode(Int32(outcome.status.rawValue)) }
    } catch let code as ExitCode {
      throw code
    } catch {
      bar?.end()
      log?.end(ExitStatus(of: error), folder: nil)
      throw error
    }
  }

  private var options: RunOptions {
    var options = RunOptions(definition: definition)
    (options.inputs, options.out, options.asOf, options.key) = (inputs, out, asOf, key)
    (options.threads, options.dryRun) = (threads, dryRun)
    options.failOn = Severity.allCases.first { "\($0.name)" == failOn.rawValue }
    (options.month, options.linksAll) = (month, links == .all)
    return options
  }

  private func progress(_ bar: ProgressBar?, _ log: RunLog?) -> RunProgress? {
    guard bar != nil || log != nil else { return nil }
    return { file, done, total, rows in
      bar?.show(file, done, total, rows)
      if done == total { log?.input(file, bytes: total, rows: rows) }
    }
  }
}
