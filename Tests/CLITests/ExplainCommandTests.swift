import TestSupport
import Testing

/// `rekon explain` of the built program.
struct ExplainCommandTests {
  @Test func `explain tells an SP2D and a month, in English when asked`() throws {
    let city = try CityFolder(SmallCity.repeated)
    #expect(try city.run().status == 0)
    let told = { (arguments: [String]) in
      try Program.rekon(["explain"] + arguments + ["--out", "\(city.path)/out"])
    }
    #expect(
      try told(["S2"]).output.contains("Daftar peserta   : Rp33.600, 2 baris, 2 orang, bulan"))
    #expect(
      try told(["S2", "--lang", "en"]).output.contains("List of people   : Rp33.600, 2 rows"))
    let month = try told(["2024-02", "--lang", "en"])
    #expect(month.status == 0 && month.output.hasPrefix("Month 2024-02\n"))
    #expect(month.output.contains("    - IUR-02: 1 finding, Rp16.800 · does not hold: "))
    #expect(try told(["2024-02", "--lang", "de"]).status == 64)
  }
}
