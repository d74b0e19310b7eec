internal import Domain

/// Holds the totals rows of a file against the rows above them, sheet by sheet.
///
/// A total may be of all rows above it or of those since the last total; a bank account's may be of
/// what came in, of what went out, of both or of their balance. Where an amount could not be read,
/// or a row not be split, nothing can be compared. What states no number is no total.
struct ControlTotals: Sendable {
  private struct Sums {
    var rows: Int64 = 0
    var amount = MoneySum()
    /// What went out of a bank account, of the amount.
    var outgoing = MoneySum()
    var people: Int64 = 0

    mutating func add(_ other: Sums) {
      rows += other.rows
      amount.add(other.amount)
      outgoing.add(other.outgoing)
      people &+= other.people
    }

    /// Whether an amount is one that a total of the rows may state.
    func isStated(by total: Int64, isAccount: Bool) -> Bool {
      if amount.overflowed || total == amount.rupiah { return true }
      let incoming = amount.rupiah - outgoing.rupiah
      return isAccount
        && [incoming, outgoing.rupiah, abs(incoming - outgoing.rupiah)].contains(abs(total))
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

  /// Counts an entry of a bank account; one of no known direction counts as incoming.
  mutating func count(_ entry: ExactAmount?, isOutgoing: Bool) {
    count(entry?.units)
    if isOutgoing { sinceTotal.outgoing.add(entry?.units ?? 0) }
  }

  /// Compares the totals rows above a line with the rows counted so far.
  mutating func compare(
    _ batch: borrowing RecordBatch, before line: UInt32, _ check: RowCheck
  ) {
    while nextLine < line {
      let stated = Stated(batch, batch.skipped[next].row, check)
      if !stated.isEmpty {
        above.add(sinceTotal)
        if isWhole, difference == nil { difference = breach(stated, check) }
        sinceTotal = Sums()
      }
      next += 1
      findNext(batch)
    }
  }

  private mutating func findNext(_ batch: borrowing RecordBatch) {
    while next < batch.skipped.count, batch.skipped[next].kind != .total { next += 1 }
    nextLine = next < batch.skipped.count ? batch.skipped[next].row.line : .max
  }

  private func breach(_ stated: Stated, _ check: RowCheck) -> FileCase.Total? {
    let isAccount = check.kind == .bank
    if let amount = stated.amount, !above.isStated(by: amount, isAccount: isAccount),
      !sinceTotal.isStated(by: amount, isAccount: isAccount)
    {
      let (gap, overflow) = amount.subtractingReportingOverflow(above.amount.rupiah)
      let unit = isAccount ? ExactAmount.scale : 1
      let difference = overflow ? .max : Int64(clamping: gap.magnitude)
      return FileCase.Total(
        line: stated.line, stated: .money(amount / unit),
        counted: .money(above.amount.rupiah / unit), difference: max(difference / unit, 1))
    }
    if let people = stated.people, people != above.people, people != sinceTotal.people {
      return FileCase.Total(
        line: stated.line, stated: .count(people), counted: .count(above.people), difference: 0)
    }
    if let rows = stated.rows, rows != above.rows, rows != sinceTotal.rows, stated.people == nil {
      return FileCase.Total(
        line: stated.line, stated: .count(rows), counted: .count(above.rows), difference: 0)
    }
    return nil
  }
}

/// What a totals row states: an amount, in hundred thousandths for a bank account, or a count.
private struct Stated {
  let line: UInt32
  let amount: Int64?
  let people: Int64?
  let rows: Int64?

  init(_ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ check: RowCheck) {
    let cell = check.settings.cell(.amount)
    line = row.line
    amount =
      check.kind == .bank
      ? check.exactAmount(batch, row, cell)?.units : check.amount(batch, row, cell).rupiah
    people = check.amount(batch, row, check.settings.cell(.participants)).rupiah
    rows = Self.statedRows(batch, row)
  }

  /// Whether it states nothing that can be compared.
  var isEmpty: Bool { amount == nil && people == nil && rows == nil }

  /// The number of rows or people that a totals row states in words: `Jumlah 432 orang`.
  ///
  /// It stands right before its word: in `Iuran peserta tahun 2024` there is none.
  private static func statedRows(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row
  ) -> Int64? {
    let words: Set<String> = ["orang", "peserta", "baris", "jiwa"]
    for cell in 0..<Int(row.count) {
      let text = batch.bytes[batch.range(row, cell)]
      let parts = text.split { !Bytes.isLetter($0) && !Bytes.isDigit($0) && $0 != 0x2e }
      for (number, word) in zip(parts, parts.dropFirst()) {
        guard Bytes.isDigit(number[number.startIndex]),
          words.contains(String(decoding: word.map(Bytes.lower), as: UTF8.self))
        else { continue }
        return Money(parsing: ContiguousArray(number).span, style: .dotThousands)?.rupiah
      }
    }
    return nil
  }
}
