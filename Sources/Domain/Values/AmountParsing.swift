/// Which mark stands between thousands, where both are possible.
public enum AmountStyle: UInt8, Sendable {
  case detect, dotThousands, commaThousands
}

/// An amount as a cell states it, and what the cell shows of the form of its file.
public struct AmountReading: Sendable {
  /// What a cell's marks tell: nothing, a form that it may be in, or the only one it can be in.
  public enum Form: UInt8, Sendable {
    case plain, perhapsDotThousands, perhapsCommaThousands, dotThousands, commaThousands
  }

  /// The whole rupiah; nil where the text is no amount.
  public let rupiah: Int64?
  /// What the marks tell.
  public let form: Form

  /// Reads a cell in any of the forms that offices write.
  ///
  /// `16.800` is sixteen thousand eight hundred whatever the style. Where dots stand between
  /// thousands `16,800` has a fraction, and there is none of a rupiah.
  public init(_ text: Span<UInt8>, style: AmountStyle) {
    var frame = AmountFrame(text.count)
    var scan = AmountScan()
    guard frame.cut(text), frame.isZero || scan.take(text.extracting(frame.range)) else {
      (rupiah, form) = (nil, .plain)
      return
    }
    form = scan.form
    guard let amount = frame.isZero ? 0 : scan.amount(style, unit: frame.unit) else {
      rupiah = nil
      return
    }
    rupiah = frame.isNegative ? -amount : amount
  }

  /// Reads a number cell of a workbook: whatever the file's form, a point stands before a fraction.
  public init(number text: Span<UInt8>) {
    form = .plain
    var place = 0
    let isNegative = !text.isEmpty && text[0] == 0x2d
    if isNegative { place = 1 }
    var (value, digits, isFraction) = (Int64(0), 0, false)
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == 0x2e, !isFraction, digits > 0 {
        isFraction = true
        continue
      }
      guard Bytes.isDigit(byte), !isFraction || byte == 0x30 else {
        rupiah = nil
        return
      }
      if isFraction { continue }
      digits += 1
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(byte - 0x30))
      guard !overflow, !carry else {
        rupiah = nil
        return
      }
      value = sum
    }
    rupiah = digits == 0 ? nil : isNegative ? -value : value
  }
}

extension Money {
  /// Reads a cell: digits, or one of the forms that offices write; nil for anything else.
  @inlinable public init?(parsing text: Span<UInt8>, style: AmountStyle) {
    if let rupiah = Money.digits(text) {
      self.init(rupiah)
      return
    }
    self.init(anyForm: text, style: style)
  }

  /// The number of a cell that holds up to eighteen digits and nothing else.
  @inlinable public static func digits(_ text: Span<UInt8>) -> Int64? {
    guard text.count <= 18, !text.isEmpty, let number = Bytes.digits(text) else { return nil }
    return Int64(number)
  }

  /// The forms other than digits alone.
  @usableFromInline init?(anyForm text: Span<UInt8>, style: AmountStyle) {
    guard let rupiah = AmountReading(text, style: style).rupiah else { return nil }
    self = Money(rupiah)
  }
}

/// What stands around the digits of an amount: signs, brackets, currency, `,-`, a word.
private struct AmountFrame {
  private var start: Int
  private var end: Int
  /// Whether the amount is below zero.
  private(set) var isNegative = false
  /// Whether it is the dash that stands for nothing behind a currency.
  private(set) var isZero = false
  /// What one is worth: a million before `juta`.
  private(set) var unit: Int64 = 1

  init(_ count: Int) { (start, end) = (0, count) }

  /// Where the digits and their marks stand.
  var range: Range<Int> { start..<end }

  /// Cuts all of it; false where the signs contradict one another or nothing is left.
  mutating func cut(_ text: Span<UInt8>) -> Bool {
    trimEnd(text)
    var (signs, opened, currencies) = (0, 0, 0)
    loop: while start < end {
      switch text[start] {
      case 0x20, 0x09, 0xc2, 0xa0: start += 1
      case 0x2d:
        signs += 1
        start += 1
      case 0x28:
        opened += 1
        start += 1
      case 0x52, 0x72, 0x49, 0x69:
        guard let length = currency(text) else { return false }
        currencies += 1
        start += length
      default: break loop
      }
    }
    if start == end {
      isZero = currencies == 1 && signs == 1 && opened == 0
      return isZero
    }
    if text[end - 1] == 0x29, opened == 1 {
      opened = 2
      end -= 1
      trimEnd(text)
    }
    guard cutDash(text, &signs) else { return false }
    cutUnit(text)
    isNegative = signs + opened > 0
    return currencies < 2 && start < end && (opened == 0 && signs < 2 || opened == 2 && signs == 0)
  }

  private mutating func trimEnd(_ text: Span<UInt8>) {
    while end > start, text[end - 1] <= 0x20 || text[end - 1] == 0xa0 || text[end - 1] == 0xc2 {
      end -= 1
    }
  }

  /// Cuts `,-` behind a price, or the minus that some programs put behind a number.
  private mutating func cutDash(_ text: Span<UInt8>, _ signs: inout Int) -> Bool {
    guard end - start > 1, text[end - 1] == 0x2d else { return true }
    var rest = end - 1
    while rest > start, text[rest - 1] == 0x2d { rest -= 1 }
    guard rest > start else { return false }
    if text[rest - 1] == 0x2c || text[rest - 1] == 0x2e {
      end = rest - 1
    } else {
      guard Bytes.isDigit(text[rest - 1]), end - rest == 1 else { return false }
      signs += 1
      end = rest
    }
    return end > start
  }

