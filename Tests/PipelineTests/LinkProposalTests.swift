import TestSupport
import Testing

@testable import Pipeline

/// What is compared where no configuration says it.
struct LinkProposalTests {
  private func link(_ left: [String], _ right: [String]) throws -> (LinkOutcome, [String]) {
    let scratch = RimScratch()
    try scratch.make("left.csv", left.joined(separator: "\n") + "\n")
    try scratch.make("right.csv", right.joined(separator: "\n") + "\n")
    var options = LinkOptions(out: "\(scratch.path)/out")
    options.files = ["left.csv", "right.csv"].map { "\(scratch.path)/\($0)" }
    let outcome = try linkTables(options)
    return (outcome, try scratch.text("out/links.csv").split(separator: "\n").map(String.init))
  }

  /// Bills and a statement that pays them: other headers, the other sign, a fee of 2.500, a memo.
  private var bills: (left: [String], right: [String]) {
    var (left, right) = (["doc,due,gross,payee"], ["line,booked,charge,text"])
    for i in 0..<90 {
      let (day, later) = (10 + i % 10, 12 + i % 10)
      let payee =
        "Toko \(["Maju", "Jaya", "Sari"][i % 3]) \(["Batik", "Tekstil", "Kain"][i / 3 % 3])"
      let amount = 40_000 + i * 7_919
      left.append("D\(i),2025-03-\(day),\(amount).00,\(payee) \(70_000 + i * 31)")
      let paid = i % 3 == 0 ? amount - 2_500 : amount
      right.append(
        "X\(i),\(later)/03/2025,-\(paid).00,TRSF \(payee.uppercased()) \(70_000 + i * 31)")
    }
    return (left, right)
  }

  @Test func `pairs amounts, dates and memos by what stands in them`() throws {
    let (outcome, lines) = try link(bills.left, bills.right)
    let proposed = try #require(outcome.proposed)
    #expect(proposed.contains("left: gross, right: charge, as: amount"))
    #expect(proposed.contains("left: payee, right: text, as: text"))
    #expect(
      proposed.contains(
        "left: due, right: booked, as: date, window: 3d, direction: right-not-before-left"))
    let linked = lines.dropFirst().count { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return cells[0].dropFirst() == cells[1].dropFirst()
    }
    #expect(linked == 90)
  }

  @Test func `amounts of the other sign are opposite, and those less a usual fee a level`() throws {
    let (_, lines) = try link(bills.left, bills.right)
    #expect(lines.count { $0.contains(",opposite") } == 60)
    #expect(lines.count { $0.contains(",fee") } == 30)
  }

  @Test func `joins given name and surname, and lets one row be several times on the left`() throws
  {
    let names = ["Slamet", "Wahyu", "Siti", "Aminah", "Joko", "Agus", "Rina"]
    let last = ["Hidayat", "Lestari", "Santoso", "Wibowo", "Rahayu"]
    var (left, right) = (["id,nama,lahir"], ["no,first_name,last_name,born"])
    for i in 0..<70 {
      let born = "19\(60 + i % 30)-0\(1 + i % 9)-1\(i % 10)"
      right.append("R\(i),\(names[i % 7]),\(last[i / 7 % 5]),\(born)")
      for copy in 0..<2 { left.append("L\(i)-\(copy),\(names[i % 7]) \(last[i / 7 % 5]),\(born)") }
    }
    let (outcome, lines) = try link(left, right)
    let proposed = try #require(outcome.proposed)
    #expect(proposed.contains("left: nama, right: [first_name, last_name], as: name"))
    #expect(proposed.contains("cardinality: many-to-one"))
    #expect(lines.dropFirst().count { !$0.contains(",,") } == 140)
  }

  @Test func `tables of a header alone are linked to nothing`() throws {
    let (outcome, lines) = try link(["id,nama"], ["id,nama", "1,Siti"])
    #expect(outcome.summary[0].hasPrefix("0 rows of left.csv, 1 of right.csv"))
    #expect(lines == ["left_key,right_key,probability,tier,weight,level_nama"])
  }
}
