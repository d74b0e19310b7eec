extension CoverageMonth {
  /// Reads a cell: `YYYY-MM`, another form of a month, or a day; nil for anything else.
  @inlinable public init?(parsing text: Span<UInt8>, order: DateOrder = .dayFirst) {
    if let month = CoverageMonth(plain: text) {
      self = month
      return
    }
    guard let month = CoverageMonth.cellReadings(text)[order] else { return nil }
    self = month
  }

  /// Reads `YYYY-MM`, the form in most files; nil for any other.
  @inlinable public init?(plain text: Span<UInt8>) {
    guard text.count == 7, text[4] == 0x2d else { return nil }
    let year = Bytes.number(text, 0) * 1000 + Bytes.number(text, 1) * 100
    let decade = Bytes.number(text, 2) * 10 + Bytes.number(text, 3)
    let month = Bytes.number(text, 5) * 10 + Bytes.number(text, 6)
    self.init(year: year + decade, month: month)
  }

  /// What a cell says under each order of day and month: a month has none, a day may.
  public static func cellReadings(_ text: Span<UInt8>) -> OrderedReading<CoverageMonth> {
    if let parts = DateTokens(text)?.monthParts {
      let month = CoverageMonth(year: parts.year, month: parts.month)
      return OrderedReading(dayFirst: month, monthFirst: month)
    }
    // The day must exist, too: the month of 31 February is nobody's.
    let days = CalendarDate(plain: text).map { OrderedReading(dayFirst: $0, monthFirst: $0) }
    let day = days ?? CalendarDate.cellReadings(text)
    return OrderedReading(
      dayFirst: day.dayFirst?.month, monthFirst: day.monthFirst?.month, isBlank: day.isBlank)
  }
}

extension DateTokens {
  /// Year and month, where the tokens are those of a month.
  var monthParts: (year: Int, month: Int)? {
    if count == 1, first.digits == 6 { return (first.value / 100, first.value % 100) }
    guard count == 2 else { return nil }
    if first.digits == 4, second.isShort || second.isName { return (first.value, second.value) }
    let year = second.year(latest: CalendarDate.latestShortYear)
    if first.isName, let year { return (year, first.value) }
    return first.isShort && second.digits == 4 ? (second.value, first.value) : nil
  }
}

/// The names of months, Indonesian and English, in full and in the short forms in use.
enum MonthName {
  /// The month a word names, from 1: any beginning of three letters or more, or a short form.
  static func number(_ word: Span<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    for place in 0..<12 {
      let (first, second, third) = names(place + 1)
      if starts(first, word) || starts(second, word) || starts(third, word) { return place + 1 }
    }
    // The short form that is no beginning of a name.
    return Bytes.equal(word, word: "ags") ? 8 : nil
  }

  private static func starts(_ name: StaticString, _ word: Span<UInt8>) -> Bool {
    guard word.count <= name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { letters in
      for i in 0..<word.count where Bytes.lower(word[i]) != letters[i] { return false }
      return true
    }
  }

  private static func names(_ month: Int) -> (StaticString, StaticString, StaticString) {
    switch month {
    case 1: ("januari", "january", "")
    case 2: ("februari", "pebruari", "february")
    case 3: ("maret", "march", "mrt")
    case 4: ("april", "", "")
    case 5: ("mei", "may", "")
    case 6: ("juni", "june", "")
    case 7: ("juli", "july", "")
    case 8: ("agustus", "august", "agt")
    case 9: ("september", "", "")
    case 10: ("oktober", "october", "")
    case 11: ("november", "nopember", "")
    default: ("desember", "december", "")
    }
  }
}
