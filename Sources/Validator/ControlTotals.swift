internal import Domain

/// Holds the totals rows of a file against the rows above them, sheet by sheet.
///
/// A total may be of all rows above it or of those since the last total. Where an amount could not
/// be read, or a row not be split, nothing can be compared.
struct ControlTotals: Sendable {
  private struct Sums {
    var rows: Int64 = 0
    var amount = MoneySum()
    var people: Int64 = 0

    mutating func add(_ other: Sums) {
      rows += other.rows
      amount.add(other.amount)
      people &+= other.people
    }
  }

  private var above = Sums()
  private var sinceTotal = Sums()
  private var sheet = 0
  private var next = 0
  /// Whether all rows above could be read.
  private var isWhole = true
  /// The line of the next totals row of the batch; the highest number where there is none.
  private(set) var nextLine = UInt32.max
  /// The first total that differs.
  private(set) var difference: FileCase.Total?

  /// Makes ready for a batch's rows.
  mutating func begin(_ batch: borrowing RecordBatch) {
    if batch.sheet != sheet {
      (above, sinceTotal, sheet, isWhole) = (Sums(), Sums(), batch.sheet, true)
    }
    if !batch.faults.isEmpty { isWhole = false }
    next = 0
    findNext(batch)
  }

  /// Counts a row; an amount that could not be read is nil.
  @inline(__always)
  mutating func count(_ amount: Int64?, people: Int64 = 0) {
    guard let amount else {
      isWhole = false
      return
    }
    sinceTotal.rows += 1
    sinceTotal.amount.add(amount)
    sinceTotal.people &+= people
  }

  /// Compares the totals rows above a line with the rows counted so far.
  mutating func compare(
    _ batch: borrowing RecordBatch, before line: UInt32, _ check: RowCheck
  ) {
    while nextLine < line {
      let row = batch.skipped[next].row
      above.add(sinceTotal)
      if isWhole, difference == nil { difference = breach(batch, row, check) }
      sinceTotal = Sums()
      next += 1
      findNext(batch)
    }
  }

  private mutating func findNext(_ batch: borrowing RecordBatch) {
    while next < batch.skipped.count, batch.skipped[next].kind != .total { next += 1 }
    nextLine = next < batch.skipped.count ? batch.skipped[next].row.line : .max
  }

  private func breach(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ check: RowCheck
  ) -> FileCase.Total? {
    if let stated = check.amount(batch, row, check.settings.cell(.amount)).rupiah,
      stated != above.amount.rupiah, stated != sinceTotal.amount.rupiah
    {
      let (gap, overflow) = stated.subtractingReportingOverflow(above.amount.rupiah)
      return FileCase.Total(
        line: row.line, stated: .money(stated), counted: .money(above.amount.rupiah),
        difference: overflow ? .max : Int64(clamping: gap.magnitude))
    }
    let people = check.amount(batch, row, check.settings.cell(.participants)).rupiah
    if let people, people != above.people, people != sinceTotal.people {
      return FileCase.Total(
        line: row.line, stated: .count(people), counted: .count(above.people), difference: 0)
    }
    if let rows = Self.statedRows(batch, row), rows != above.rows, rows != sinceTotal.rows,
      people == nil
    {
      return FileCase.Total(
        line: row.line, stated: .count(rows), counted: .count(above.rows), difference: 0)
    }
    return nil
  }

  /// The number of rows or people that a totals row states in words: `Jumlah 432 orang`.
  private static func statedRows(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> Int64? {
    let words: [StaticString] = ["orang", "peserta", "baris", "jiwa"]
    for cell in 0..<Int(row.count) {
      let text = batch.bytes.span.extracting(batch.trimmed(row, cell))
      for word in words where Bytes.contains(text, word: word) {
        var digits = 0..<0
        for place in 0..<text.count where Bytes.isDigit(text[place]) || text[place] == 0x2e {
          digits = digits.isEmpty ? place..<place + 1 : digits.lowerBound..<place + 1
        }
        return Money(parsing: text.extracting(digits), style: .dotThousands)?.rupiah
      }
    }
    return nil
  }
}
