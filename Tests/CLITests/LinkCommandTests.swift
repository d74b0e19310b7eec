import Foundation
import TestSupport
import Testing

/// `rekon link` through the built program.
struct LinkCommandTests {
  private let left = "id,name,born\n1,Slamet Hidayat,1970-02-03\n2,Siti Lestari,1981-04-05\n"
  private let right = "no,name,born\na,SITI LESTARI,05/04/1981\nb,JOKO UTOMO,06/07/1990\n"

  private func folder() throws -> CityFolder {
    try CityFolder([
      "a.csv": left, "b.csv": right,
      "link.yaml": """
      left: {file: a.csv, key: id}
      right: {file: b.csv, key: no}
      compare:
        - {column: name, as: name}
        - {column: born, as: date}
      """,
    ])
  }

  @Test func `prints the configuration it proposes and what was linked`() throws {
    let city = try folder()
    let answer = try Program.rekon(
      ["link", "\(city.path)/a.csv", "\(city.path)/b.csv", "--out", "\(city.path)/links"])
    #expect(answer.status == 0 && answer.errors.isEmpty)
    #expect(answer.output.contains("  - {column: name, as: name}\n"))
    #expect(answer.output.contains("2 rows of a.csv, 2 of b.csv: "))
  }

  @Test func `writes over its own earlier files and prints no configuration it was given`() throws {
    let city = try folder()
    let arguments = ["link", "--config", "\(city.path)/link.yaml", "--out", "\(city.path)/links"]
    for _ in 0..<2 {
      let answer = try Program.rekon(arguments + ["--memory", "200M"])
      #expect(answer.status == 0 && !answer.output.contains("compare:"))
    }
    let told = try Program.rekon(arguments + ["--explain", "2"])
    #expect(told.output.contains("name: exact"))
  }

  @Test func `says which file, column or argument is wrong`() throws {
    let city = try folder()
    let out = ["--out", "\(city.path)/links"]
    #expect(try Program.rekon(["link", "\(city.path)/a.csv"] + out).status == 64)
    #expect(try Program.rekon(["link"] + out).status == 64)
    #expect(
      try Program.rekon(["link", "\(city.path)/a.csv", "\(city.path)/none.csv"] + out).status == 66)
    let config = ["link", "--config", "\(city.path)/link.yaml"] + out
    #expect(try Program.rekon(config + ["--memory", "many"]).status == 64)
    try city.write("a.csv", .init("id,name,birth\n1,Slamet,1970-02-03\n".utf8))
    let wrong = try Program.rekon(config)
    #expect(wrong.status == 78 && wrong.errors.contains("expected the column `born`"))
  }
}
