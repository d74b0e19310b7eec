import ArgumentParser
import Domain
import Glibc
import Pipeline

/// `rekon inspect`: what a file is.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what files are: format, encoding, dialect, header, columns, every faulty row.",
    discussion: """
      What a file is, is found from its content; an option fixes what would be detected. A faulty
      row is an issue with line, cell and byte, and is not repaired unless --lenient says so.

        rekon inspect peserta.csv iuran-*.csv
        rekon inspect --rows jsonl --width 9 --separator , export.csv

      Exit status: 0 no issue; 3 issues; 65 a file cannot be used; 66 a file is missing.
      """)

  @Argument(help: "The files.")
  var files: [String]

  @Option(help: "The format.", transform: { try oneOf(InspectOptions.formats, $0) })
  var format: String?

  @Option(help: "The encoding.", transform: { try oneOf(InspectOptions.encodings, $0) })
  var encoding: String?

  @Option(help: "The character between cells; a tab may be written \\t.", transform: byte)
  var separator: UInt8?

  @Option(help: "The character around cells.", transform: byte)
  var quote: UInt8?

  @Option(
    help: "The character that makes the next one literal inside quotes.", transform: byte)
  var escape: UInt8?

  @Option(help: "How many lines to leave out in front.", transform: { try whole($0, from: 0) })
  var skip = 0

  @Option(help: "The row of the header, or none.", transform: Self.header)
  var header = InspectOptions.Header.detected

  @Option(
    help: "How many cells a row must have; then each line is a row.",
    transform: { try whole($0, from: 1) })
  var width: Int?

  @Option(help: "The sheet of a workbook.")
  var sheet: String?

  @Option(help: "What the file holds, as contributions.", transform: Self.kind)
  var kind: InputKind?

  @Flag(help: "Repair faulty rows; each repair is told.")
  var lenient = false

  @Option(help: "Give the rows: jsonl, one JSON object a line.")
  var rows: Rows?

  /// The values of `--rows`.
  enum Rows: String, CaseIterable, ExpressibleByArgument { case jsonl }

  private static func oneOf(_ names: [String], _ text: String) throws -> String {
    if names.contains(text.lowercased()) { return text.lowercased() }
    throw ValidationError("expected one of \(names.joined(separator: ", ")); found \(text)")
  }

  private static func byte(_ text: String) throws -> UInt8 {
    if text == "\\t" { return 0x09 }
    if text.utf8.count == 1, let byte = text.utf8.first, byte >= 0x20 || byte == 0x09 {
      return byte
    }
    throw ValidationError("expected one ASCII character; found \(text)")
  }

  private static func whole(_ text: String, from least: Int) throws -> Int {
    if let number = Int(text), (least...1_000_000).contains(number) { return number }
    throw ValidationError("expected a number from \(least); found \(text)")
  }

  private static func header(_ text: String) throws -> InspectOptions.Header {
    text == "none" ? .none : .row(try whole(text, from: 1))
  }

  private static func kind(_ text: String) throws -> InputKind {
    if let kind = InputKind.allCases.first(where: { $0.name == text }) { return kind }
    throw ValidationError(
      "expected one of \(InputKind.allCases.map(\.name).joined(separator: ", ")); found \(text)")
  }

  func run() throws {
    var statuses: [ExitStatus] = []
    for file in files {
      do {
        statuses.append(try inspect(file, options) { try Console.write($0) })
      } catch let error as RunError {
        Console.say("rekon: \(error)")
        statuses.append(error.status)
      }
    }
    // The gravest is the one with the highest number.
    let worst = statuses.max { $0.rawValue < $1.rawValue } ?? .ok
    if worst != .ok { throw ExitCode(Int32(worst.rawValue)) }
  }

  private var options: InspectOptions {
    var options = InspectOptions()
    (options.format, options.encoding, options.separator) = (format, encoding, separator)
    (options.quote, options.escape, options.skip) = (quote, escape, skip)
    (options.header, options.width, options.sheet) = (header, width, sheet)
    (options.kind, options.isLenient) = (kind, lenient)
    (options.givesRows, options.namesFile) = (rows != nil, files.count > 1)
    return options
  }
}
