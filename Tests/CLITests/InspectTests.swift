import Foundation
import Testing

/// What `rekon inspect` says of files.
struct InspectTests {
  private func inspect(
    _ files: [String: [UInt8]], _ options: [String] = [], names: [String]
  ) throws -> Program.Answer {
    let city = try CityFolder()
    for (name, bytes) in files { try city.write(name, Data(bytes)) }
    let answer = try Program.rekon(
      ["inspect"] + options + names.map { "\(city.path)/\($0)" })
    return answer
  }

  private func rows(_ text: String, _ options: String...) throws -> Program.Answer {
    try inspect(["a.csv": Array(text.utf8)], ["--rows", "jsonl"] + options, names: ["a.csv"])
  }

  @Test func `gives rows, issues and a summary as the contract has them`() throws {
    let answer = try rows("a,b,c\n1,\"x \"\"y\"\"\\\t\n\",3\n1,2\n4,5,\"é\"\n")
    #expect(answer.status == 3)
    #expect(
      answer.output == """
        {"row":{"line":1,"byte":0,"cells":["a","b","c"]}}
        {"row":{"line":2,"byte":6,"cells":["1","x \\"y\\"\\\\\\u0009\\u000a","3"]}}
        {"issue":{"code":"too-few-cells","line":4,"column":2,"byte":23,"message":"expected 3 cells, found 2"}}
        {"row":{"line":5,"byte":27,"cells":["4","5","é"]}}
        {"summary":{"format":"csv","encoding":"utf-8","separator":",","quote":"\\"","line_end":"lf","rows":3,"issues":1,"header":1,"skipped":{}}}

        """)
    #expect(answer.errors.isEmpty)
  }

  @Test func `obeys what is stated`() throws {
    let answer = try rows(
      "x|y\n1|'a|b'\n", "--separator", "|", "--quote", "'", "--header", "none")
    #expect(answer.status == 0)
    #expect(answer.output.contains(#""cells":["1","a|b"]"#))
    #expect(!answer.output.contains(#""header""#))
    let tab = try rows("x\ty\n", "--separator", "\\t", "--width", "3")
    #expect(tab.output.contains(#""code":"too-few-cells","line":1"#))
    #expect(tab.output.contains(#""separator":"\u0009""#))
  }

  @Test func `tells in words what a file is, and never a value`() throws {
    let text = "DAFTAR\nnik;nama;bulan;jumlah\n3375010101700001;SITI;2024-01;5\n1;RAHASIA\n"
    let answer = try inspect(["a.csv": Array(text.utf8)], names: ["a.csv"])
    #expect(answer.status == 3)
    #expect(answer.output.contains("a.csv: csv, utf-8, separator ;"))
    #expect(answer.output.contains("header on line 2, 4 columns"))
    #expect(answer.output.contains("looks like contributions: month = bulan, nik = nik"))
    #expect(answer.output.contains("2 rows, 1 title left out, 1 issue"))
    #expect(answer.output.contains("line 4, cell 2, byte 61: too-few-cells"))
    #expect(!answer.output.contains("RAHASIA"))
  }

  @Test func `exits with the gravest of what the files are`() throws {
    let fine = Array("a,b\n1,2\n".utf8)
    #expect(try inspect(["a.csv": fine], names: ["a.csv"]).status == 0)
    let empty = try inspect(
      ["a.csv": fine, "b.csv": []], ["--rows", "jsonl"], names: ["b.csv", "a.csv"])
    #expect(empty.status == 65)
    #expect(empty.output.contains(#""code":"empty-file""#))
    #expect(empty.output.contains(#""file":"a.csv""#))
    let missing = try inspect(["a.csv": fine], names: ["a.csv", "none.csv"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("there is no such file"))
    #expect(try inspect([:], names: ["."]).status == 65)
    #expect(try rows("a\n", "--separator", "ab").status == 64)
    #expect(try rows("a\n", "--kind", "what").status == 64)
  }

  @Test func `tells repairs`() throws {
    let answer = try rows("a,b\n1\n", "--lenient")
    #expect(answer.status == 3)
    #expect(answer.output.contains(#""cells":["1",""]"#))
    #expect(answer.output.contains("repaired: padded with empty cells"))
  }
}
