import ArgumentParser
import Pipeline

/// `rekon link`: any two tables.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link the rows of any two tables that are about the same person or payment.",
    discussion: """
      The files may be of any format that rekon reads. Without --config, what is compared is
      proposed from the headers, printed and used. OUT receives links.csv, one row for each left
      key, and model.json.

        rekon link peserta.csv klaim.xml --out links
        rekon link --config link.yaml --out links --explain K0000012
      """)

  @Argument(help: "The left and the right file. (default: those of --config)")
  var files: [String] = []

  @Option(help: "What is compared and how: a YAML file.")
  var config: String?

  @Option(help: "The folder that receives links.csv and model.json.")
  var out: String

  @Option(help: "Use what an earlier linkage learnt: its model.json.")
  var model: String?

  @Option(help: "Say why the row with this key is linked as it is.")
  var explain: String?

  @Option(help: "The most memory, as 512M or 2G.", transform: Self.bytes)
  var memory: Int?

  func validate() throws {
    if files.count != 0, files.count != 2 {
      throw ValidationError("expected two files, found \(files.count)")
    }
    if files.isEmpty, config == nil {
      throw ValidationError("expected two files or --config")
    }
  }

  private static func bytes(_ text: String) throws -> Int {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    if let number = Int(unit == nil ? text : String(text.dropLast())), number > 0,
      number < 1 << 20
    {
      return number * (unit ?? 1 << 20)
    }
    throw ValidationError("expected an amount of memory, as 512M or 2G; found \(text)")
  }

  func run() throws {
    var options = LinkOptions(out: out)
    (options.files, options.config, options.model) = (files, config, model)
    (options.explain, options.memory) = (explain, memory)
    let outcome = try linkTables(options)
    for line in outcome.remarks { Console.say(line) }
    if let proposed = outcome.proposed {
      try Console.result(proposed)
    }
    for line in outcome.summary { try Console.result(line) }
  }
}
