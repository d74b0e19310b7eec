internal import Domain

/// Dates, those too that no calendar has, as long as they have a year, a month and a day.
struct DateValues: ComparedValues {
  private struct Value {
    var year: Int16
    var month: Int8
    var day: Int8
    /// The day's count; nil where the calendar has none.
    var count: Int32?
  }

  private var vocabulary = Vocabulary()
  private var values: ContiguousArray<Value> = []
  private var bags: ContiguousArray<LetterBag> = []
  /// Room for the digits of the value at hand.
  private var digits: ContiguousArray<UInt8> = []
  private let window: ClosedRange<Int>?

  /// Dates that may lie so many days apart, where that is stated.
  init(window: ClosedRange<Int>?) { self.window = window }

  var count: Int { values.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    guard let value = Self.read(text, form) else { return Vocabulary.absent }
    digits.removeAll(keepingCapacity: true)
    var rest = Int(value.year) * 10_000 + Int(value.month) * 100 + Int(value.day)
    for _ in 0..<8 {
      digits.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    digits.reverse()
    let text = digits
    let (id, isNew) = vocabulary.place(of: text.span)
    if isNew {
      values.append(value)
      bags.append(LetterBag(text.span))
    }
    return id
  }

  private static func read(_ text: Span<UInt8>, _ form: ColumnForm) -> Value? {
    let readings = CalendarDate.cellReadings(text)
    // One that only the other order can read was written in it.
    let date =
      CalendarDate(plain: text) ?? readings[form.dateOrder] ?? readings.dayFirst
      ?? readings.monthFirst
    if let date {
      let (year, month, day) = date.parts
      return Value(year: Int16(year), month: Int8(month), day: Int8(day), count: date.day)
    }
    var digits: [Int] = []
    for i in 0..<text.count where Bytes.isDigit(text[i]) { digits.append(Int(text[i] - 0x30)) }
    guard digits.count == 8 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return Value(
      year: Int16(number / 10_000), month: Int8(number / 100 % 100), day: Int8(number % 100),
      count: nil)
  }

  func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    let (left, right) = (values[Int(a)], values[Int(b)])
    for place in levels.indices.dropLast() where holds(levels[place].test, a, left, b, right) {
      return place
    }
    return levels.count - 1
  }

  private func holds(
    _ test: ComparisonLevel.Test, _ a: UInt32, _ left: Value, _ b: UInt32, _ right: Value
  ) -> Bool {
    switch test {
    case .dayMonthExchanged:
      left.year == right.year && left.day == right.month && left.month == right.day
    case .damerau(let limit, _):
      bags[Int(a)].mayBeNear(bags[Int(b)], limit: limit)
        && vocabulary.texts.with(Int(a)) { x in
          vocabulary.texts.with(Int(b)) { Damerau.isNear(x, $0, limit: limit) }
        }
    case .daysApart(let window):
      if let from = left.count, let to = right.count {
        window.contains(Int(to - from))
      } else {
        false
      }
    case .monthsApart(let most):
      left.day == right.day && abs(Self.months(left) - Self.months(right)) <= most
    case .twoParts:
      (left.year == right.year ? 1 : 0) + (left.month == right.month ? 1 : 0)
        + (left.day == right.day ? 1 : 0) > 1
    default: false
    }
  }

  func difference(_ a: UInt32, _ b: UInt32) -> Int? {
    guard let from = values[Int(a)].count, let to = values[Int(b)].count else { return nil }
    return Int(to - from)
  }

  private static func months(_ value: Value) -> Int { Int(value.year) * 12 + Int(value.month) }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    let value = values[Int(id)]
    let (year, month, day) = (Int(value.year), Int(value.month), Int(value.day))
    switch part {
    case .year: keys.add(UInt64(year))
    case .yearMonth: keys.add(UInt64(year * 100 + month))
    case .yearDay: keys.add(UInt64(1_000_000 + year * 100 + day))
    case .monthDay: keys.add(UInt64(2_000_000 + min(month, day) * 100 + max(month, day)))
    case .neighbourhood: addNeighbours(value, isLeft: isLeft, to: &keys)
    default: keys.add(UInt64(year * 10_000 + min(month, day) * 100 + max(month, day)))
    }
  }

  /// Stretches as long as the window, of which the right side stands in three.
  private func addNeighbours(_ value: Value, isLeft: Bool, to keys: inout BlockKeys) {
    guard let count = value.count else { return }
    let days = Int32(max(window?.upperBound ?? 7, -(window?.lowerBound ?? -7), 1))
    let place = count >= 0 ? count / days : (count - days + 1) / days
    for near in isLeft ? place...place : place - 1...place + 1 {
      keys.add(UInt64(bitPattern: Int64(near)))
    }
  }
}
