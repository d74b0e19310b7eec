import Glibc
import TestSupport
import Testing

@testable import Pipeline

/// Two files linked as a whole.
struct LinkTablesTests {
  private let config = """
    left: {file: left.csv, key: id}
    right: {file: right.csv, key: no}
    compare:
      - {left: nama, right: name, as: name}
      - {left: nik, right: no_ktp, as: id}
      - {column: born, as: date}
    """

  /// Sixty people on both sides, one wrong digit in each third NIK, and one who is nobody.
  private func write(_ scratch: RimScratch, reversed: Bool = false) throws {
    let first = ["Slamet", "Wahyu", "Siti", "Aminah", "Joko", "Agus"]
    let last = ["Hidayat", "Lestari", "Santoso", "Wibowo", "Rahayu"]
    var (left, right): ([String], [String]) = ([], [])
    for i in 0..<60 {
      let name = "\(first[i % 6]) \(last[i / 6 % 5])"
      let (nik, born) = (
        "33750101\(7000 + i * 13)0001", "19\(60 + i % 40)-0\(1 + i % 9)-1\(i % 10)"
      )
      left.append("L\(i),\(name.uppercased()),\(i % 3 == 0 ? nik.dropLast() + "2" : nik),\(born)")
      right.append("R\(i),\(nik),\(born),\"\(name), S.Pd\"")
    }
    left.append("L99,BAMBANG UTOMO,1111222233334444,1999-09-09")
    if reversed { (left, right) = (left.reversed(), right.reversed()) }
    try scratch.make("left.csv", "id,nama,nik,born\n\(left.joined(separator: "\n"))\n")
    try scratch.make("right.csv", "no,no_ktp,born,name\n\(right.joined(separator: "\n"))\n")
    try scratch.make("link.yaml", config)
  }

  private func options(_ scratch: RimScratch, out: String = "out") -> LinkOptions {
    var options = LinkOptions(out: "\(scratch.path)/\(out)")
    options.config = "\(scratch.path)/link.yaml"
    return options
  }

