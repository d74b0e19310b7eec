public import Domain

/// How the cells of one file are to be read, and which file it is.
public struct InputSettings: Sendable {
  /// The file.
  public let file: FileID
  /// Which cell holds which column.
  public let columns: ColumnMap
  /// The fund of rows that state none.
  public let fund: SymbolTable.Symbol
  /// The order of day and month in all columns, where the definition states it.
  let statedDates: DateOrder?
  /// The form of amounts that the definition states; else each cell shows its own.
  let statedAmounts: AmountStyle
  /// What is known of the file from reading it before.
  let verdict: FileVerdict
  /// The last year in which somebody can have been born.
  let latestBirthYear: Int
  /// The sheet whose lines have no number before them, else the first that is read.
  let firstSheet: Int?

  /// Settings of one file.
  public init(
    file: FileID, columns: ColumnMap, dates: DateOrder?, amounts: AmountStyle,
    fund: SymbolTable.Symbol, verdict: FileVerdict = FileVerdict(),
    latestBirthYear: Int = CalendarDate.latestShortYear, firstSheet: Int? = nil
  ) {
    (self.file, self.columns, self.fund) = (file, columns, fund)
    self.firstSheet = firstSheet
    (statedDates, statedAmounts, self.verdict) = (dates, amounts, verdict)
    self.latestBirthYear = latestBirthYear
  }

  /// The cell of a column, or -1 where the file has none.
  func cell(_ column: Column) -> Int { columns.cell(column) }

  /// The form of amounts.
  var amounts: AmountStyle { verdict.amounts ?? statedAmounts }

  /// What a date of a column says.
  func settle<Value>(_ reading: OrderedReading<Value>, _ column: Column) -> Told<Value> {
    let form = verdict.dates[column] ?? .dayFirst
    let order = statedDates ?? (form == .monthFirst ? .monthFirst : .dayFirst)
    if statedDates == nil, form == .undecided, reading.dayFirst != reading.monthFirst {
      return .undecided
    }
    guard let value = reading[order] else { return reading.isBlank ? .blank : .unreadable }
    return .value(value)
  }
}

/// What a cell says.
enum Told<Value: Sendable>: Sendable {
  case value(Value), blank, undecided, unreadable
}
