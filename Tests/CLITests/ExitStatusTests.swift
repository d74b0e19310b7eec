import Foundation
import TestSupport
import Testing

/// Each exit status once, through the built program; as root too.
///
/// 10 (verify) and 76 (ledger) belong to commands that are not there yet.
struct ExitStatusTests {
  @Test func `0 when all is well`() throws {
    let city = try CityFolder()
    let answer = try city.run("--fail-on", "low")
    #expect(answer.status == 0 && answer.errors.isEmpty && city.isPublished)
    #expect(answer.output.contains("findings: 0") && answer.output.contains("packet.html"))
  }

  @Test func `2 for findings at or above fail-on, and only then`() throws {
    let city = try CityFolder(SmallCity.repeated)
    #expect(try city.run().status == 0)
    #expect(try city.run("--fail-on", "critical").status == 0)
    #expect(try city.run("--fail-on", "low").status == 2)
    #expect(FileManager.default.fileExists(atPath: city.path + "/out/2024-01_2024-02/3"))
  }

  @Test func `3 for rejects within the limit, 2 before it`() throws {
    let city = try CityFolder(SmallCity.unreadable)
    #expect(try city.run().status == 3)
    #expect(try city.run("--fail-on", "low").status == 2)
  }

  @Test func `4 for rejects over the limit`() throws {
    let definition = ["d.yaml": SmallCity.definition]
    let city = try CityFolder(SmallCity.unreadable.merging(definition) { $1 })
    let answer = try city.run("--fail-on", "low")
    #expect(answer.status == 4 && answer.output.isEmpty && !city.isPublished)
    #expect(answer.errors.hasPrefix("rekon: iuran.csv: 1 of 3 rows"))
  }

  #if DEBUG
    @Test(arguments: ["reader", "validator", "matcher", "rules", "writer"])
    func `4 when the books do not balance`(stage: String) throws {
      let city = try CityFolder(SmallCity.repeated)
      let answer = try city.run("--drop-row-at", stage)
      #expect(answer.status == 4 && answer.output.isEmpty && !city.isPublished)
      #expect(answer.errors.hasPrefix("rekon: Our own books do not balance: "))
    }

    @Test func `70 when the program breaks its word`() throws {
      let city = try CityFolder()
      let answer = try city.run("--faulty")
      #expect(answer.status == 70 && answer.errors.hasPrefix("rekon: Internal fault: "))
      #expect(!city.isPublished)
    }
  #endif

  @Test(arguments: [
    ["run"], ["run", "a", "--as-of", "2024-02-30"], ["walk"], ["run", "a", "--x"],
    ["rules", "IUR-99"],
  ])
  func `64 for wrong usage`(_ arguments: [String]) throws {
    let answer = try Program.rekon(arguments)
    #expect(answer.status == 64 && answer.output.isEmpty && !answer.errors.isEmpty)
  }

  @Test func `65 for an empty file, named`() throws {
    let city = try CityFolder(["klaim.csv": ""])
    let answer = try city.run()
    #expect(answer.status == 65 && answer.errors.hasPrefix("rekon: klaim.csv: "))
    #expect(answer.output.isEmpty && !city.isPublished)
  }

  @Test func `66 for what is not there, named without its folder`() throws {
    let absent = try Program.rekon(["run", "/nowhere/d.yaml"])
    #expect(absent.status == 66 && absent.errors.hasPrefix("rekon: d.yaml: "))
    let city = try CityFolder()
    try city.remove("klaim.csv")
    let answer = try city.run()
    #expect(answer.status == 66 && answer.errors.hasPrefix("rekon: klaim.csv: "))
    #expect(answer.output.isEmpty && !answer.errors.contains("rekon-cli-"))
    let explain = try Program.rekon(["explain", "K-1", "--out", "/nowhere"])
    #expect(explain.status == 66 && explain.output.isEmpty)
  }

  @Test func `73 when a file stands where the output goes`() throws {
    let city = try CityFolder()
    let answer = try city.run(out: "sp2d.csv/out")
    #expect(answer.status == 73 && answer.output.isEmpty)
  }

  @Test func `74 when the disk takes no more, and the former run stays`() throws {
    let city = try CityFolder()
    #expect(try city.run().status == 0)
    let before = try city.published()
    let answer = try city.run(smallFiles: true)
    #expect(answer.status == 74 && answer.output.isEmpty)
    #expect(try city.published() == before)
    #expect(!FileManager.default.fileExists(atPath: city.path + "/out/2024-01_2024-02/2"))
  }

  @Test(arguments: [
    ["rules"], ["rules", "IUR-05"], ["rules", "--format", "json"], ["--help"], ["--version"],
    ["inspect", "iuran.csv"], ["init", "iuran.csv"], ["explain", "2024-01", "--out", "out"],
    ["rules", "diff", "d.yaml", "d.yaml"],
  ])
  func `74 when what is asked for cannot be written`(_ arguments: [String]) throws {
    let city = try CityFolder()
    #expect(try city.run().status == 0)
    let answer = try Program.rekon(arguments, in: city.path, output: "/dev/full")
    #expect(answer.status == 74)
    #expect(answer.errors.hasPrefix("rekon: standard output: "))
  }

  @Test func `74 when the summary cannot be written, and the run is published`() throws {
    let city = try CityFolder()
    let answer = try Program.rekon(
      ["run", "d.yaml", "--key", "fixed.key", "--as-of", "2024-07-15"], in: city.path,
      output: "/dev/full")
    #expect(answer.status == 74 && answer.errors.hasPrefix("rekon: standard output: "))
    #expect(city.isPublished)
  }

  @Test func `75 while another run holds the folder`() throws {
    let city = try CityFolder()
    #expect(try city.run().status == 0)
    let lock = open(city.path + "/out/.lock", O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    let held = try city.run()
    close(lock)
    #expect(held.status == 75 && held.errors.hasPrefix("rekon: out: another run"))
    #expect(try city.run().status == 0)
  }

  @Test func `77 when others may read the key`() throws {
    let city = try CityFolder()
    try city.permit("fixed.key", 0o644)
    let answer = try city.run()
    #expect(answer.status == 77 && answer.errors.hasPrefix("rekon: fixed.key: "))
    #expect(!city.isPublished)
  }

  @Test func `78 for an unknown key, with its place and the nearest`() throws {
    let city = try CityFolder([
      "d.yaml": SmallCity.definition.replacing("inputs:", with: "input:")
    ])
    let answer = try city.run()
    #expect(answer.status == 78 && answer.errors.hasPrefix("rekon: d.yaml:3:1: "))
    #expect(answer.errors.contains("Did you mean `inputs`?") && !city.isPublished)
  }

  @Test func `help, version and rules are results`() throws {
    let help = try Program.rekon(["--help"])
    #expect(help.status == 0 && help.output.contains("Exit status:") && help.errors.isEmpty)
    let version = try Program.rekon(["--version"])
    #expect(version.status == 0 && version.output.first?.isNumber == true)
    let rules = try Program.rekon(["rules", "IUR-05"])
    #expect(rules.status == 0 && rules.output.contains("PremiumStopsAtDeath"))
  }
}
