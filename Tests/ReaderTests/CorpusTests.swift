import Foundation
import Pipeline
import Testing

/// The files of `Corpus`, each beside what `rekon inspect` must say of it.
@Suite struct CorpusTests {
  @Test(arguments: CorpusCase.names)
  func `inspect says what stands beside the file`(name: String) throws {
    let wanted = try CorpusCase(name)
    var said: [UInt8] = []
    let path = CorpusCase.folder.appending(path: name).path()
    let status = try inspect(path, try Self.parsed(wanted.options)) { said += $0 }
    let lines = try String(decoding: said, as: UTF8.self).split(separator: "\n")
      .map { try JSONValue(line: String($0)) }
    #expect(lines.last?["summary"] != nil, "the last line is the summary")
    let differences = wanted.differences(
      from: InspectedLines(lines), exit: Int(status.rawValue))
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test func `has no case without a file and no file without a case`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: CorpusCase.folder.path())
    let inputs = files.filter { !$0.hasSuffix(".jsonl") && $0 != "README.md" }
    #expect(inputs.sorted() == CorpusCase.names)
    #expect(CorpusCase.names.count >= 150)
  }

  /// An option that the corpus knows no name of.
  private struct UnknownOption: Error { let word: String }

  /// The options of the command by their words.
  private static func parsed(_ words: [String]) throws -> InspectOptions {
    var options = InspectOptions()
    options.givesRows = true
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--lenient" {
        options.isLenient = true
      } else {
        try set(word, to: rest.popFirst() ?? "", in: &options)
      }
    }
    return options
  }

  private static func set(
    _ word: String, to value: String, in options: inout InspectOptions
  ) throws {
    let byte = value == "\\t" ? 0x09 : value.utf8.first
    switch word {
    case "--format": options.format = value
    case "--encoding": options.encoding = value
    case "--separator": options.separator = byte
    case "--quote": options.quote = byte
    case "--escape": options.escape = byte
    case "--skip": options.skip = Int(value) ?? 0
    case "--width": options.width = Int(value)
    case "--sheet": options.sheet = value
    case "--header":
      options.header = if let row = Int(value) { .row(row) } else { .none }
    default: throw UnknownOption(word: word)
    }
  }
}
