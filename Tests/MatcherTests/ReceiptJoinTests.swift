import Domain
import TestSupport
import Testing

@testable import Matcher

/// What was received, brought together with what was paid.
struct ReceiptJoinTests {
  /// An SP2D paid on 10 March 2024: its amount and the billing codes of its list.
  private struct Paid {
    var amount: Int64
    var codes: [SymbolTable.Symbol] = []
    var isCancelled = false
  }

  /// A receipt: its code, amount and the day it was posted.
  private struct Received {
    var code: SymbolTable.Symbol
    var amount: Int64
    var day = "2024-03-12"
    var month: String? = "2024-03"
    var fund: SymbolTable.Symbol = 0
  }

  /// What each SP2D received, the first with the number 1.
  private func join(_ paid: [Paid], _ received: [Received]) -> [ReceiptMatch?] {
    var cases = [DisbursementCase(sp2d: 0)]
    for (place, one) in paid.enumerated() {
      var line = DisbursementRecord()
      (line.amount, line.isCancelled, line.fund) = (one.amount, one.isCancelled, 1)
      line.month = CaseBuilder.month("2024-03")
      line.issuedOn = DateCell(CaseBuilder.day("2024-03-10"))
      var disbursement = DisbursementCase(sp2d: SymbolTable.Symbol(place + 1))
      disbursement.add(line, row: UInt32(place))
      disbursement.billingCodes = one.codes[...]
      cases.append(disbursement)
    }
    let receipts = received.map { one in
      var record = ReceiptRecord()
      (record.billingCode, record.amount, record.fund) = (one.code, one.amount, one.fund)
      record.month = one.month.map(CaseBuilder.month)
      record.postedOn = DateCell(CaseBuilder.day(one.day))
      return record
    }
    return ReceiptJoin.join(cases, ContiguousArray(receipts)) { $0 == $1 }.dropFirst()
      .map(\.receipt)
  }

  private func amounts(_ paid: [Paid], _ received: [Received]) -> [Int64] {
    join(paid, received).map { $0?.received ?? -1 }
  }

  @Test func `one receipt pays one SP2D, several add up, short and over are said`() {
    let one = [Paid(amount: 100, codes: [1])]
    #expect(amounts(one, [Received(code: 1, amount: 100)]) == [100])
    #expect(
      amounts(one, [Received(code: 1, amount: 60), Received(code: 1, amount: 40)]) == [100])
    #expect(amounts(one, [Received(code: 1, amount: 90)]) == [90])
    #expect(amounts(one, [Received(code: 1, amount: 130)]) == [130])
    #expect(amounts(one, []) == [0])
    #expect(join(one, []).map { $0?.billingCode } == [1])
  }

  @Test func `an SP2D under several codes has the receipts of all`() {
    let one = [Paid(amount: 100, codes: [1, 2])]
    #expect(
      amounts(one, [Received(code: 1, amount: 60), Received(code: 2, amount: 40)]) == [100])
    #expect(amounts(one, [Received(code: 2, amount: 40)]) == [40])
  }

  @Test func `several SP2Ds share a code`() {
    let both = [Paid(amount: 100, codes: [1]), Paid(amount: 50, codes: [1])]
    #expect(amounts(both, [Received(code: 1, amount: 150)]) == [100, 50])
    #expect(amounts(both, [Received(code: 1, amount: 50)]) == [0, 50], "its own amount first")
    #expect(amounts(both, [Received(code: 1, amount: 120)]) == [100, 20], "else in order")
    #expect(
      amounts(both, [Received(code: 1, amount: 170)]) == [100, 70], "what is over comes last")
  }

  @Test func `codes that chain SP2Ds together make one group`() {
    let three = [
      Paid(amount: 100, codes: [1]), Paid(amount: 50, codes: [2]),
      Paid(amount: 30, codes: [1, 2]),
    ]
    #expect(
      amounts(three, [Received(code: 1, amount: 110), Received(code: 2, amount: 70)])
        == [100, 50, 30])
  }

  @Test func `without a code the amount joins inside the window`() {
    let one = [Paid(amount: 100)]
    #expect(amounts(one, [Received(code: 9, amount: 100)]) == [100])
    #expect(join(one, [Received(code: 9, amount: 100)]).map { $0?.billingCode } == [9])
    #expect(amounts(one, [Received(code: 9, amount: 100, day: "2024-03-07")]) == [100])
    #expect(amounts(one, [Received(code: 9, amount: 100, day: "2024-03-06")]) == [0])
    #expect(amounts(one, [Received(code: 9, amount: 100, day: "2024-04-24")]) == [100])
    #expect(amounts(one, [Received(code: 9, amount: 100, day: "2024-04-25")]) == [0])
    #expect(amounts(one, [Received(code: 9, amount: 100, month: "2024-04")]) == [0])
    #expect(amounts(one, [Received(code: 9, amount: 100, fund: 2)]) == [0])
  }

  @Test func `several of either side add up inside the window`() {
    #expect(
      amounts(
        [Paid(amount: 100)],
        [
          Received(code: 7, amount: 60), Received(code: 8, amount: 35),
          Received(code: 9, amount: 40),
        ]) == [100])
    #expect(
      amounts(
        [Paid(amount: 100), Paid(amount: 30), Paid(amount: 20)], [Received(code: 9, amount: 120)])
        == [100, 0, 20])
  }

  @Test func `a receipt that only one SP2D can have is its own though short`() {
    #expect(amounts([Paid(amount: 100)], [Received(code: 9, amount: 90)]) == [90])
    #expect(
      amounts([Paid(amount: 100), Paid(amount: 80)], [Received(code: 9, amount: 90)]) == [0, 0])
  }

  @Test func `a cancelled SP2D awaits nothing`() {
    #expect(
      amounts([Paid(amount: 100, codes: [1], isCancelled: true)], [Received(code: 1, amount: 1)])
        == [-1])
  }

  @Test func `a search that is too large is stopped, and that is said`() {
    let many = (1...30).map { Received(code: 9, amount: Int64($0) * 1000 + 1) }
    let matches = join([Paid(amount: 100_000), Paid(amount: 90_000)], many)
    #expect(matches.map { $0?.searchStopped } == [true, true])
    #expect(matches.map { $0?.received } == [0, 0])
  }

  @Test func `the subset search is exact and bounded`() {
    #expect(SubsetSearch.find([5, 3, 9], sum: 9) == .init(places: [2]))
    #expect(SubsetSearch.find([5, 3, 9], sum: 17) == .init(places: [0, 1, 2]))
    #expect(SubsetSearch.find([5, 3, 9], sum: 14) == .init(places: [0, 2]))
    #expect(SubsetSearch.find([5, 3, 9], sum: 13) == .init())
    #expect(SubsetSearch.find([5, 3, 9], sum: 99) == .init())
    #expect(SubsetSearch.find([], sum: 1) == .init())
    let wide = (0..<SubsetSearch.mostAmounts + 1).map { Int64($0) * 2 + 2 }
    #expect(SubsetSearch.find(wide, sum: 101) == .init(isStopped: true))
    let even = (0..<SubsetSearch.mostAmounts).map { 1_000_000 + Int64($0) * 2 }
    #expect(SubsetSearch.find(even, sum: 12_000_001) == .init(isStopped: true))
  }
}
