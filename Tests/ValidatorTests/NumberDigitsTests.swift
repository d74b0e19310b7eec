import Domain
import Testing
import Validator

/// NIKs in a workbook's number cells, of which a spreadsheet keeps fifteen digits.
struct NumberDigitsTests {
  /// What became of a list: the NIKs that were kept, and the file's verdict.
  private func kept(_ niks: [String], _ kind: CellKind = .number) -> (niks: Int, damaged: Int) {
    var batch = RecordBatch()
    for (place, nik) in niks.enumerated() {
      let cells = [(nik, kind), ("1234567890\(place)", .text), ("SITI", .text)]
      let first = UInt32(batch.fields.count)
      for (text, cellKind) in cells {
        let start = UInt32(batch.bytes.count)
        batch.bytes.append(contentsOf: text.utf8)
        batch.fields.append(FieldRange(start: start, end: UInt32(batch.bytes.count)))
        batch.kinds.append(cellKind)
      }
      batch.rows.append(
        RecordBatch.Row(first: first, count: 3, line: UInt32(place + 2), byte: 0))
    }
    var verdict = FileVerdict()
    while true {
      var records = RunRecords()
      var checker = RecordChecker(
        .roster,
        InputSettings(
          file: 3, columns: [.nik: 0, .kpj: 1, .name: 2], dates: nil, amounts: .detect, fund: 0,
          verdict: verdict))
      checker.add(batch, to: &records)
      guard checker.file.verdict != verdict else {
        return (records.roster.count { $0.nik.isPresent }, checker.file.facts.damagedNIKs)
      }
      verdict = checker.file.verdict
    }
  }

  @Test func `a number cell that ends in 0 has lost its digit where most of them do`() {
    #expect(kept(["3375010101700000"]) == (0, 1))
    #expect(kept(["3375010101700000", "3375010102700000", "3375010103700001"]) == (1, 2))
  }

  @Test func `a cell that was never rounded shows that the others were not`() {
    #expect(kept(["3375010101700010", "3375010102700003"]) == (2, 0))
  }

  @Test func `a text that ends in 0 is none of them`() {
    #expect(kept(["3375010101700000"], .text) == (1, 0))
  }

  @Test func `a number beyond the fifty-third power of two is not whole`() {
    #expect(kept(["9101010101700001", "3375010102700003"]) == (1, 1))
  }
}