  @Test func `writes a row for each left key, with the level of each comparison`() throws {
    let scratch = RimScratch()
    try write(scratch)
    let outcome = try linkTables(options(scratch))
    let lines = try scratch.text("out/links.csv").split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "left_key,right_key,probability,tier,weight,level_nama,level_nik,level_born")
    #expect(lines.count == 62 && outcome.proposed == nil && outcome.remarks.isEmpty)
    #expect(lines.contains { $0.hasPrefix("L0,R0,") && $0.hasSuffix(",exact,one-edit,exact") })
    #expect(lines.contains { $0.hasPrefix("L1,R1,") && $0.hasSuffix(",exact,exact,exact") })
    #expect(lines.contains { $0.hasPrefix("L99,,") && $0.contains(",none,") })
    #expect(outcome.summary[0].hasPrefix("61 rows of left.csv, 60 of right.csv: 60 auto"))
  }

  @Test func `gives the same bytes for any order of the rows`() throws {
    let (scratch, other) = (RimScratch(), RimScratch())
    try write(scratch)
    try write(other, reversed: true)
    _ = try linkTables(options(scratch))
    _ = try linkTables(options(other))
    for name in ["out/links.csv", "out/model.json"] {
      #expect(try scratch.text(name) == other.text(name))
    }
  }

  @Test func `uses a model again, and no model of other columns`() throws {
    let scratch = RimScratch()
    try write(scratch)
    _ = try linkTables(options(scratch))
    var again = options(scratch, out: "again")
    again.model = "\(scratch.path)/out/model.json"
    _ = try linkTables(again)
    let tiers = { (name: String) in
      try scratch.text(name).split(separator: "\n").map { $0.split(separator: ",").prefix(2) }
    }
    #expect(try tiers("out/links.csv") == tiers("again/links.csv"))
    for name in ["links.csv", "model.json"] {
      #expect(try scratch.text("out/\(name)") == scratch.text("again/\(name)"))
    }
    try scratch.make("link2.yaml", config.replacing("as: date", with: "as: text"))
    again.config = "\(scratch.path)/link2.yaml"
    #expect(throws: DefinitionError.self) { try linkTables(again) }
  }

  @Test func `proposes what is compared from the headers of any two formats`() throws {
    let scratch = RimScratch()
    try write(scratch)
    let rows = try scratch.text("left.csv").split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "<p><id>\(cells[0])</id><nama>\(cells[1])</nama><nik>\(cells[2])</nik>"
        + "<tgl_lahir>\(cells[3])</tgl_lahir></p>"
    }
    try scratch.make("left.xml", "<list>\(rows.joined())</list>")
    var options = LinkOptions(out: "\(scratch.path)/out")
    options.files = ["left.xml", "right.csv"].map { "\(scratch.path)/\($0)" }
    let outcome = try linkTables(options)
    let proposed = try #require(outcome.proposed)
    for part in ["left: nama, right: name, as: name", "left: nik, right: no_ktp, as: id"] {
      #expect(proposed.contains(part))
    }
    #expect(proposed.contains("left: tgl_lahir, right: born, as: date"))
    #expect(proposed.contains("key: id") && proposed.contains("key: no"))
    #expect(outcome.summary[0].contains(": 60 auto"))
    #expect(try LinkDefinition.decode(proposed, file: "link.yaml").comparisons.count == 3)
  }

  @Test func `explains a link, a rival and a row that is linked to nothing`() throws {
    let scratch = RimScratch()
    try write(scratch)
    var options = options(scratch)
    options.explain = "L3"
    let link = try linkTables(options).summary.joined(separator: "\n")
    #expect(link.contains("L3: auto\n  linked to R3, probability"))
    #expect(link.contains("  nik: one-edit\n") && link.contains("total, in bits"))
    options.explain = "R3"
    #expect(try linkTables(options).summary.joined().contains("linked to R3"))
    options.explain = "L99"
    #expect(try linkTables(options).summary.joined().contains("L99: none"))
    options.explain = "nobody"
    #expect(throws: RunError.self) { try linkTables(options) }
  }

  @Test func `links payments by amount, directed window and number in a memo`() throws {
    let scratch = RimScratch()
    var (ledger, bank) = (["id,day,amount,invoice"], ["txn,day,amount,memo"])
    for i in 0..<80 {
      let (day, later) = (1 + i % 20, 4 + i % 20)
      ledger.append("I\(i),2024-03-\(day < 10 ? "0" : "")\(day),\(1000 + i * 37).50,INV-\(500 + i)")
      bank.append(
        "B\(i),\(later)/03/2024,\(1000 + i * 37).\(i % 2 == 0 ? "50" : "00"),trf inv\(500 + i)")
    }
    try scratch.make("ledger.csv", ledger.joined(separator: "\n") + "\n")
    try scratch.make("bank.csv", bank.joined(separator: "\n") + "\n")
    try scratch.make(
      "link.yaml",
      """
      left: {file: ledger.csv, key: id}
      right: {file: bank.csv, key: txn}
      compare:
        - {column: amount, as: amount, tolerance: 3%}
        - {column: day, as: date, direction: right-not-before-left, window: 20d}
        - {left: invoice, right: memo, as: text}
      """)
    _ = try linkTables(options(scratch))
    let lines = try scratch.text("out/links.csv").split(separator: "\n").dropFirst()
    #expect(lines.count { $0.contains(",auto,") } == 80)
    #expect(
      lines.allSatisfy { line in
        let cells = line.split(separator: ",")
        return cells[0].dropFirst() == cells[1].dropFirst()
      })
  }

  @Test func `holds the memory it is given, or says what it needs`() throws {
    let scratch = RimScratch()
    try write(scratch)
    var options = options(scratch)
    options.memory = 80 << 20
    _ = try linkTables(options)
    options.memory = 1 << 20
    #expect(throws: RunError.self) { try linkTables(options) }
  }
}
