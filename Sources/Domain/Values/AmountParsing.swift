/// Which mark stands between thousands, where both are possible.
public enum AmountStyle: UInt8, Sendable {
  case detect, dotThousands, commaThousands
}

extension Money {
  /// Reads a cell: digits, or one of the forms that offices write; nil for anything else.
  @inlinable public init?(parsing text: Span<UInt8>, style: AmountStyle) {
    guard text.count <= 18, !text.isEmpty else {
      self.init(anyForm: text, style: style)
      return
    }
    var rupiah: Int64 = 0
    for i in 0..<text.count {
      let digit = text[i] &- 0x30
      guard digit < 10 else {
        self.init(anyForm: text, style: style)
        return
      }
      rupiah = rupiah &* 10 &+ Int64(digit)
    }
    self.init(rupiah)
  }

  /// The forms other than digits alone.
  @usableFromInline init?(anyForm text: Span<UInt8>, style: AmountStyle) {
    var range = Bytes.trimmed(text)
    guard let isNegative = Self.cutFrame(text, &range), !range.isEmpty else { return nil }
    var scan = AmountScan()
    for place in range {
      guard scan.take(text[place]) else { return nil }
    }
    guard let amount = scan.amount(style) else { return nil }
    self.init(isNegative ? -amount : amount)
  }

  /// Cuts sign, brackets, currency and a trailing `,-`; nil where the signs contradict.
  private static func cutFrame(_ text: Span<UInt8>, _ range: inout Range<Int>) -> Bool? {
    var (start, end) = (range.lowerBound, range.upperBound)
    var (signs, opened, currencies) = (0, 0, 0)
    loop: while start < end {
      switch text[start] {
      case 0x20, 0xc2, 0xa0: start += 1
      case 0x2d:
        signs += 1
        start += 1
      case 0x28:
        opened += 1
        start += 1
      case 0x52, 0x72, 0x49, 0x69:
        guard let length = currency(text, start, end) else { return nil }
        currencies += 1
        start += length
      default: break loop
      }
    }
    if end > start, text[end - 1] == 0x29, opened == 1 {
      opened = 2
      end -= 1
    }
    if end - start > 2, text[end - 1] == 0x2d {
      while end > start, text[end - 1] == 0x2d { end -= 1 }
      guard end > start, text[end - 1] == 0x2c || text[end - 1] == 0x2e else { return nil }
      end -= 1
    }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    range = start..<end
    guard currencies < 2, opened == 0 && signs < 2 || opened == 2 && signs == 0 else {
      return nil
    }
    return signs + opened > 0
  }

  /// How long the currency at a place is: `Rp`, `Rp.` or `IDR`.
  private static func currency(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if end - start >= 3, Bytes.equal(text.extracting(start..<start + 3), word: "idr") { return 3 }
    guard end - start >= 2, Bytes.equal(text.extracting(start..<start + 2), word: "rp") else {
      return nil
    }
    return end - start >= 3 && text[start + 2] == 0x2e ? 3 : 2
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

  /// Takes a byte; false where it cannot stand in an amount.
  mutating func take(_ byte: UInt8) -> Bool {
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

  /// The amount, where the marks are those of thousands and of a fraction that is zero.
  func amount(_ style: AmountStyle) -> Int64? {
    var scan = self
    guard group > 0, !isTooLarge else { return nil }
    guard marks > 0 else { return groupValue }
    if lastMark == mark, isThousands, group == 3, firstValue != 0 {
      scan.closeGroup()
      // Two marks or more show by themselves which one they are.
      return scan.isTooLarge ? nil : scan.whole
    }
    let isFraction = groupValue == 0 && group <= 2 && style.allows(fraction: lastMark)
    guard isFraction, marks == 1 || lastMark != mark && isThousands && firstValue != 0 else {
      return nil
    }
    return whole
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
