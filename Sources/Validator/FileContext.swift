public import Domain

/// How the cells of one file are to be read, and which file it is.
public struct InputSettings: Sendable {
  /// The file.
  public let file: FileID
  /// Which cell holds which column.
  public let columns: ColumnMap
  /// Whether 01/02 is in February or in January.
  public let dates: DateOrder
  /// Which mark separates thousands.
  public let amounts: AmountStyle
  /// The fund of rows that state none.
  public let fund: SymbolTable.Symbol

  /// Settings of one file.
  public init(
    file: FileID, columns: ColumnMap, dates: DateOrder, amounts: AmountStyle,
    fund: SymbolTable.Symbol
  ) {
    (self.file, self.columns, self.dates) = (file, columns, dates)
    (self.amounts, self.fund) = (amounts, fund)
  }

  /// The cell of a column, or -1 where the file has none.
  func cell(_ column: Column) -> Int { columns.cell(column) }
}

/// What the checks of one file's rows share: how cells are read, and what was counted.
struct RowCheck {
  /// Why the row at hand cannot become a record.
  struct Failure {
    let column: Column
    let cell: Int
    let reason: Reject.Reason
  }

  let settings: InputSettings
  var tally = FileTally()
  var failure: Failure?

  init(_ settings: InputSettings) { self.settings = settings }

  /// Notes the first reason against the row.
  mutating func fail(_ column: Column, _ cell: Int, _ reason: Reject.Reason) {
    if failure == nil { failure = Failure(column: column, cell: cell, reason: reason) }
  }

  /// Counts a value that is there and cannot be read, in a column that may be empty.
  mutating func unread(_ column: Column) { tally.unread[column, default: 0] += 1 }

  /// A date, absent where the cell is empty or cannot be read.
  mutating func date(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ column: Column
  ) -> DateCell {
    let range = batch.range(row, cell)
    if range.isEmpty { return .absent }
    let date = CalendarDate(parsing: batch.bytes.span.extracting(range), order: settings.dates)
    if date == nil { unread(column) }
    return DateCell(date)
  }

  /// A date without which the row is rejected.
  mutating func requiredDate(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int, _ column: Column
  ) -> CalendarDate? {
    let range = batch.range(row, cell)
    let date = CalendarDate(parsing: batch.bytes.span.extracting(range), order: settings.dates)
    if date == nil { fail(column, cell, range.isEmpty ? .missingValue : .unreadableValue) }
    return date
  }

  /// An amount without which the row is rejected; zero then.
  mutating func requiredAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> Int64 {
    let range = batch.range(row, cell)
    guard
      let money = Money(parsing: batch.bytes.span.extracting(range), style: settings.amounts)
    else {
      fail(.amount, cell, range.isEmpty ? .missingValue : .unreadableValue)
      return 0
    }
    guard abs(money.rupiah) <= Limits.amount else {
      fail(.amount, cell, .amountTooLarge)
      return 0
    }
    return money.rupiah
  }

  /// An amount in a column that may be empty.
  mutating func optionalAmount(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ column: Column
  ) -> Int64? {
    let range = batch.range(row, settings.cell(column))
    if range.isEmpty { return nil }
    let money = Money(parsing: batch.bytes.span.extracting(range), style: settings.amounts)
    guard let money, abs(money.rupiah) <= Limits.amount else {
      unread(column)
      return nil
    }
    return money.rupiah
  }

  /// A KPJ, absent where the cell is empty or cannot be one.
  mutating func kpj(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int
  ) -> KPJ {
    guard let kpj = KPJ(parsing: batch.bytes.span.extracting(batch.range(row, cell))) else {
      unread(.kpj)
      return .absent
    }
    return kpj
  }

  /// A text kept in the arena.
  func text(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int,
    _ texts: inout TextArena
  ) -> Text {
    let range = batch.trimmed(row, cell)
    return texts.add(batch.bytes.span.extracting(range))
  }

  /// A text of few spellings.
  func symbol(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, _ cell: Int,
    _ table: inout SymbolTable, guess: SymbolTable.Symbol = 0
  ) -> SymbolTable.Symbol {
    let range = batch.trimmed(row, cell)
    return table.intern(batch.bytes.span.extracting(range), guess: guess)
  }

  /// Books the row as a reject and makes ready for the next one.
  mutating func reject(
    _ batch: borrowing RecordBatch, _ row: RecordBatch.Row, amount: Int64,
    _ records: inout RunRecords
  ) {
    guard let failure else { preconditionFailure("a rejected row has a reason") }
    let range = batch.range(row, failure.cell)
    let shape = records.texts.add(shapeOf: batch.bytes.span.extracting(range))
    let isRowMeant = batch.holdsCopies || failure.cell < 0 || range.isEmpty
    let start = isRowMeant ? Int(row.byte) : range.lowerBound
    records.rejects.append(
      Reject(
        at: SourceLocation(file: settings.file, line: row.line),
        column: UInt32(failure.cell + 1), byte: batch.fileOffset + start,
        field: failure.column, reason: failure.reason, shape: shape, amount: amount))
    tally.rejected.add(amount)
    self.failure = nil
  }

  /// Books the rows that were left out on purpose.
  mutating func countSkipped(_ batch: borrowing RecordBatch) {
    for _ in 0..<batch.skipped.count {
      tally.read.add(0)
      tally.skipped.add(0)
    }
  }

  /// Books the rows that could not be split into cells.
  mutating func rejectFaults(_ batch: borrowing RecordBatch, _ records: inout RunRecords) {
    for i in 0..<batch.faults.count {
      let fault = batch.faults[i]
      records.rejects.append(
        Reject(
          at: SourceLocation(file: settings.file, line: fault.line), column: fault.column,
          byte: fault.byte, field: nil, reason: fault.reason, shape: .absent, amount: 0))
      tally.read.add(0)
      tally.rejected.add(0)
    }
  }
}

/// Bounds of what a cell may hold; reaching one is a reject with its reason.
enum Limits {
  /// Ten trillion rupiah: no single row of any city is above it.
  static let amount: Int64 = 10_000_000_000_000
  /// What one premium row may pay, so that it fits in four bytes.
  static let premium = Int64(Int32.max)
  /// The longest shape that is shown.
  static let shape = 40
}
