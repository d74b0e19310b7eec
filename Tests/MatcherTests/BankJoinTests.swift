import Domain
import TestSupport
import Testing

@testable import Matcher

/// What left the city's account, brought together with what SP2Ds paid.
struct BankJoinTests {
  /// An entry of the account.
  private struct Entry {
    var amount: Int64
    var text = ""
    var day = "2024-03-12"
    var direction = BankRecord.Direction.debit
    var currency = "IDR"
  }

  /// What left for each SP2D; all are paid on 10 March 2024.
  private func join(_ paid: [(String, Int64)], _ entries: [Entry]) -> [BankMatch?] {
    var records = RunRecords()
    var cases = [DisbursementCase(sp2d: 0)]
    for (place, one) in paid.enumerated() {
      let symbol = records.sp2ds.intern(ContiguousArray(one.0.utf8).span)
      var line = DisbursementRecord()
      (line.sp2d, line.amount) = (symbol, one.1)
      line.issuedOn = DateCell(CaseBuilder.day("2024-03-10"))
      var disbursement = DisbursementCase(sp2d: symbol)
      disbursement.add(line, row: UInt32(place))
      cases.append(disbursement)
    }
    for one in entries {
      var record = BankRecord()
      (record.amount, record.direction) = (ExactAmount(whole: one.amount), one.direction)
      record.bookedOn = CaseBuilder.day(one.day)
      record.remittance = records.texts.add(ContiguousArray(one.text.utf8).span)
      record.currency = records.texts.add(ContiguousArray(one.currency.utf8).span)
      records.bank.append(record)
    }
    return BankJoin.join(cases, records).dropFirst().map(\.bank)
  }

  private func rows(_ paid: [(String, Int64)], _ entries: [Entry]) -> [[UInt32]] {
    join(paid, entries).map { $0?.rows ?? [] }
  }

  @Test(arguments: ["SP2D 0012/SP2D/2024 iuran", "iuran 0012-sp2d-2024", "(0012 SP2D 2024)"])
  func `an entry that names the SP2D is its own, whatever its amount and day`(text: String) {
    let found = join([("0012/SP2D/2024", 100)], [Entry(amount: 60, text: text, day: "2024-09-01")])
    #expect(
      found == [BankMatch(paid: 60, rows: [0], isNamed: true, searchStopped: false)])
  }

  @Test func `numbers that differ in their marks alone are all named, in either order`() {
    for numbers in [["900/SP2D/1", "900-SP2D-1"], ["900-SP2D-1", "900/SP2D/1"]] {
      let paid = numbers.map { ($0, Int64(50)) }
      #expect(rows(paid, [Entry(amount: 100, text: "900 SP2D 1")]) == [[0], [0]])
    }
  }

  @Test func `a number is no part of a longer one`() {
    let paid = [("SP2D-2024-1", Int64(100)), ("SP2D-2024-1-A", 200)]
    #expect(rows(paid, [Entry(amount: 999, text: "SP2D-2024-10")]) == [[], []])
    #expect(rows(paid, [Entry(amount: 200, text: "SP2D-2024-1-A")]) == [[], [0]])
  }

  @Test(arguments: [
    ("SP2D 12", 1), ("No. 12", 1), ("12", 1), ("tahap 12", 0), ("12 orang", 0),
  ])
  func `a short number counts alone or where it is announced`(text: String, count: Int) {
    #expect(rows([("12", 100)], [Entry(amount: 60, text: text)])[0].count == count)
  }

  @Test func `one entry pays several that it names, several pay one`() {
    let paid = [("900/A", Int64(100)), ("900/B", 50)]
    #expect(
      join(paid, [Entry(amount: 150, text: "900/A dan 900/B")]).map { $0?.paid } == [100, 50])
    let parts = [Entry(amount: 60, text: "900/A"), Entry(amount: 40, text: "900/A")]
    #expect(rows(paid, parts) == [[0, 1], []])
  }

  @Test(arguments: [("2024-03-06", 0), ("2024-03-07", 1), ("2024-03-24", 1), ("2024-03-25", 0)])
  func `without a name the amount counts, three days before to fourteen after`(
    day: String, count: Int
  ) {
    #expect(rows([("900/A", 100)], [Entry(amount: 100, day: day)])[0].count == count)
  }

  @Test func `entries add up to an SP2D, and an SP2D's to an entry`() {
    let parts = [Entry(amount: 70), Entry(amount: 33), Entry(amount: 30)]
    #expect(rows([("900/A", 100)], parts) == [[0, 2]])
    let paid = [("900/A", Int64(100)), ("900/B", 50), ("900/C", 20)]
    #expect(rows(paid, [Entry(amount: 120)]) == [[0], [], [0]])
  }

  @Test func `what came in, is in another currency or is short is none's`() {
    let paid = [("900/A", Int64(100))]
    #expect(rows(paid, [Entry(amount: 100, direction: .credit)]) == [[]])
    #expect(rows(paid, [Entry(amount: 100, currency: "EUR")]) == [[]])
    #expect(rows(paid, [Entry(amount: 90)]) == [[]])
    #expect(rows(paid, [Entry(amount: 100, direction: .unknown, currency: "")]) == [[0]])
  }

  @Test func `a search among too many is stopped and says so`() {
    let many = (0..<11).map { Entry(amount: 11 + Int64($0)) }
    #expect(join([("900/A", 100)], many).map { $0?.searchStopped } == [true])
    #expect(join([("900/A", 100)], many + [Entry(amount: 100)]).map { $0?.rows } == [[11]])
  }
}
