public import Domain

/// Looks at the values of a file's known columns for what makes them unreadable.
///
/// Nothing becomes a record: it is what a run would say of the file's values, without the run.
public struct ValueLook: Sendable {
  /// What is wrong with a cell, or with a column as a whole.
  public struct Issue: Sendable {
    /// The word for it in outputs.
    public let code: String
    /// The line of the row it was seen in first, from 1.
    public let line: UInt32
    /// The cell, from 1.
    public let column: Int
    /// The first byte of that row, in the file.
    public let byte: Int
    /// The sheet it stands in, by its place among the reader's sheets.
    public let sheet: Int
    /// What is wrong, in fixed words.
    public let message: String
  }

  /// How a column's values are looked at.
  private enum Form { case identity, day, month, amount }

  /// What a column showed so far.
  private struct Seen {
    let form: Form
    var dates = FileEvidence.Dates()
    var amounts = FileEvidence.Amounts()
    var digits = FileEvidence.Digits()
    /// The first cell that is in doubt.
    var first: (line: UInt32, column: Int, byte: Int, sheet: Int)?
  }

  private var columns: [Seen] = []
  private var places: [String: Int] = [:]
  /// The columns by the cells of the rows at hand, or by the names that are known.
  private var cells: [Int?] = []
  /// The cells that are to be looked at where rows have places.
  private var looked: [(cell: Int, column: Int)] = []

  /// Nothing seen.
  public init() {}

  /// How many cells or names are known.
  public var count: Int { cells.count }

  /// Forgets the cells that are known, not what their columns showed: another sheet follows.
  public mutating func startSheet() {
    cells.removeAll(keepingCapacity: true)
    looked.removeAll(keepingCapacity: true)
  }

  /// Says what the next cell or name is called, and which column it holds.
  public mutating func add(name: String, column: Column?) {
    let place = column.flatMap(Self.form).map { form in
      if let known = places[name] { return known }
      places[name] = columns.count
      columns.append(Seen(form: form))
      return columns.count - 1
    }
    if let place { looked.append((cells.count, place)) }
    cells.append(place)
  }

  private static func form(_ column: Column) -> Form? {
    switch column {
    case .nik, .familyCard: .identity
    case .month: .month
    case .amount, .jkkAmount, .jkmAmount: .amount
    default: column.isDay ? .day : nil
    }
  }

  /// Looks at a batch's rows; gives the issues of rows that cannot be used, by their places.
  public mutating func look(at batch: borrowing RecordBatch) -> [Int: Issue] {
    var odd: [Int: Issue] = [:]
    for (cell, column) in looked {
      for i in 0..<batch.rows.count where cell < Int(batch.rows[i].count) {
        let place = Int(batch.rows[i].first) + cell
        guard isOdd(batch, i, place, column, cell: cell + 1) else { continue }
        odd[i] = odd[i] ?? Self.scientific(batch, i, cell: cell + 1)
      }
    }
    return odd
  }

  /// The same where each cell has a name, by its place among those that are known.
  public mutating func look(
    at batch: borrowing RecordBatch, names: ContiguousArray<UInt32>
  ) -> [Int: Issue] {
    var odd: [Int: Issue] = [:]
    for i in 0..<batch.rows.count {
      let row = batch.rows[i]
      for cell in 0..<Int(row.count) {
        let place = Int(row.first) + cell
        guard let column = cells[Int(names[place])],
          isOdd(batch, i, place, column, cell: cell + 1)
        else { continue }
        odd[i] = odd[i] ?? Self.scientific(batch, i, cell: cell + 1)
      }
    }
    return odd
  }

  private static func scientific(
    _ batch: borrowing RecordBatch, _ row: Int, cell: Int
  ) -> Issue {
    Issue(
      code: Reject.Reason.scientificNotation.rawValue, line: batch.rows[row].line, column: cell,
      byte: batch.fileOffset + Int(batch.rows[row].byte), sheet: batch.sheet,
      message: "an identity number in scientific notation has lost its digits")
  }

  /// Takes a cell in; true where its row cannot be used.
  private mutating func isOdd(
    _ batch: borrowing RecordBatch, _ row: Int, _ place: Int, _ column: Int, cell: Int
  ) -> Bool {
    let field = batch.fields[place]
    guard field.start < field.end else { return false }
    let text = batch.bytes.span.extracting(Int(field.start)..<Int(field.end))
    let isNumber = !batch.kinds.isEmpty && batch.kinds[place] == .number
    var isInDoubt = false
    switch columns[column].form {
    case .identity:
      let nik = isNumber ? NIK(number: text) : NIK(parsing: text)
      if !nik.isNumber, NIK.isScientific(text) { return true }
      columns[column].digits.note(nik, isNumber: isNumber)
      isInDoubt = nik.endsInZero || nik == .lost
    case .day:
      guard CalendarDate(plain: text) == nil else { return false }
      isInDoubt = columns[column].dates.note(CalendarDate.cellReadings(text))
    case .month:
      guard CoverageMonth(plain: text) == nil else { return false }
      isInDoubt = columns[column].dates.note(CoverageMonth.cellReadings(text))
    case .amount:
      guard !isNumber, Money.digits(text) == nil else { return false }
      let form = AmountReading(text, style: .detect).form
      columns[column].amounts.note(form)
      isInDoubt = form != .plain
    }
    if isInDoubt, columns[column].first == nil {
      columns[column].first = (
        batch.rows[row].line, cell, batch.fileOffset + Int(batch.rows[row].byte), batch.sheet
      )
    }
    return false
  }

  /// What the columns show as a whole, when all rows were looked at.
  public var conclusion: [Issue] { columns.flatMap { Self.conclusion(of: $0) } }

  private static func conclusion(of seen: Seen) -> [Issue] {
    guard let first = seen.first else { return [] }
    let issue = { (code: String, message: String) in
      Issue(
        code: code, line: first.line, column: first.column, byte: first.byte, sheet: first.sheet,
        message: message)
    }
    switch seen.form {
    case .day, .month:
      guard seen.dates.form == .undecided else { return [] }
      return [
        issue(
          "undecided-dates", "no date of the column shows whether the day or the month is first")
      ]
    case .amount:
      guard seen.amounts.disagree else { return [] }
      return [
        issue("undecided-amounts", "dots and commas both stand between thousands in the column")
      ]
    case .identity:
      let isLost = seen.digits.areLost || seen.digits.areLostInNumbers || seen.digits.beyond > 0
      guard isLost else { return [] }
      return [
        issue(
          Reject.Reason.lostDigits.rawValue,
          "far too many identity numbers end in 0: a spreadsheet has dropped their last digits")
      ]
    }
  }
}
