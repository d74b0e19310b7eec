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
  /// Whether most NIKs in number cells do; a spreadsheet keeps fifteen digits of what is typed.
  public internal(set) var losesNumberDigits = false
  /// Whether a control total differs from its rows, so that none of them is used.
  public internal(set) var isExcluded = false

  /// Nothing known: days come first, amounts show their form themselves.
  public init() {}

  /// Whether a NIK that ends in 0 has lost its digit, in a number cell or as a text.
  func losesDigits(_ isNumber: Bool) -> Bool { losesDigits || isNumber && losesNumberDigits }
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

    /// Notes a date; true where its orders differ.
    @discardableResult
    mutating func note<Value>(_ reading: OrderedReading<Value>) -> Bool {
      switch (reading.dayFirst, reading.monthFirst) {
      case (nil, nil): return false
      case (_, nil): dayFirst += 1
      case (nil, _): monthFirst += 1
      case (let a, let b):
        differing += a == b ? 0 : 1
        return a != b
      }
      return false
    }
  }

  /// Which forms the amounts stand in.
  struct Amounts: Sendable {
    private var forms: Set<AmountReading.Form> = []

    /// Notes the form of an amount.
    mutating func note(_ form: AmountReading.Form) {
      if form != .plain { forms.insert(form) }
    }

    /// Whether they stand in both forms.
    var disagree: Bool {
      let (dots, commas) = (forms.contains(.dotThousands), forms.contains(.commaThousands))
      if dots || commas { return dots && commas }
      return forms.isSuperset(of: [.perhapsDotThousands, .perhapsCommaThousands])
    }

    /// Whether some would be read otherwise if dots did not stand between thousands.
    var needDots: Bool {
      forms.isSuperset(of: [.dotThousands, .perhapsCommaThousands])
        && !forms.contains(.commaThousands)
    }
  }

  /// How many NIKs end in 0, as one does whose last digit a spreadsheet has dropped.
  ///
  /// Each counts once: a person of many rows is no more of a sign than one of a single row.
  struct Digits: Sendable {
    private var all = NIKSample()
    private var numbers = NIKSample()
    /// How many number cells are beyond what a number cell holds.
    private(set) var beyond = 0

    /// Notes a NIK.
    @inline(__always)
    mutating func note(_ nik: NIK, isNumber: Bool) {
      guard nik.isNumber else {
        if isNumber, nik == .lost { beyond += 1 }
        return
      }
      all.note(nik)
      if isNumber { numbers.note(nik) }
    }

    /// Whether far more than a tenth do, of so many that it is no chance.
    var areLost: Bool { all.count >= 10 && all.zeros * 2 > all.count }

    /// Whether most number cells do: one that does not was never rounded to fifteen digits.
    var areLostInNumbers: Bool { numbers.zeros * 2 > numbers.count }
  }

  private var dates = ContiguousArray(repeating: Dates(), count: Column.allCases.count)
  var amounts = Amounts()
  var digits = Digits()

  /// Notes a date.
  mutating func note<Value>(_ reading: OrderedReading<Value>, _ column: Column) {
    dates[Int(column.rawValue)].note(reading)
  }

  /// The columns whose form the file does not show, of those that the definition does not state.
  func undecided(_ settings: InputSettings) -> [Column] {
    var columns: [Column] = []
    if settings.statedDates == nil {
      columns += Column.allCases.filter { dates[Int($0.rawValue)].form == .undecided }
    }
    if settings.statedAmounts == .detect, amounts.disagree { columns.append(.amount) }
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
    if settings.statedAmounts == .detect, amounts.needDots { verdict.amounts = .dotThousands }
    verdict.losesDigits = verdict.losesDigits || digits.areLost
    verdict.losesNumberDigits = verdict.losesNumberDigits || digits.areLostInNumbers
    verdict.isExcluded = verdict.isExcluded || totalDiffers
    return verdict
  }
}
