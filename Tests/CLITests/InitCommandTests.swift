import Foundation
import TestSupport
import Testing

/// `rekon init` through the built program.
struct InitCommandTests {
  private let names = ["peserta.csv", "kepesertaan.xml", "iuran.csv", "sp2d.csv"]

  @Test func `writes a definition that runs, to standard output or a new file`() throws {
    let city = try CityFolder()
    let files = names.map { "\(city.path)/\($0)" }
    let shown = try Program.rekon(["init"] + files)
    #expect(shown.status == 0 && shown.errors.isEmpty && shown.output.contains("\nrekon: 1\n"))
    #expect(shown.output.contains("# File names are seen from the folder where rekon init was"))
    let written = try Program.rekon(["init", "--out", "\(city.path)/new.yaml"] + files)
    #expect(written.status == 0 && written.output.isEmpty)
    let definition = try String(contentsOfFile: "\(city.path)/new.yaml", encoding: .utf8)
    #expect(!definition.contains("File names are seen"))
    let answer = try city.run("--fail-on", "low", definition: "\(city.path)/new.yaml")
    #expect(answer.status == 0 && answer.output.contains("findings: 0"))
  }

  @Test func `never overwrites a file`() throws {
    let city = try CityFolder()
    let before = try Data(contentsOf: URL(fileURLWithPath: "\(city.path)/d.yaml"))
    let answer = try Program.rekon(
      ["init", "\(city.path)/iuran.csv", "--out", "\(city.path)/d.yaml"])
    #expect(answer.status == 73 && answer.errors.contains("d.yaml"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(city.path)/d.yaml")) == before)
  }

  @Test func `tells a file that is not there from one that is of no use`() throws {
    let city = try CityFolder(["words.txt": "just words\n"])
    #expect(try Program.rekon(["init", "\(city.path)/none.csv"]).status == 66)
    #expect(try Program.rekon(["init", "\(city.path)/words.txt"]).status == 65)
    #expect(try Program.rekon(["init"]).status == 64)
  }
}
