public import Domain

/// How the days and months of a date column stand, as the whole file shows.
public enum DateForm: Sendable {
  case dayFirst, monthFirst
  /// No date of the column is valid in one order alone: what the orders read differently is absent.
  case undecided
}

/// What a whole file shows of how it is to be read; a file that shows more is read again with it.
///
/// Reading again ends: each reading only adds to what is known.
public struct FileVerdict: Equatable, Sendable {
  /// The date columns in which the day does not come first.
  public internal(set) var dates: [Column: DateForm] = [:]
  /// The form of amounts, where some cell would be read otherwise without it.
  public internal(set) var amounts: AmountStyle?
  /// Whether most NIKs end in 0, so that one that does has lost its digit.
  public internal(set) var losesDigits = false
  /// Whether a control total differs from its rows, so that none of them is used.
  public internal(set) var isExcluded = false

  /// Nothing known: days come first, amounts show their form themselves.
  public init() {}
}

/// What the cells of a file tell of how the whole file is written.
struct FileEvidence: Sendable {
  /// How many dates of a column are valid in one order alone, or read differently.
  struct Dates: Sendable {
    var dayFirst = 0
    var monthFirst = 0
    var differing = 0

    /// The form they show: one order has to have ten times the witnesses of the other.
    var form: DateForm {
      if dayFirst > monthFirst * 10 { return .dayFirst }
      if monthFirst > dayFirst * 10 { return .monthFirst }
      return differing > 0 ? .undecided : .dayFirst
    }
  }

  private var dates = ContiguousArray(repeating: Dates(), count: Column.allCases.count)
  private var amounts: [AmountReading.Form: Int] = [:]
  private var niks = 0
  private var endInZero = 0

  /// Notes a date.
  mutating func note<Value>(_ reading: OrderedReading<Value>, _ column: Column) {
    let place = Int(column.rawValue)
    switch (reading.dayFirst, reading.monthFirst) {
    case (nil, nil): break
    case (_, nil): dates[place].dayFirst += 1
    case (nil, _): dates[place].monthFirst += 1
    case (let a, let b): dates[place].differing += a == b ? 0 : 1
    }
  }

  /// Notes the form of an amount.
  mutating func note(_ form: AmountReading.Form) {
    if form != .plain { amounts[form, default: 0] += 1 }
  }

  /// Notes a NIK.
  @inline(__always)
  mutating func note(_ nik: NIK) {
    guard nik.isNumber else { return }
    niks += 1
    if nik.endsInZero { endInZero += 1 }
  }

  /// Whether the file's amounts stand in both forms.
  private var amountsDisagree: Bool {
    let dots = amounts[.dotThousands] != nil
    let commas = amounts[.commaThousands] != nil
    if dots || commas { return dots && commas }
    return amounts[.perhapsDotThousands] != nil && amounts[.perhapsCommaThousands] != nil
  }

  /// The columns whose form the file does not show, of those that the definition does not state.
  func undecided(_ settings: InputSettings) -> [Column] {
    var columns: [Column] = []
    if settings.statedDates == nil {
      columns += Column.allCases.filter { dates[Int($0.rawValue)].form == .undecided }
    }
    if settings.statedAmounts == .detect, amountsDisagree { columns.append(.amount) }
    return columns
  }

  /// What the file shows, beside what was known before.
  func verdict(_ settings: InputSettings, totalDiffers: Bool) -> FileVerdict {
    var verdict = settings.verdict
    if settings.statedDates == nil {
      for column in Column.allCases {
        let form = dates[Int(column.rawValue)].form
        if form != .dayFirst { verdict.dates[column] = form }
      }
    }
    if settings.statedAmounts == .detect, amounts[.dotThousands] != nil,
      amounts[.commaThousands] == nil, amounts[.perhapsCommaThousands] != nil
    {
      verdict.amounts = .dotThousands
    }
    verdict.losesDigits = verdict.losesDigits || niks >= 10 && endInZero * 2 > niks
    verdict.isExcluded = verdict.isExcluded || totalDiffers
    return verdict
  }
}
