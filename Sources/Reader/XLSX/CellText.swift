internal import Domain
import Glibc

/// Writes numbers, dates and durations in the one form in which they are read on.
enum CellText {
  typealias Text = ContiguousArray<UInt8>

  /// Appends a number in the shortest form that reads back equal; false where it is none.
  static func add(number text: Text, to out: inout Text) -> Bool {
    if isShortest(text) {
      for i in 0..<text.count { out.append(text[i]) }
      return true
    }
    guard let value = value(of: text) else { return false }
    add(value, to: &out)
    return true
  }

  /// Appends a value in its shortest form.
  static func add(_ value: Double, to out: inout Text) {
    if let whole = Int64(exactly: value), whole.magnitude < 10_000_000_000_000_000 {
      out.append(contentsOf: String(whole).utf8)
    } else {
      var text = value.description
      if text.hasSuffix(".0") { text.removeLast(2) }
      out.append(contentsOf: text.utf8)
    }
  }

  /// The value of a decimal number; nil for anything else.
  static func value(of text: Text) -> Double? {
    guard text.count > 0, text.count < 512 else { return nil }
    var (digits, hasPoint, hasExponent) = (0, false, false)
    for i in 0..<text.count {
      switch text[i] {
      case 0x30...0x39: digits += 1
      case 0x2e where !hasPoint && !hasExponent: hasPoint = true
      case 0x45 where digits > 0 && !hasExponent, 0x65 where digits > 0 && !hasExponent:
        (hasExponent, digits) = (true, 0)
      case 0x2b where i == 0 || Bytes.lower(text[i - 1]) == 0x65,
        0x2d where i == 0 || Bytes.lower(text[i - 1]) == 0x65:
        break
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
      for i in 0..<text.count { copy[i] = CChar(bitPattern: text[i]) }
      copy[text.count] = 0
      guard let base = copy.baseAddress else { return nil }
      let value = strtod(base, nil)
      return value.isFinite ? value : nil
    }
  }

  /// Whether a decimal number of at most 15 digits is already as short as can be.
  @inline(__always)
  private static func isShortest(_ text: Text) -> Bool {
    let start = text.count > 0 && text[0] == 0x2d ? 1 : 0
    guard text.count > start, text.count - start <= 15, Bytes.isDigit(text[start]) else {
      return false
    }
    if text[start] == 0x30 {
      // Below one only the first places may be zeros, and a lone zero has no sign.
      if text.count == 1 { return true }
      guard text.count > start + 2, text[start + 1] == 0x2e, text[start + 2] != 0x30 else {
        return false
      }
    }
    var points = 0
    for i in start..<text.count {
      if text[i] == 0x2e { points += 1 } else if !Bytes.isDigit(text[i]) { return false }
    }
    let last = text[text.count - 1]
    return points == 0 || points == 1 && last != 0x30 && last != 0x2e
  }
}

extension CellText {
  private static let day = 86_400

  /// Appends the date, time or both of a day number; false where the calendar has none.
  static func add(serial: Double, is1904: Bool, to out: inout Text) -> Bool {
    guard serial >= 0, serial < 2_958_467 else { return false }
    let seconds = Int((serial * Double(day)).rounded())
    if serial < 1 {
      add(time: seconds % day, to: &out)
      return true
    }
    let (number, time) = seconds.quotientAndRemainder(dividingBy: day)
    // Excel has a 29 February 1900, day 60, that never was.
    guard is1904 ? number <= 2_957_003 : number != 60 && number <= 2_958_465 else { return false }
    let sinceEpoch = is1904 ? number - 24_107 : number > 60 ? number - 25_569 : number - 25_568
    add(date: sinceEpoch, to: &out)
    if time > 0 {
      out.append(UInt8(ascii: "T"))
      add(time: time, to: &out)
    }
    return true
  }

  /// Appends a stretch of days as hours, minutes and seconds; false where it is longer than any.
  static func add(duration days: Double, to out: inout Text) -> Bool {
    guard abs(days) < 2_958_467 else { return false }
    let seconds = Int((abs(days) * Double(day)).rounded())
    if days < 0, seconds > 0 { out.append(UInt8(ascii: "-")) }
    out.append(contentsOf: String(seconds / 3600).utf8)
    addPart(seconds / 60 % 60, after: UInt8(ascii: ":"), to: &out)
    addPart(seconds % 60, after: UInt8(ascii: ":"), to: &out)
    return true
  }

  /// Appends a date that stands as ISO 8601 text, without what is zero; false where it is none.
  static func add(iso text: Text, to out: inout Text) -> Bool {
    let start = out.count
    guard text.count >= 8 else { return false }
    for i in 0..<text.count { out.append(text[i]) }
    if out.last == UInt8(ascii: "Z") { out.removeLast() }
    let isTime = out[start + 2] == UInt8(ascii: ":")
    guard isTime || isDate(out[start...]) else {
      out.removeLast(out.count - start)
      return false
    }
    if let point = out[start...].lastIndex(of: UInt8(ascii: ".")) {
      let isHalf = point + 1 < out.count && out[point + 1] >= UInt8(ascii: "5")
      out.removeLast(out.count - point)
      if isHalf, out[out.count - 1] < UInt8(ascii: "9") { out[out.count - 1] += 1 }
    }
    // The day before 1900 began is what a time of day has for a date.
    if !isTime, out[start...].count == 19, out[start...].starts(with: "1899-12-31T".utf8) {
      out.removeSubrange(start..<start + 11)
      return true
    }
    if !isTime, out[start...].count == 19, out[(out.count - 9)...].elementsEqual("T00:00:00".utf8) {
      out.removeLast(9)
    }
    return true
  }

  private static func isDate(_ text: ContiguousArray<UInt8>.SubSequence) -> Bool {
    let digits = text.prefix(10).enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : Bytes.isDigit(byte)
    }
    let rest = text.dropFirst(10)
    return text.count >= 10 && digits && (rest.isEmpty || rest.first == UInt8(ascii: "T"))
  }

  private static func add(time seconds: Int, to out: inout Text) {
    addPart(seconds / 3600, after: nil, to: &out)
    addPart(seconds / 60 % 60, after: UInt8(ascii: ":"), to: &out)
    addPart(seconds % 60, after: UInt8(ascii: ":"), to: &out)
  }

  /// Appends a date given as days since 1 January 1970.
  private static func add(date days: Int, to out: inout Text) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    addPart(year / 100, after: nil, to: &out)
    addPart(year % 100, after: nil, to: &out)
    addPart(month < 10 ? month + 3 : month - 9, after: UInt8(ascii: "-"), to: &out)
    addPart(dayOfYear - (153 * month + 2) / 5 + 1, after: UInt8(ascii: "-"), to: &out)
  }

  private static func addPart(_ value: Int, after mark: UInt8?, to out: inout Text) {
    if let mark { out.append(mark) }
    out.append(0x30 + UInt8(value / 10))
    out.append(0x30 + UInt8(value % 10))
  }
}
