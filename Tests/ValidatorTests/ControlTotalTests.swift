import Domain
import Testing
import Validator

/// A batch put together by hand: what Reader tells of a file with totals rows.
private struct HandBatch {
  var batch = RecordBatch()
  private var line: UInt32 = 1

  mutating func add(_ cells: [(String, CellKind)], as kind: SkippedRow.Kind? = nil) {
    line += 1
    let first = UInt32(batch.fields.count)
    for (text, cellKind) in cells {
      let start = UInt32(batch.bytes.count)
      batch.bytes.append(contentsOf: text.utf8)
      batch.fields.append(FieldRange(start: start, end: UInt32(batch.bytes.count)))
      batch.kinds.append(cellKind)
    }
    let row = RecordBatch.Row(first: first, count: UInt32(cells.count), line: line, byte: 0)
    if let kind { batch.skipped.append(SkippedRow(kind, row)) } else { batch.rows.append(row) }
  }

  /// A payment of somebody.
  mutating func pay(_ amount: String, _ kind: CellKind = .text) {
    add([("2024-06", .text), ("12345678901", .text), (amount, kind)])
  }

  /// A totals row.
  mutating func total(
    _ amount: String, label: String = "JUMLAH", as kind: SkippedRow.Kind = .total
  ) {
    add([(label, .text), ("", .text), (amount, .text)], as: kind)
  }
}

struct ControlTotalTests {
  private let settings = InputSettings(
    file: 3, columns: [.month: 0, .kpj: 1, .amount: 2], dates: nil, amounts: .detect, fund: 0)

  private func check(
    _ verdict: FileVerdict? = nil, _ build: (inout HandBatch) -> Void
  ) -> (file: CheckedFile, tally: FileTally, rows: Int) {
    var hand = HandBatch()
    build(&hand)
    var records = RunRecords()
    let settings =
      verdict.map {
        InputSettings(
          file: 3, columns: self.settings.columns, dates: nil, amounts: .detect, fund: 0,
          verdict: $0)
      } ?? self.settings
    var checker = ContributionChecker(settings, firstRow: 0)
    checker.add(hand.batch, to: &records)
    return (checker.file, checker.tally, checker.rows.count)
  }

  private func isExcluded(_ build: (inout HandBatch) -> Void) -> Bool {
    check(nil, build).file.verdict.isExcluded
  }

  @Test func `a total that its rows add up to says nothing`() {
    let checked = check {
      $0.pay("16.800")
      $0.pay("16800.0", .number)
      $0.total("33.600")
    }
    #expect(!checked.file.verdict.isExcluded && checked.file.facts.total == nil)
    #expect(checked.rows == 2)
  }

  @Test func `one rupiah of difference excludes the file`() throws {
    let checked = check {
      $0.pay("16800")
      $0.pay("16800")
      $0.total("33.601")
    }
    let total = try #require(checked.file.facts.total)
    #expect(total.line == 4 && total.difference == 1)
    #expect(total.stated == .money(33_601) && total.counted == .money(33_600))
  }

  @Test func `a total may be of all rows above or of those since the last one`() throws {
    let pages = { (last: String) in
      { (hand: inout HandBatch) in
        hand.pay("100")
        hand.total("100")
        hand.pay("200")
        hand.total(last)
      }
    }
    #expect(!isExcluded(pages("200")))
    #expect(!isExcluded(pages("300")))
    #expect(isExcluded(pages("301")))
  }

  @Test func `a subtotal and a total without a number say nothing`() throws {
    #expect(
      !isExcluded {
        $0.pay("100")
        $0.total("999", as: .subtotal)
        $0.total("")
        $0.total("lihat lampiran")
      })
  }

  @Test func `an amount in words between rows and total is no total`() throws {
    let build = { (last: String) in
      { (hand: inout HandBatch) in
        hand.pay("100")
        hand.total("100")
        hand.pay("200")
        hand.total("", label: "Terbilang : dua ratus rupiah")
        hand.total(last)
      }
    }
    #expect(!isExcluded(build("200")))
    #expect(isExcluded(build("201")))
  }

  @Test func `a row whose amount cannot be read leaves nothing to compare`() throws {
    #expect(
      !isExcluded {
        $0.pay("100")
        $0.pay("seratus")
        $0.total("200")
      })
  }

  @Test func `a head count in words is compared`() throws {
    let build = { (label: String) in
      { (hand: inout HandBatch) in
        hand.pay("100")
        hand.pay("100")
        hand.total("200", label: label)
      }
    }
    #expect(!isExcluded(build("Jumlah 2 orang")))
    #expect(isExcluded(build("Jumlah 3 orang")))
    #expect(!isExcluded(build("Jumlah peserta")))
    #expect(!isExcluded(build("Total iuran peserta tahun 2024")))
    #expect(isExcluded(build("Total (3 peserta)")))
  }

  /// A bank account of three entries under a total.
  private func bank(_ total: String) throws -> Checked {
    try Checked.settled(
      .bank,
      "tanggal;keterangan;jumlah;dk\n2024-01-02;a;100,50;K\n2024-01-03;b;30;D\n"
        + "2024-01-04;c;20,25;D\n;JUMLAH;\(total);\n")
  }

  @Test(arguments: ["150,75", "100,50", "50,25", "-50,25", ""])
  func `a bank account's total may be of what came in, went out, both or the balance`(
    total: String
  ) throws {
    let checked = try bank(total)
    #expect(checked.file?.verdict.isExcluded == false)
    #expect(checked.records.bank.count == 3)
  }

  @Test(arguments: ["150,76", "150", "30", "999.999"])
  func `a bank account's total that is none of them excludes the file`(total: String) throws {
    let checked = try bank(total)
    #expect(checked.file?.verdict.isExcluded == true)
    #expect(checked.records.bank.isEmpty && checked.tally.skipped.rows == 4)
    #expect(checked.file?.facts.total?.line == 5)
  }

  @Test func `sums that do not fit do not trap`() throws {
    #expect(
      isExcluded {
        $0.pay("100")
        $0.total("-9223372036854775807")
      })
  }

  @Test func `the rows of an excluded file are skipped, their months kept`() {
    let build = { (hand: inout HandBatch) in
      hand.pay("100")
      hand.pay("x")
      hand.pay("50")
      hand.total("151")
    }
    let first = check { hand in
      hand.pay("100")
      hand.total("151")
    }
    let again = check(first.file.verdict, build)
    #expect(again.rows == 0)
    #expect(again.tally.skipped.rows == 4 && again.tally.skipped.amount.rupiah == 150)
    #expect(again.tally.rejected.rows == 0 && again.tally.accepted.rows == 0)
    #expect(again.file.unusedMonths.map { written($0) } == ["2024-06"])
    #expect(again.file.verdict == first.file.verdict)
  }
}