  /// How long the currency at the start is: `Rp`, `Rp.` or `IDR`.
  private func currency(_ text: Span<UInt8>) -> Int? {
    if end - start >= 3, Bytes.equal(text.extracting(start..<start + 3), word: "idr") { return 3 }
    guard end - start >= 2, Bytes.equal(text.extracting(start..<start + 2), word: "rp") else {
      return nil
    }
    return end - start >= 3 && text[start + 2] == 0x2e ? 3 : 2
  }

  /// Cuts the word for a thousand, a million or a thousand million.
  private mutating func cutUnit(_ text: Span<UInt8>) {
    var word = end
    while word > start, Bytes.isLetter(text[word - 1]) { word -= 1 }
    guard word < end, word > start else { return }
    let units: [(StaticString, Int64)] = [
      ("rb", 1000), ("ribu", 1000), ("jt", 1_000_000), ("juta", 1_000_000),
      ("miliar", 1_000_000_000), ("milyar", 1_000_000_000),
    ]
    for (name, value) in units where Bytes.equal(text.extracting(word..<end), word: name) {
      (unit, end) = (value, word)
      trimEnd(text)
      return
    }
  }
}

/// The digits of an amount and the marks between them, one byte after the other.
private struct AmountScan {
  private var whole: Int64 = 0
  private var isTooLarge = false
  private var isThousands = true
  private var mark: UInt8 = 0
  private var marks = 0
  private var lastMark: UInt8 = 0
  private var group = 0
  private var groupValue: Int64 = 0
  private var firstValue: Int64 = 0

  /// Takes digits and marks; false where a byte cannot stand in an amount.
  mutating func take(_ text: Span<UInt8>) -> Bool {
    for i in 0..<text.count {
      guard take(text[i]) else { return false }
    }
    return group > 0 && !isTooLarge
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    if Bytes.isDigit(byte) {
      let (value, overflow) = groupValue.multipliedReportingOverflow(by: 10)
      let (sum, carry) = value.addingReportingOverflow(Int64(byte - 0x30))
      groupValue = sum
      isTooLarge = isTooLarge || overflow || carry
      group += 1
      return !isTooLarge
    }
    guard byte == 0x2e || byte == 0x2c, group > 0 else { return false }
    // Only the last mark may be another one.
    guard marks == 0 || lastMark == mark else { return false }
    closeGroup()
    if marks == 0 { mark = byte }
    (lastMark, group, groupValue) = (byte, 0, 0)
    marks += 1
    return true
  }

  /// Puts a group of thousands behind those before it.
  private mutating func closeGroup() {
    if marks == 0 {
      (whole, firstValue) = (groupValue, groupValue)
      isThousands = group <= 3
      return
    }
    isThousands = isThousands && group == 3
    let (value, overflow) = whole.multipliedReportingOverflow(by: 1000)
    let (sum, carry) = value.addingReportingOverflow(groupValue)
    whole = sum
    isTooLarge = isTooLarge || overflow || carry
  }

  /// Whether all marks are those between thousands.
  private var isGrouped: Bool {
    marks > 0 && lastMark == mark && isThousands && group == 3 && firstValue != 0
  }

  /// What the marks tell of the file's form.
  var form: AmountReading.Form {
    guard marks > 0, group > 0 else { return .plain }
    if isGrouped {
      if marks > 1 { return mark == 0x2e ? .dotThousands : .commaThousands }
      return mark == 0x2e ? .perhapsDotThousands : .perhapsCommaThousands
    }
    return lastMark == 0x2c ? .dotThousands : .commaThousands
  }

  /// The amount in a unit, where the marks are those of thousands and of a whole number of rupiah.
  func amount(_ style: AmountStyle, unit: Int64) -> Int64? {
    var scan = self
    if marks == 0 { return Self.product(groupValue, unit) }
    if isGrouped {
      // Two marks or more show by themselves which one they are.
      if marks == 1, style == .dotThousands, mark == 0x2c { return nil }
      scan.closeGroup()
      return scan.isTooLarge ? nil : Self.product(scan.whole, unit)
    }
    guard group <= 2, style.allows(fraction: lastMark),
      marks == 1 || lastMark != mark && isThousands && firstValue != 0,
      let amount = Self.product(whole, unit)
    else { return nil }
    // A part of a million is some hundred thousands; a part of a rupiah must be none.
    let (parts, tens) = (groupValue * unit, Int64(group == 2 ? 100 : 10))
    guard parts % tens == 0 else { return nil }
    let (sum, overflow) = amount.addingReportingOverflow(parts / tens)
    return overflow ? nil : sum
  }

  private static func product(_ number: Int64, _ unit: Int64) -> Int64? {
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }
}

extension AmountStyle {
  /// Whether a mark can stand in front of a fraction.
  fileprivate func allows(fraction mark: UInt8) -> Bool {
    switch self {
    case .detect: true
    case .dotThousands: mark == 0x2c
    case .commaThousands: mark == 0x2e
    }
  }
}
